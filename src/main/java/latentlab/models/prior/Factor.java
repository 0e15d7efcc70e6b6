package latentlab.models.prior;

import java.util.Optional;

/**
 * A lower triangular matrix with a positive diagonal: the Cholesky factor L of a covariance L L^T.
 * Immutable.
 */
final class Factor {

  private final int size;
  private final double[] values;

  private Factor(int size, double[] values) {
    this.size = size;
    this.values = values;
  }

  /** The factor of a covariance [size, size], of which the lower triangle is read. */
  static Optional<Factor> ofCovariance(int size, double[] covariance) {
    double[] l = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = covariance[i * size + j];
        for (int k = 0; k < j; k++) {
          rest -= l[i * size + k] * l[j * size + k];
        }
        if (i != j) {
          l[i * size + j] = rest / l[j * size + j];
        } else if (rest > 0 && Double.isFinite(rest)) {
          l[i * size + i] = Math.sqrt(rest);
        } else {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Factor(size, l));
  }

  /** The factor with the elements [size, size] from an offset on; empty if they are none. */
  static Optional<Factor> ofElements(int size, float[] elements, int offset) {
    double[] l = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        l[i * size + j] = elements[offset + i * size + j];
        boolean sound = j < i || (j == i ? l[i * size + j] > 0 : l[i * size + j] == 0);
        if (!sound) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Factor(size, l));
  }

  /** Writes all elements, [size, size], from an offset on. */
  void copyTo(float[] target, int offset) {
    for (int i = 0; i < values.length; i++) {
      target[offset + i] = (float) values[i];
    }
  }

  /** log det L, half of that of the covariance. */
  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += Math.log(values[i * size + i]);
    }
    return sum;
  }

  /** Replaces x by L^-1 x. */
  void solve(double[] x) {
    for (int i = 0; i < size; i++) {
      double rest = x[i];
      for (int j = 0; j < i; j++) {
        rest -= values[i * size + j] * x[j];
      }
      x[i] = rest / values[i * size + i];
    }
  }

  /** Replaces x by L x. */
  void multiply(double[] x) {
    for (int i = size - 1; i >= 0; i--) {
      double sum = 0;
      for (int j = 0; j <= i; j++) {
        sum += values[i * size + j] * x[j];
      }
      x[i] = sum;
    }
  }
}
