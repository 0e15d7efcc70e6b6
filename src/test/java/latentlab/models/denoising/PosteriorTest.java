package latentlab.models.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PosteriorTest {

  /** q(x_s | x_t, x_0) is q(x_t | x_s) q(x_s | x_0), normalised; both sides on a fine grid. */
  @ParameterizedTest
  @CsvSource({"60, 59", "60, 30", "100, 99", "12, 3"})
  void isWhatBayesRuleSays(int t, int s) {
    for (ScheduleType type : ScheduleType.values()) {
      NoiseSchedule schedule = NoiseSchedule.of(type, 100);
      double clean = 0.7;
      double noisy = -0.4;
      double kept = schedule.alphaBar(t) / schedule.alphaBar(s);
      double sum = 0;
      double first = 0;
      double second = 0;
      double step = 2e-4;
      for (double x = -6; x < 6; x += step) {
        double density =
            normal(x, schedule.signal(s) * clean, 1 - schedule.alphaBar(s))
                * normal(noisy, Math.sqrt(kept) * x, 1 - kept);
        sum += density;
        first += x * density;
        second += x * x * density;
      }
      double mean = first / sum;
      Posterior posterior = schedule.posterior(t, s);
      assertThat(posterior.imageFactor() * clean + posterior.noisyFactor() * noisy)
          .isCloseTo(mean, within(1e-6));
      assertThat(posterior.variance()).isCloseTo(second / sum - mean * mean, within(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource
  void itsVarianceIsAtMostThatOfTheStep(ScheduleType type) {
    NoiseSchedule schedule = NoiseSchedule.of(type, 100);
    assertThat(schedule.posteriorVariance(1)).isZero();
    for (int t = 2; t <= 100; t++) {
      assertThat(schedule.posteriorVariance(t)).isBetween(0.0, schedule.beta(t));
    }
  }

  @Test
  void theLastStepIsTheImageItself() {
    Posterior posterior = NoiseSchedule.of(ScheduleType.COSINE, 100).posterior(40, 0);
    assertThat(posterior.imageFactor()).isCloseTo(1, within(1e-12));
    assertThat(posterior.noisyFactor()).isZero();
    assertThat(posterior.variance()).isZero();
  }

  private static double normal(double x, double mean, double variance) {
    return Math.exp(-(x - mean) * (x - mean) / (2 * variance)) / Math.sqrt(variance);
  }
}
