package latentlab.models.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import latentlab.failure.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseScheduleTest {

  @ParameterizedTest
  @EnumSource
  void theSignalFallsFromOneToNearlyNothingForAnyNumberOfSteps(ScheduleType type) {
    for (int steps : new int[] {10, 11, 100, 1000, 4000}) {
      NoiseSchedule schedule = NoiseSchedule.of(type, steps);
      assertThat(schedule.alphaBar(0)).isEqualTo(1);
      double product = 1;
      for (int t = 1; t <= steps; t++) {
        assertThat(schedule.alphaBar(t)).isBetween(0.0, Math.nextDown(schedule.alphaBar(t - 1)));
        assertThat(schedule.beta(t)).isBetween(0.0, NoiseSchedule.LARGEST_VARIANCE + 1e-12);
        product *= 1 - schedule.beta(t);
      }
      assertThat(schedule.alphaBar(steps)).isGreaterThan(0).isLessThan(1e-3);
      assertThat(product).isCloseTo(schedule.alphaBar(steps), within(1e-9));
    }
  }

  @Test
  void theLinearScheduleIsThatOfThePaperForAThousandSteps() {
    NoiseSchedule schedule = NoiseSchedule.of(ScheduleType.LINEAR, 1000);
    assertThat(schedule.beta(1)).isCloseTo(1e-4, within(1e-12));
    assertThat(schedule.beta(1000)).isCloseTo(0.02, within(1e-12));
    assertThat(schedule.alphaBar(1000)).isCloseTo(4.0358e-5, within(1e-8));
  }

  @ParameterizedTest
  @EnumSource
  void theSameIsLeftHalfWayForAnyNumberOfSteps(ScheduleType type) {
    double usual = NoiseSchedule.of(type, 1000).alphaBar(500);
    assertThat(NoiseSchedule.of(type, 4000).alphaBar(2000)).isCloseTo(usual, within(0.01));
    assertThat(NoiseSchedule.of(type, 200).alphaBar(100)).isCloseTo(usual, within(0.01));
  }

  @Test
  void cosineAndSigmoidHaveTheirClosedForms() {
    double cosine = Math.cos((0.25 + 0.008) / 1.008 * Math.PI / 2);
    double start = Math.cos(0.008 / 1.008 * Math.PI / 2);
    assertThat(NoiseSchedule.of(ScheduleType.COSINE, 1000).alphaBar(250))
        .isCloseTo(cosine * cosine / (start * start), within(1e-9));
    double end = 1 / (1 + Math.exp(-3));
    double sigmoid = (end - 1 / (1 + Math.exp(1.5))) / (2 * end - 1);
    assertThat(NoiseSchedule.of(ScheduleType.SIGMOID, 1000).alphaBar(250))
        .isCloseTo(sigmoid, within(1e-9));
  }

  @Test
  void signalAndNoiseShareThePower() {
    NoiseSchedule schedule = NoiseSchedule.of(ScheduleType.SIGMOID, 50);
    for (int t = 1; t <= 50; t++) {
      double a = schedule.signal(t);
      double b = schedule.noise(t);
      assertThat(a * a + b * b).isCloseTo(1, within(1e-12));
      assertThat(schedule.signalToNoise(t)).isCloseTo(a * a / (b * b), within(1e-9 * a / b + 1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 0, -1, 4001})
  void refusesNumbersOfStepsOutOfRange(int steps) {
    assertThatThrownBy(() -> NoiseSchedule.of(ScheduleType.COSINE, steps))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("the steps of a diffusion must be from 10 to 4000, not " + steps);
  }

  @Test
  void refusesStepsThatThereAreNot() {
    NoiseSchedule schedule = NoiseSchedule.of(ScheduleType.COSINE, 20);
    assertThatThrownBy(() -> schedule.alphaBar(21))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("21")
        .hasMessageContaining("0 to 20");
    assertThatThrownBy(() -> schedule.beta(0)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> schedule.posterior(5, 5)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> schedule.times(20, 21))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("1 to the model's 20, not 21");
    assertThatThrownBy(() -> schedule.times(0, 5)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void allStepsAreVisitedIfSoManyAreWanted() {
    int[] expected = IntStream.rangeClosed(0, 30).map(i -> 30 - i).toArray();
    assertThat(NoiseSchedule.of(ScheduleType.COSINE, 30).times(30, 30)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1000, 50, 51", "1000, 1, 2", "1000, 333, 334", "500, 50, 26", "510, 50, 27"})
  void visitedStepsAreEvenlySpacedBelowTheStart(int from, int count, int length) {
    int[] times = NoiseSchedule.of(ScheduleType.COSINE, 1000).times(from, count);
    assertThat(times).hasSize(length);
    assertThat(times[0]).isEqualTo(from);
    assertThat(times[length - 1]).isZero();
    for (int i = 1; i < length; i++) {
      assertThat(times[i - 1] - times[i]).isBetween(1, 1000 / count + 1);
    }
  }

  @Test
  void aStartBetweenTwoVisitedStepsGoesOnWithTheLowerOne() {
    NoiseSchedule schedule = NoiseSchedule.of(ScheduleType.COSINE, 100);
    assertThat(schedule.times(100, 5)).containsExactly(100, 80, 60, 40, 20, 0);
    assertThat(schedule.times(50, 5)).containsExactly(50, 40, 20, 0);
    assertThat(schedule.times(40, 5)).containsExactly(40, 20, 0);
    assertThat(schedule.times(7, 5)).containsExactly(7, 0);
  }
}
