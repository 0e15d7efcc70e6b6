package latentlab.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import latentlab.engine.optimizer.LearningRateSchedule.Constant;
import latentlab.engine.optimizer.LearningRateSchedule.WarmUp;
import latentlab.engine.optimizer.LearningRateSchedule.WarmUpCosine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LearningRateScheduleTest {

  static List<LearningRateSchedule> schedules() {
    return List.of(
        new Constant(),
        new WarmUp(0),
        new WarmUp(7),
        new WarmUpCosine(0, 1, 0.3),
        new WarmUpCosine(10, 50, 1e-3),
        new WarmUpCosine(1, 1000, 1));
  }

  @Test
  void aConstantNeverChangesTheRate() {
    assertThat(factors(new Constant(), 1, 2, 1_000_000)).containsExactly(1, 1, 1);
  }

  @Test
  void warmUpRisesByEqualPartsAndStays() {
    assertThat(factors(new WarmUp(4), 1, 2, 3, 4, 5, Long.MAX_VALUE))
        .containsExactly(0.25, 0.5, 0.75, 1, 1, 1);
    assertThat(factors(new WarmUp(0), 1, 2)).containsExactly(1, 1);
  }

  @Test
  void cosineFallsFromTheEndOfTheWarmUpToTheFloorAndStaysThere() {
    WarmUpCosine schedule = new WarmUpCosine(4, 104, 0.2);

    assertThat(factors(schedule, 1, 3, 4)).containsExactly(0.25, 0.75, 1);
    assertThat(schedule.factor(29)).isCloseTo(0.2 + 0.4 * (1 + Math.sqrt(0.5)), within(1e-12));
    assertThat(schedule.factor(54)).isCloseTo(0.6, within(1e-12));
    assertThat(factors(schedule, 104, 105, Long.MAX_VALUE)).containsExactly(0.2, 0.2, 0.2);
  }

  @Test
  void cosineNeverRisesAfterTheWarmUp() {
    double[] factors = factors(new WarmUpCosine(5, 200, 0.01), steps(5, 250));

    for (int i = 1; i < factors.length; i++) {
      assertThat(factors[i]).isLessThanOrEqualTo(factors[i - 1]);
    }
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void everyFactorIsAboveZeroAndAtMostOne(LearningRateSchedule schedule) {
    for (double factor : factors(schedule, steps(1, 2000))) {
      assertThat(factor).isPositive().isLessThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void refusesAStepBeforeTheFirst(LearningRateSchedule schedule) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> schedule.factor(0))
        .withMessage("step must be at least 1, but is 0");
  }

  @Test
  void refusesNumbersThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WarmUp(-1))
        .withMessage("steps must be at least 0, but is -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WarmUpCosine(-1, 10, 0.5))
        .withMessage("warmUpSteps must be at least 0, but is -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WarmUpCosine(10, 10, 0.5))
        .withMessage("totalSteps must be above warmUpSteps, 10, but is 10");
    for (double floor : new double[] {0, -0.5, 1.5, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new WarmUpCosine(1, 10, floor))
          .withMessage("floor must be in (0, 1], but is " + floor);
    }
  }

  private static long[] steps(long first, long last) {
    return LongStream.rangeClosed(first, last).toArray();
  }

  private static double[] factors(LearningRateSchedule schedule, long... steps) {
    return LongStream.of(steps).mapToDouble(schedule::factor).toArray();
  }
}
