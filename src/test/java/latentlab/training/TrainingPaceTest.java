package latentlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrainingPaceTest {

  private static final long MILLISECOND = 1_000_000L;

  private final TrainingPace pace = new TrainingPace();

  @Test
  void knowsNothingBeforeTheFirstStep() {
    assertThat(pace.imagesPerSecond()).isZero();
    assertThat(pace.timeLeft(100, 1)).isEqualTo(Duration.ZERO);
  }

  @Test
  void countsImagesBySecondsOfTraining() {
    pace.stepMade(100, 50 * MILLISECOND);
    pace.stepMade(100, 150 * MILLISECOND);

    assertThat(pace.imagesPerSecond()).isCloseTo(1000, within(1e-9));
  }

  @Test
  void forgetsWhatIsOlderThanTwoSeconds() {
    pace.stepMade(1, 5000 * MILLISECOND);
    for (int i = 0; i < 20; i++) {
      pace.stepMade(100, 100 * MILLISECOND);
    }

    assertThat(pace.imagesPerSecond()).isCloseTo(1000, within(1e-9));
    assertThat(pace.timeLeft(10, 0)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void theTimeLeftHoldsTheEndsOfEpochs() {
    pace.stepMade(100, 100 * MILLISECOND);
    pace.epochEnded(3000 * MILLISECOND);

    assertThat(pace.timeLeft(20, 2)).isEqualTo(Duration.ofSeconds(8));
    assertThat(pace.imagesPerSecond()).isCloseTo(1000, within(1e-9));
  }

  @Test
  void aStepThatTookNoTimeIsNoDivisionByZero() {
    pace.stepMade(100, 0);

    assertThat(pace.imagesPerSecond()).isFinite();
  }
}
