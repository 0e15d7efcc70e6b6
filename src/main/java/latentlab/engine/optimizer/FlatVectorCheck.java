package latentlab.engine.optimizer;

import java.nio.FloatBuffer;

/** Refuses buffers that are too short, by name, before anything was changed. */
final class FlatVectorCheck {

  private FlatVectorCheck() {}

  static void check(String name, FloatBuffer vector, long n) {
    if (n < 0 || vector.limit() < n) {
      throw new IllegalArgumentException(
          name + " must hold " + n + " floats, but holds " + vector.limit());
    }
  }
}
