package latentlab.ui.latent;

/**
 * A latent space that can be explored.
 *
 * @param size the number of latent dimensions, at least 1
 * @param extent how far from the origin codes are usually found in each dimension, above 0
 * @param decoder makes images from its points
 */
record ExploredSpace(int size, float extent, Decoder decoder) {

  /** Whether points of the other space have their place in this one too. */
  boolean hasFormOf(ExploredSpace other) {
    return size == other.size && extent == other.extent;
  }
}
