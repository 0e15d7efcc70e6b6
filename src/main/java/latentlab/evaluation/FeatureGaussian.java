package latentlab.evaluation;

import latentlab.failure.OperationFailedException;
import latentlab.models.ImageClassifier.Features;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A Gaussian fitted to features, gathered batch by batch in double precision: their mean, and their
 * covariance over n - 1.
 */
final class FeatureGaussian {

  private long count;
  private double[] sums = new double[0];
  private double[][] products = new double[0][0];

  /**
   * Takes some features in.
   *
   * @param features [count, size], of the same size each time
   */
  void add(Features features) {
    int size = features.size();
    if (count == 0) {
      sums = new double[size];
      products = new double[size][size];
    }
    double[] row = new double[size];
    for (int r = 0; r < features.count(); r++) {
      for (int i = 0; i < size; i++) {
        row[i] = features.values()[r * size + i];
        sums[i] += row[i];
        addScaled(products[i], row, row[i], i);
      }
    }
    count += features.count();
  }

  /** The lower half, of which the features up to the last one are known. */
  private static void addScaled(double[] target, double[] row, double factor, int last) {
    for (int j = 0; j <= last; j++) {
      target[j] += factor * row[j];
    }
  }

  /**
   * The Frechet distance of two Gaussians (Heusel et al. 2017, equation 6). The trace of the root
   * of C1 C2 is that of the symmetric {@code (C1^(1/2) C2 C1^(1/2))^(1/2)}, which has the same
   * eigenvalues.
   *
   * @param other of features of the same size
   * @return at least 0
   * @throws IllegalStateException if one of them has fewer than two rows
   * @throws OperationFailedException if the eigenvalues are not found
   */
  double distance(FeatureGaussian other) {
    double squares = 0;
    for (int i = 0; i < sums.length; i++) {
      double difference = sums[i] / count - other.sums[i] / other.count;
      squares += difference * difference;
    }
    RealMatrix first = covariance();
    RealMatrix second = other.covariance();
    try {
      RealMatrix root = squareRoot(first);
      RealMatrix product = symmetric(root.multiply(second).multiply(root));
      double traceOfRoot = 0;
      for (double eigenvalue : new EigenDecomposition(product).getRealEigenvalues()) {
        traceOfRoot += Math.sqrt(Math.max(0, eigenvalue));
      }
      return Math.max(0, squares + first.getTrace() + second.getTrace() - 2 * traceOfRoot);
    } catch (MathIllegalStateException e) {
      throw new OperationFailedException("the Frechet distance did not converge", e);
    }
  }

  private RealMatrix covariance() {
    if (count < 2) {
      throw new IllegalStateException("a covariance needs at least 2 rows, not " + count);
    }
    int size = sums.length;
    double[][] values = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        values[i][j] = (products[i][j] - sums[i] / count * sums[j]) / (count - 1);
        values[j][i] = values[i][j];
      }
    }
    return new Array2DRowRealMatrix(values, false);
  }

  /** Rounding makes the least eigenvalues of a covariance negative; they are taken for 0. */
  private static RealMatrix squareRoot(RealMatrix matrix) {
    EigenDecomposition parts = new EigenDecomposition(matrix);
    RealMatrix vectors = parts.getV();
    RealMatrix scaled = vectors.copy();
    double[] eigenvalues = parts.getRealEigenvalues();
    for (int j = 0; j < eigenvalues.length; j++) {
      scaled.setColumnVector(
          j, vectors.getColumnVector(j).mapMultiply(Math.sqrt(Math.max(0, eigenvalues[j]))));
    }
    return symmetric(scaled.multiply(vectors.transpose()));
  }

  /** Without the rounding errors that would make the decomposition a general one. */
  private static RealMatrix symmetric(RealMatrix matrix) {
    return matrix.add(matrix.transpose()).scalarMultiply(0.5);
  }
}
