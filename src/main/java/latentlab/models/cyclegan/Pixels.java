package latentlab.models.cyclegan;

import latentlab.engine.kernels.Matrix;

/** Between pixels from 0 to 1, as they are outside, and from -1 to 1, as tanh gives them. */
final class Pixels {

  private Pixels() {}

  /** Copies values of 0 to 1 as values of -1 to 1. */
  static void toSigned(float[] source, int from, float[] target, int to, int count) {
    for (int i = 0; i < count; i++) {
      target[to + i] = 2 * source[from + i] - 1;
    }
  }

  /** Copies values of -1 to 1 as values of 0 to 1. */
  static void toUnit(Matrix source, float[] target, int to) {
    int count = source.rows() * source.columns();
    source.buffer().get(0, target, to, count);
    for (int i = to; i < to + count; i++) {
      target[i] = 0.5f * (target[i] + 1);
    }
  }
}
