package latentlab.models.autoencoder;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.likelihood.BernoulliLogits;
import latentlab.models.networks.PixelLoss;

/**
 * The reconstruction term. The decoder's outputs are logits l, the pixels drawn are p = sigmoid(l),
 * from 0 to 1 as images are, whatever the loss. One thread at a time.
 *
 * <p>The squared error's gradient by a logit is {@code 2 (p - x) p (1 - p)}, that of the
 * cross-entropy {@code p - x}.
 */
final class PixelError {

  private final PixelLoss loss;
  private final int pixels;
  private final BernoulliLogits sigmoid;
  private float[] drawn = {};

  PixelError(PixelLoss loss, int pixels) {
    this.loss = loss;
    this.pixels = pixels;
    this.sigmoid = new BernoulliLogits(pixels);
  }

  /** By what sums over an image's pixels are divided to be shown. */
  int unit() {
    return loss == PixelLoss.MSE ? pixels : 1;
  }

  /**
   * The images that a decoder draws.
   *
   * @param logits [rows, pixels]
   * @param target receives them
   * @param offset where in the target they start
   */
  void draw(Matrix logits, float[] target, int offset) {
    sigmoid.probabilities(logits, target, offset);
  }

  /**
   * The loss.
   *
   * @param logits [rows, pixels]
   * @param originals [rows, pixels]
   * @return the sum over rows and pixels
   */
  double measure(Matrix logits, float[] originals) {
    if (loss == PixelLoss.BINARY_CROSS_ENTROPY) {
      return sigmoid.negativeLogLikelihood(logits, originals);
    }
    drawInto(logits);
    double sum = 0;
    for (int from = 0; from < logits.rows() * pixels; from += pixels) {
      sum += squares(drawn, originals, from, pixels);
    }
    return sum;
  }

  /**
   * The loss, and in place of the logits its gradient with respect to them.
   *
   * @param logits [rows, pixels], overwritten
   * @param originals [rows, pixels]
   * @param scale what the gradient is multiplied with
   * @return the sum over rows and pixels, not scaled
   */
  double computeGradient(Matrix logits, float[] originals, float scale) {
    if (loss == PixelLoss.BINARY_CROSS_ENTROPY) {
      return sigmoid.lossAndGradient(logits, originals, scale);
    }
    double sum = measure(logits, originals);
    replaceByGradient(drawn, originals, logits.rows() * pixels, 2 * scale);
    logits.copyFrom(drawn);
    return sum;
  }

  private void drawInto(Matrix logits) {
    int size = Math.multiplyExact(logits.rows(), pixels);
    if (drawn.length < size) {
      drawn = new float[size];
    }
    sigmoid.probabilities(logits, drawn, 0);
  }

  private static float squares(float[] drawn, float[] originals, int from, int count) {
    float sum = 0;
    for (int i = from; i < from + count; i++) {
      float difference = drawn[i] - originals[i];
      sum += difference * difference;
    }
    return sum;
  }

  private static void replaceByGradient(float[] drawn, float[] originals, int count, float factor) {
    for (int i = 0; i < count; i++) {
      float p = drawn[i];
      drawn[i] = factor * (p - originals[i]) * p * (1 - p);
    }
  }
}
