package latentlab.evaluation.fewlabels;

import latentlab.models.ImageClassifier.Features;

/** Centres each feature, and divides all of them by one deviation. Immutable. */
final class Scaling {

  private final float[] mean;
  private final float inverseDeviation;

  private Scaling(float[] mean, float inverseDeviation) {
    this.mean = mean;
    this.inverseDeviation = inverseDeviation;
  }

  /** The scaling after which some rows have the mean 0 and the mean variance 1. */
  static Scaling of(Features rows) {
    float[] values = rows.values();
    double[] sum = new double[rows.size()];
    double squares = 0;
    for (int at = 0; at < values.length; at++) {
      sum[at % sum.length] += values[at];
      squares += (double) values[at] * values[at];
    }
    float[] mean = new float[sum.length];
    double variance = squares / values.length;
    for (int j = 0; j < mean.length; j++) {
      double average = sum[j] / rows.count();
      mean[j] = (float) average;
      variance -= average * average / mean.length;
    }
    return new Scaling(mean, (float) (1 / Math.sqrt(Math.max(variance, 1e-12))));
  }

  int size() {
    return mean.length;
  }

  /** The scaled features of rows [n, size]. */
  float[] apply(float[] features) {
    float[] scaled = new float[features.length];
    for (int at = 0; at < scaled.length; at++) {
      scaled[at] = (features[at] - mean[at % mean.length]) * inverseDeviation;
    }
    return scaled;
  }

  /** Derivatives by features from those by scaled ones, in place. */
  float[] toFeatures(float[] errors) {
    for (int at = 0; at < errors.length; at++) {
      errors[at] *= inverseDeviation;
    }
    return errors;
  }
}
