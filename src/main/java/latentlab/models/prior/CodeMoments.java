package latentlab.models.prior;

import latentlab.failure.InvalidInputException;
import latentlab.models.LatentCodes;

/** The mean and covariance of codes. */
final class CodeMoments {

  /** What is added to each variance, as a part of the mean variance. */
  private static final double RIDGE = 1e-6;

  private CodeMoments() {}

  /**
   * The Gaussian with the moments of some codes.
   *
   * @throws InvalidInputException if they are fewer than 2 or all the same, or one is not finite
   */
  static Gaussian gaussian(LatentCodes codes) {
    int size = codes.size();
    double[] mean = mean(codes);
    double[] covariance = covariance(codes, mean);
    double ridge = ridge(size, covariance);
    for (int j = 0; j < size; j++) {
      covariance[j * size + j] += ridge;
    }
    Factor factor =
        Factor.ofCovariance(size, covariance)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "the codes have no covariance that a prior can be fitted to: in some"
                            + " dimensions they vary too much more than in others"));
    return new Gaussian(mean, factor);
  }

  /**
   * The least variance that a fitted distribution is to have in any direction.
   *
   * @throws InvalidInputException if all codes are the same
   */
  static double leastVariance(LatentCodes codes) {
    return ridge(codes.size(), covariance(codes, mean(codes)));
  }

  private static double ridge(int size, double[] covariance) {
    double variance = 0;
    for (int j = 0; j < size; j++) {
      variance += covariance[j * size + j] / size;
    }
    if (!(variance > 0)) {
      throw new InvalidInputException(
          "all codes are the same; a prior needs codes of different images from a trained model");
    }
    return RIDGE * variance;
  }

  private static double[] mean(LatentCodes codes) {
    double[] mean = new double[codes.size()];
    float[] values = codes.values();
    for (int i = 0; i < values.length; i++) {
      mean[i % mean.length] += values[i];
    }
    for (int j = 0; j < mean.length; j++) {
      mean[j] /= codes.count();
    }
    return mean;
  }

  private static double[] covariance(LatentCodes codes, double[] mean) {
    int size = codes.size();
    double[] sum = new double[size * size];
    double[] centred = new double[size];
    for (int i = 0; i < codes.count(); i++) {
      for (int j = 0; j < size; j++) {
        centred[j] = codes.values()[i * size + j] - mean[j];
      }
      addSquare(sum, centred, 1.0 / codes.count());
    }
    return sum;
  }

  /** Adds weight * x x^T to the lower triangle of a sum. */
  static void addSquare(double[] sum, double[] x, double weight) {
    int size = x.length;
    for (int j = 0; j < size; j++) {
      double scaled = weight * x[j];
      for (int k = 0; k <= j; k++) {
        sum[j * size + k] += scaled * x[k];
      }
    }
  }
}
