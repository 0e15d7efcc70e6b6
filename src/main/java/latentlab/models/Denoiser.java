package latentlab.models;

import latentlab.data.ImageBatch;
import latentlab.random.Seed;

/** Capability: a corrupted image is made clean again. */
public interface Denoiser extends Reconstructor {

  /**
   * Corrupts images as they were corrupted in training.
   *
   * @param images [count, height, width, channels], 0 to 1
   * @param seed decides the noise; the image at position i depends on it and i alone
   * @return images of the same size and order, 0 to 1
   */
  ImageBatch corrupt(ImageBatch images, Seed seed);
}
