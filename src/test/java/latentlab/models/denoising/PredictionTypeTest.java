package latentlab.models.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PredictionTypeTest {

  private static final double IMAGE = 0.35;
  private static final double NOISE = -1.7;

  @ParameterizedTest
  @EnumSource
  void imageAndNoiseComeBackFromTheTarget(PredictionType type) {
    NoiseSchedule schedule = NoiseSchedule.of(ScheduleType.COSINE, 100);
    for (int t = 1; t < 100; t++) {
      double a = schedule.signal(t);
      double b = schedule.noise(t);
      double noisy = a * IMAGE + b * NOISE;
      double image = type.image(noisy, type.target(IMAGE, NOISE, a, b), a, b);
      assertThat(image).isCloseTo(IMAGE, within(1e-9));
      assertThat(PredictionType.noise(noisy, image, a, b)).isCloseTo(NOISE, within(1e-9));
    }
  }

  /** An error of x_0 costs min(SNR, gamma) times its square, whatever the network tells. */
  @ParameterizedTest
  @EnumSource
  void withMinSnrAllPredictionsWeighErrorsOfTheImageAlike(PredictionType type) {
    double gamma = 5;
    for (double alphaBar : new double[] {0.01, 0.5, 0.8, 0.95, 0.999}) {
      double a = Math.sqrt(alphaBar);
      double b = Math.sqrt(1 - alphaBar);
      double noisy = a * IMAGE + b * NOISE;
      double wrong = IMAGE + 0.1;
      double wrongTarget = type.target(wrong, PredictionType.noise(noisy, wrong, a, b), a, b);
      double difference = wrongTarget - type.target(IMAGE, NOISE, a, b);
      double ratio = alphaBar / (1 - alphaBar);
      assertThat(type.weight(ratio, gamma) * difference * difference)
          .isCloseTo(Math.min(ratio, gamma) * 0.01, within(1e-9));
    }
  }

  @Test
  void withoutGammaAllStepsWeighTheSame() {
    for (PredictionType type : PredictionType.values()) {
      assertThat(type.weight(0.01, 0)).isEqualTo(1);
      assertThat(type.weight(1000, 0)).isEqualTo(1);
    }
  }
}
