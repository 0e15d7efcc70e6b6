package latentlab.models;

import latentlab.data.ImageBatch;

/** Capability: images are made from points of a continuous space. */
public interface LatentSpace {

  /**
   * The number of latent dimensions.
   *
   * @return at least 1
   */
  int latentSize();

  /**
   * How far from the origin codes are usually found, in each dimension.
   *
   * @return a positive distance; sliders and grids run from its negative to it
   */
  float latentExtent();

  /**
   * The images at some points, without noise.
   *
   * @param codes [count, latentSize]
   * @return [count, height, width, channels], 0 to 1
   * @throws IllegalArgumentException if the codes have another number of dimensions
   */
  ImageBatch decode(LatentCodes codes);
}
