package latentlab.models;

import latentlab.data.ImageBatch;

/** Capability: a given image is passed through the model and comes out as the model sees it. */
public interface Reconstructor {

  /**
   * The reconstructions of some images, without noise.
   *
   * @param images [count, height, width, channels], 0 to 1
   * @return images of the same size and order
   * @throws IllegalArgumentException if the images have another size than the model's
   */
  ImageBatch reconstruct(ImageBatch images);
}
