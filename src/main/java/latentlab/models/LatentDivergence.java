package latentlab.models;

import latentlab.data.ImageBatch;

/**
 * Capability: how much each latent dimension tells about the image. A dimension with a divergence
 * near 0 has collapsed to the prior and carries nothing.
 */
public interface LatentDivergence {

  /**
   * KL(q(z_j|x) || p(z_j)) for each dimension j.
   *
   * @param images [count, height, width, channels], 0 to 1
   * @return [latentSize], means over the images, in nats
   */
  double[] divergenceByDimension(ImageBatch images);
}
