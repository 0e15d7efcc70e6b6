package latentlab.models.denoising;

import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.failure.InvalidInputException;
import latentlab.random.Seed;

/**
 * How images drown in noise: q(x_t | x_0) in closed form (Ho et al. 2020, equation 4).
 *
 * @param schedule how much noise there is at each step
 */
public record ForwardProcess(NoiseSchedule schedule) {

  /**
   * Noisy images.
   *
   * @param images [count, height, width, channels], 0 to 1
   * @param t the step, from 1 to T
   * @param seeds of the noise, one for each image
   * @return x_t
   * @throws InvalidInputException if there is no such step, or the seeds are not as many as the
   *     images
   */
  public NoisyImages noised(ImageBatch images, int t, List<Seed> seeds) {
    schedule.checkNoisy(t);
    if (images.count() != seeds.size()) {
      throw new InvalidInputException(
          String.format("there are %d images; %d were asked for", images.count(), seeds.size()));
    }
    float[] clean = PixelRange.centred(images);
    Move forward = new Move(schedule.signal(t), 0, 0, schedule.noise(t));
    List<Seed> noise = GaussianNoise.seeds(seeds, "forward");
    return new NoisyImages(images.shape(), t, forward.apply(clean, clean, clean, noise));
  }
}
