package latentlab.engine.primitives.elementwise;

/** A step without a condition, so that loops with it are vectorised. */
final class Step {

  private Step() {}

  /**
   * 1 for x &gt; 0 and 0 for x &lt;= 0; between them only for x &lt; 3e-39, which is no normal
   * float.
   */
  static float at(float x) {
    return Math.max(Math.min(x * Float.MAX_VALUE, 1f), 0f);
  }
}
