package latentlab.ui.interpolation;

import java.util.List;
import java.util.Optional;
import latentlab.data.ImageBatch;

/**
 * A point that the way leads through: that of an image, one of a latent space, or a random one.
 * Anchors are told apart by identity of their image, so that a code is looked for once.
 *
 * @param image one image; empty for another point
 * @param code the coordinates of a point; empty for another one
 * @param seed decides a random point
 * @param label the class in which models see the anchor that are told classes
 */
record Anchor(Optional<ImageBatch> image, List<Float> code, long seed, int label) {

  /** Copies the coordinates. */
  Anchor {
    code = List.copyOf(code);
  }

  /** The point of an image. */
  static Anchor of(ImageBatch image, int label) {
    return new Anchor(Optional.of(image), List.of(), 0, label);
  }

  /** The point with these coordinates, at least one. */
  static Anchor at(List<Float> code, int label) {
    return new Anchor(Optional.empty(), code, 0, label);
  }

  /** A random point. */
  static Anchor sampled(long seed, int label) {
    return new Anchor(Optional.empty(), List.of(), seed, label);
  }

  Anchor withLabel(int other) {
    return new Anchor(image, code, seed, other);
  }

  boolean isRandom() {
    return image.isEmpty() && code.isEmpty();
  }

  /** Whether a model can find the anchor in its space. */
  boolean fits(PathSpace space) {
    if (image.isPresent()) {
      return image.get().shape().equals(space.images().shape())
          && space.encoding() != PathSpace.Encoding.NONE;
    }
    return code.isEmpty() || code.size() == space.size();
  }

  /** The coordinates of a point in a space in which it fits; not of an image. */
  float[] pointIn(PathSpace space) {
    if (code.isEmpty()) {
      return space.sampled(seed);
    }
    float[] point = new float[code.size()];
    for (int i = 0; i < point.length; i++) {
      point[i] = code.get(i);
    }
    return point;
  }
}
