package latentlab.models.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import latentlab.models.TrainingPoint;
import org.junit.jupiter.api.Test;

class RateScheduleTest {

  @Test
  void aConstantRateStays() {
    assertThat(RateSchedule.CONSTANT.factor(0)).isEqualTo(1);
    assertThat(RateSchedule.CONSTANT.factor(0.99)).isEqualTo(1);
  }

  @Test
  void theCosineFallsFromAllToAHundredth() {
    assertThat(RateSchedule.COSINE.factor(0)).isEqualTo(1);
    assertThat(RateSchedule.COSINE.factor(0.5)).isCloseTo(0.505, within(1e-9));
    assertThat(RateSchedule.COSINE.factor(1)).isCloseTo(0.01, within(1e-9));
  }

  @Test
  void oneCycleRisesThenFalls() {
    assertThat(RateSchedule.ONE_CYCLE.factor(new TrainingPoint(0, 10)))
        .isCloseTo(0.04, within(1e-9));
    assertThat(RateSchedule.ONE_CYCLE.factor(new TrainingPoint(3, 10))).isCloseTo(1, within(1e-9));
    assertThat(RateSchedule.ONE_CYCLE.factor(1)).isCloseTo(0.001, within(1e-9));
  }
}
