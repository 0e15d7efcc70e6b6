package latentlab.ui.diffusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.models.denoising.NoiseSchedule;
import latentlab.models.denoising.SamplingRequest;
import latentlab.models.denoising.Trajectory;
import latentlab.models.denoising.TrajectoryStep;
import latentlab.random.Seed;

/**
 * How images become noise, without a network: x_t = sqrt(abar) x_0 + sqrt(1 - abar) e with the same
 * noise e at every step (Ho et al. 2020, equation 4), as a way that can be gone both ways.
 */
final class NoisingWay {

  private NoisingWay() {}

  /**
   * The way from noise to the images as they are.
   *
   * @param images [count, height, width, channels], 0 to 1
   * @param schedule how much noise there is
   * @param request its seeds decide the noise, its steps how many are shown
   * @return ends with the images
   */
  static Trajectory of(ImageBatch images, NoiseSchedule schedule, SamplingRequest request) {
    float[] clean = new float[images.pixels().length];
    float[] noise = new float[clean.length];
    int size = images.shape().size();
    for (int i = 0; i < images.count(); i++) {
      Seed seed = request.seeds().get(i).derive("forward");
      RandomGenerator random = seed.generator();
      for (int k = i * size; k < (i + 1) * size; k++) {
        clean[k] = 2 * images.pixels()[k] - 1;
        noise[k] = (float) random.nextGaussian();
      }
    }
    int[] times = schedule.times(schedule.steps(), request.steps());
    List<TrajectoryStep> steps = new ArrayList<>();
    for (int i = 0; i + 1 < times.length; i++) {
      steps.add(step(images, schedule, times[i], times[i + 1], clean, noise));
    }
    return new Trajectory(request, Optional.empty(), steps, images);
  }

  private static TrajectoryStep step(
      ImageBatch images, NoiseSchedule schedule, int t, int next, float[] clean, float[] noise) {
    float signal = (float) schedule.signal(t);
    float spread = (float) schedule.noise(t);
    float[] noisy = new float[clean.length];
    for (int k = 0; k < noisy.length; k++) {
      noisy[k] = signal * clean[k] + spread * noise[k];
    }
    return new TrajectoryStep(
        images.shape(), t, next, schedule.alphaBar(t), schedule.alphaBar(next), noisy, clean);
  }
}
