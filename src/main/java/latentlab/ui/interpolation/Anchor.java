package latentlab.ui.interpolation;

import java.util.Optional;
import latentlab.data.ImageBatch;

/**
 * A point that the way leads through: that of an image, or a random one. Anchors are told apart by
 * identity of their image, so that a code is looked for once.
 *
 * @param image one image; empty for a random point
 * @param seed decides the random point
 * @param label the class in which models see the anchor that are told classes
 */
record Anchor(Optional<ImageBatch> image, long seed, int label) {

  /** The point of an image. */
  static Anchor of(ImageBatch image, int label) {
    return new Anchor(Optional.of(image), 0, label);
  }

  /** A random point. */
  static Anchor sampled(long seed, int label) {
    return new Anchor(Optional.empty(), seed, label);
  }

  Anchor withLabel(int other) {
    return new Anchor(image, seed, other);
  }
}
