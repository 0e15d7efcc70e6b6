package latentlab.models.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import latentlab.data.ImageShape;
import latentlab.progress.Cancellation;
import latentlab.random.Seed;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerTypeTest {

  private static final NoiseSchedule SCHEDULE = NoiseSchedule.of(ScheduleType.COSINE, 1000);
  private static final ImageShape SHAPE = new ImageShape(64, 128, 1);
  private static final Offset<Double> EXACT = within(1e-9);

  /** So the exact predictor must lead to the data: the mean within 5, the variance within 4.5. */
  @ParameterizedTest
  @CsvSource({
    "DDPM, 1000, 0",
    "DDIM, 1000, 0",
    "DDIM, 1000, 0.5",
    "DDIM, 1000, 1",
    "DDIM, 200, 0",
    "DPM_SOLVER, 1000, 0",
    "DPM_SOLVER, 50, 0"
  })
  void samplesOfAKnownGaussianHaveItsMeanAndVariance(SamplerType type, int steps, double eta) {
    GaussianData data = new GaussianData(SCHEDULE, 0.3, 0.04, 0);
    float[] values = sampled(data, type, steps, eta);
    double n = values.length;
    assertThat(Moments.mean(values)).isCloseTo(0.3, within(5 * 0.2 / Math.sqrt(n)));
    assertThat(Moments.variance(values))
        .isCloseTo(0.04, within(0.04 * (0.02 + 4.5 * Math.sqrt(2 / n))));
  }

  @Test
  void ddimWithEtaOneIsAncestralSampling() {
    for (int t : new int[] {1000, 700, 41, 2, 1}) {
      for (int s : new int[] {t - 1, t / 2, 0}) {
        Move ancestral = SamplerType.DDPM.move(SCHEDULE, 0, t, s, 1);
        Move implicit = SamplerType.DDIM.move(SCHEDULE, 0, t, s, 1);
        assertThat(implicit.deviation()).isCloseTo(ancestral.deviation(), EXACT);
        assertThat(implicit.noisyFactor()).isCloseTo(ancestral.noisyFactor(), within(1e-6));
        assertThat(implicit.imageFactor()).isCloseTo(ancestral.imageFactor(), within(1e-6));
      }
    }
  }

  @Test
  void etaScalesTheNoiseOfDdim() {
    double whole = SamplerType.DDIM.move(SCHEDULE, 0, 500, 480, 1).deviation();
    assertThat(SamplerType.DDIM.move(SCHEDULE, 0, 500, 480, 0.25).deviation())
        .isCloseTo(0.25 * whole, EXACT);
    assertThat(SamplerType.DDIM.move(SCHEDULE, 0, 500, 480, 0).deviation()).isZero();
  }

  /** For x_t = a x_0 + b e with unit e: what is made of it has the power of step s. */
  @ParameterizedTest
  @CsvSource({"DDPM, 0", "DDIM, 0", "DDIM, 0.7", "DPM_SOLVER, 0"})
  void aMoveWithTheTrueImageLeadsToTheForwardProcessAtTheNextStep(SamplerType type, double eta) {
    for (int s : new int[] {590, 100, 0}) {
      Move move = type.move(SCHEDULE, 0, 600, s, eta);
      double signal = move.noisyFactor() * SCHEDULE.signal(600) + move.imageFactor();
      double noise = Math.hypot(move.noisyFactor() * SCHEDULE.noise(600), move.deviation());
      assertThat(signal).isCloseTo(SCHEDULE.signal(s), EXACT);
      assertThat(noise).isCloseTo(SCHEDULE.noise(s), EXACT);
    }
  }

  @Test
  void theSolversFirstStepIsThatOfDdim() {
    assertThat(SamplerType.DPM_SOLVER.move(SCHEDULE, 0, 300, 250, 0))
        .isEqualTo(SamplerType.DDIM.move(SCHEDULE, 0, 300, 250, 0));
  }

  /** Equation 3.5 of the paper is exact where the prediction is linear in lambda. */
  @Test
  void theSolversSecondOrderWeighsTheChangeOfThePrediction() {
    Move first = SamplerType.DPM_SOLVER.move(SCHEDULE, 0, 300, 250, 0);
    Move second = SamplerType.DPM_SOLVER.move(SCHEDULE, 350, 300, 250, 0);
    assertThat(second.noisyFactor()).isEqualTo(first.noisyFactor());
    assertThat(second.imageFactor() + second.previousFactor())
        .isCloseTo(first.imageFactor(), EXACT);
    double step = lambda(250) - lambda(300);
    double stepBefore = lambda(300) - lambda(350);
    assertThat(-second.previousFactor() / first.imageFactor())
        .isCloseTo(step / (2 * stepBefore), EXACT);
  }

  /** Down to a step with noise: the last step to the image is of first order in both. */
  @Test
  void inFewStepsTheSolverIsNearerToTheDataThanDdim() {
    GaussianData data = new GaussianData(SCHEDULE, 0.3, 0.04, 0);
    int[] times = {1000, 800, 600, 400, 200};
    double expected = 0.04 * SCHEDULE.alphaBar(200) + 1 - SCHEDULE.alphaBar(200);
    double solver = Moments.variance(run(data, SamplerType.DPM_SOLVER, 0, times)) - expected;
    double ddim = Moments.variance(run(data, SamplerType.DDIM, 0, times)) - expected;
    assertThat(Math.abs(solver)).isLessThan(Math.abs(ddim) / 2);
  }

  private static double lambda(int t) {
    return Math.log(SCHEDULE.signal(t) / SCHEDULE.noise(t));
  }

  private static float[] sampled(GaussianData data, SamplerType type, int steps, double eta) {
    return run(data, type, eta, SCHEDULE.times(1000, steps));
  }

  /** Before they become pictures, for those are cut off. */
  private static float[] run(GaussianData data, SamplerType type, double eta, int... times) {
    SamplingRequest request =
        SamplingRequest.of(1, new Seed(5), 1).withSampler(type, eta).withClip(false);
    float[] noise = GaussianNoise.standard(List.of(new Seed(6)), SHAPE.size());
    return new ReverseProcess(SHAPE, SCHEDULE, data, request, Optional.empty(), noise)
        .run(times, new Cancellation(), step -> {});
  }
}
