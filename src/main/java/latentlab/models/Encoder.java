package latentlab.models;

import latentlab.data.ImageBatch;

/** Capability: the point of the latent space that stands for a given image. */
public interface Encoder extends LatentSpace {

  /**
   * The codes of some images, without noise (for a VAE, the mean of q(z|x)).
   *
   * @param images [count, height, width, channels], 0 to 1
   * @return [count, latentSize]
   * @throws IllegalArgumentException if the images have another size than the model's
   */
  LatentCodes encode(ImageBatch images);
}
