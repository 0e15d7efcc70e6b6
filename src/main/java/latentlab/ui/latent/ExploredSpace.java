package latentlab.ui.latent;

import java.util.List;

/**
 * A latent space that can be explored, or one for each class of a model that is told the class.
 *
 * @param size the number of latent dimensions, at least 1
 * @param extent how far from the origin codes are usually found in each dimension, above 0
 * @param classNames the classes to choose from; empty if the model is not told the class
 * @param decoders makes images from points: one for each class, or a single one without classes
 */
record ExploredSpace(int size, float extent, List<String> classNames, List<Decoder> decoders) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there are not as many decoders as classes
   */
  ExploredSpace {
    classNames = List.copyOf(classNames);
    decoders = List.copyOf(decoders);
    if (decoders.size() != Math.max(1, classNames.size())) {
      throw new IllegalArgumentException(
          decoders.size() + " decoders do not belong to " + classNames.size() + " classes");
    }
  }

  /** A space of a model that is not told the class. */
  ExploredSpace(int size, float extent, Decoder decoder) {
    this(size, extent, List.of(), List.of(decoder));
  }

  /** Whether points of the other space have their place in this one too. */
  boolean hasFormOf(ExploredSpace other) {
    return size == other.size && extent == other.extent;
  }
}
