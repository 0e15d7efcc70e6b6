package latentlab.models.vae;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.likelihood.BernoulliLogits;

/** Each pixel is a coin; the decoder gives the logits. */
final class BernoulliPixels implements PixelLikelihood {

  private final BernoulliLogits logits;

  BernoulliPixels(int pixels) {
    logits = new BernoulliLogits(pixels);
  }

  @Override
  public void rowLosses(Matrix outputs, float[] pixels, double[] losses) {
    logits.rowLosses(outputs, pixels, losses);
  }

  @Override
  public double lossAndGradient(Matrix outputs, float[] pixels, float scale) {
    return logits.lossAndGradient(outputs, pixels, scale);
  }

  @Override
  public void gradient(Matrix outputs, float[] pixels, float[] rowScales) {
    logits.gradient(outputs, pixels, rowScales);
  }

  @Override
  public void means(Matrix outputs, float[] means, int offset) {
    logits.probabilities(outputs, means, offset);
  }
}
