package latentlab.models.vae;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.likelihood.BernoulliLogits;

/**
 * Each pixel is a Gaussian of one fixed standard deviation, whose mean is the sigmoid of what the
 * decoder gives, so that it lies within the range of pixels.
 */
final class GaussianPixels implements PixelLikelihood {

  private final int pixels;
  private final float precision;
  private final double rowConstant;
  private final BernoulliLogits sigmoid;
  private float[] means = new float[0];

  GaussianPixels(int pixels, double standardDeviation) {
    this.pixels = pixels;
    this.precision = (float) (1 / (standardDeviation * standardDeviation));
    this.rowConstant = pixels * (Math.log(standardDeviation) + 0.5 * Math.log(2 * Math.PI));
    this.sigmoid = new BernoulliLogits(pixels);
  }

  /** What the squared error was, given the loss of one image. */
  double squaredError(double loss) {
    return (loss - rowConstant) * 2 / precision;
  }

  @Override
  public void rowLosses(Matrix outputs, float[] targets, double[] losses) {
    readMeans(outputs);
    for (int r = 0; r < outputs.rows(); r++) {
      losses[r] = rowLoss(targets, r);
    }
  }

  @Override
  public double lossAndGradient(Matrix outputs, float[] targets, float scale) {
    readMeans(outputs);
    double sum = 0;
    for (int r = 0; r < outputs.rows(); r++) {
      sum += rowLoss(targets, r);
      replaceByGradient(targets, r, scale);
    }
    outputs.copyFrom(means);
    return sum;
  }

  @Override
  public void gradient(Matrix outputs, float[] targets, float[] rowScales) {
    readMeans(outputs);
    for (int r = 0; r < outputs.rows(); r++) {
      replaceByGradient(targets, r, rowScales[r]);
    }
    outputs.copyFrom(means);
  }

  @Override
  public void means(Matrix outputs, float[] target, int offset) {
    sigmoid.probabilities(outputs, target, offset);
  }

  private void readMeans(Matrix outputs) {
    if (means.length != outputs.rows() * pixels) {
      means = new float[outputs.rows() * pixels];
    }
    sigmoid.probabilities(outputs, means, 0);
  }

  private double rowLoss(float[] targets, int row) {
    double squares = 0;
    for (int i = row * pixels; i < (row + 1) * pixels; i++) {
      float difference = means[i] - targets[i];
      squares += difference * difference;
    }
    return 0.5 * precision * squares + rowConstant;
  }

  /** (m - x) / sigma^2, times the sigmoid's slope m (1 - m). */
  private void replaceByGradient(float[] targets, int row, float scale) {
    float factor = precision * scale;
    for (int i = row * pixels; i < (row + 1) * pixels; i++) {
      float mean = means[i];
      means[i] = factor * (mean - targets[i]) * mean * (1 - mean);
    }
  }
}
