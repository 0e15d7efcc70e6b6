package latentlab.models;

import latentlab.data.ImageBatch;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/**
 * Capability: the code of a given image is searched for, by models that have no encoder or besides
 * it. It takes seconds where an {@link Encoder} takes milliseconds.
 */
public interface Inverter extends LatentSpace {

  /**
   * Codes whose images resemble the given ones. That of an image depends on the image, the settings
   * and the seed alone, up to the rounding of sums in batches of other sizes.
   *
   * @param images [count, height, width, channels], 0 to 1
   * @param settings of the search
   * @param seed decides where it starts
   * @param progress is told how much of the search is done
   * @param cancellation asked at each step
   * @return [count, latentSize]
   * @throws IllegalArgumentException if the images have another size than the model's
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  LatentCodes invert(
      ImageBatch images,
      InversionSettings settings,
      Seed seed,
      Progress progress,
      Cancellation cancellation);
}
