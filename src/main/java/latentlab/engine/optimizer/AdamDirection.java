package latentlab.engine.optimizer;

/**
 * The part that Adam and AdamW share: the two running moments and the direction they give. It works
 * in single precision, its coefficients are computed in double.
 */
final class AdamDirection {

  private final double beta1;
  private final double beta2;

  AdamDirection(double beta1, double beta2) {
    this.beta1 = beta1;
    this.beta2 = beta2;
  }

  /** sqrt(1 - beta2^t), what the root of the second moment lacks at step t. */
  double secondCorrection(long step) {
    return Math.sqrt(1 - Math.pow(beta2, (double) step));
  }

  /** The factor of m / sqrt(v) that corrects both moments at step t. */
  float correctedRate(long step, double rate) {
    return (float) (rate * secondCorrection(step) / (1 - Math.pow(beta1, (double) step)));
  }

  /**
   * Updates the moments m and v by the gradient, and replaces that by rate * m / (sqrt(v) +
   * epsilon).
   */
  void replaceGradient(
      int length, float[] gradient, float[] mean, float[] square, float rate, float epsilon) {
    float decay1 = (float) beta1;
    float decay2 = (float) beta2;
    float rest1 = 1 - decay1;
    float rest2 = 1 - decay2;
    for (int i = 0; i < length; i++) {
      float g = gradient[i];
      float m = decay1 * mean[i] + rest1 * g;
      float v = decay2 * square[i] + rest2 * g * g;
      mean[i] = m;
      square[i] = v;
      gradient[i] = rate * m / ((float) Math.sqrt(v) + epsilon);
    }
  }
}
