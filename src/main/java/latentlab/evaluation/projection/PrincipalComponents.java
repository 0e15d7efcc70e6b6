package latentlab.evaluation.projection;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.failure.InvalidInputException;
import latentlab.models.LatentCodes;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The mean of codes and the orthogonal directions in which they vary most (Pearson 1901): the
 * eigenvectors of their covariance, with the largest eigenvalue first. An eigenvector's sign is
 * chosen so that its entry of largest size is positive, which makes the directions unique where the
 * variances differ.
 */
public final class PrincipalComponents {

  private final double[] mean;
  private final double[][] directions;
  private final double[] variances;

  private PrincipalComponents(double[] mean, double[][] directions, double[] variances) {
    this.mean = mean;
    this.directions = directions;
    this.variances = variances;
  }

  /**
   * The principal components of some codes.
   *
   * @param codes [count, size], at least one
   * @return as many components as the codes have dimensions
   * @throws InvalidInputException if there is no code, or one holds what is not a finite number
   */
  public static PrincipalComponents of(LatentCodes codes) {
    if (codes.count() == 0) {
      throw new InvalidInputException("there are no codes to project; at least one is needed");
    }
    double[] mean = mean(codes);
    EigenDecomposition eigen =
        new EigenDecomposition(new Array2DRowRealMatrix(covariance(codes, mean), false));
    List<Integer> order =
        IntStream.range(0, codes.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -eigen.getRealEigenvalue(i)))
            .toList();
    double[][] directions = new double[codes.size()][];
    double[] variances = new double[codes.size()];
    for (int rank = 0; rank < codes.size(); rank++) {
      directions[rank] = oriented(eigen.getEigenvector(order.get(rank)).toArray());
      variances[rank] = Math.max(0, eigen.getRealEigenvalue(order.get(rank)));
    }
    return new PrincipalComponents(mean, directions, variances);
  }

  /**
   * The number of dimensions of the codes, which is that of the components.
   *
   * @return at least 1
   */
  public int size() {
    return mean.length;
  }

  /**
   * The middle of the codes.
   *
   * @return a copy, [size]
   */
  public double[] mean() {
    return mean.clone();
  }

  /**
   * One direction.
   *
   * @param component 0 for the one of largest variance
   * @return a copy, [size], of length 1
   */
  public double[] direction(int component) {
    return directions[component].clone();
  }

  /**
   * How far the codes spread in a direction.
   *
   * @param component 0 for the largest
   * @return the variance, in squared units of the codes
   */
  public double variance(int component) {
    return variances[component];
  }

  /**
   * The codes seen along two components.
   *
   * @param codes [count, size]
   * @param across the component that runs from left to right
   * @param upwards the one that runs from bottom to top; where there is none all points lie at 0
   * @return a point for each code, measured from the mean
   */
  public PlanePoints plane(LatentCodes codes, int across, int upwards) {
    codes.checkSize(size());
    float[] points = new float[2 * codes.count()];
    for (int i = 0; i < codes.count(); i++) {
      points[2 * i] = (float) coordinate(codes, i, across);
      points[2 * i + 1] = upwards < size() ? (float) coordinate(codes, i, upwards) : 0;
    }
    return new PlanePoints(points);
  }

  private double coordinate(LatentCodes codes, int index, int component) {
    double sum = 0;
    for (int j = 0; j < mean.length; j++) {
      double centred = codes.values()[index * mean.length + j] - mean[j];
      sum += centred * directions[component][j];
    }
    return sum;
  }

  private static double[] mean(LatentCodes codes) {
    double[] mean = new double[codes.size()];
    for (int i = 0; i < codes.values().length; i++) {
      float value = codes.values()[i];
      if (!Float.isFinite(value)) {
        throw new InvalidInputException(
            "code "
                + i / codes.size()
                + " holds "
                + value
                + " in dimension "
                + (i % codes.size() + 1)
                + "; only finite numbers can be projected");
      }
      mean[i % codes.size()] += value / codes.count();
    }
    return mean;
  }

  private static double[][] covariance(LatentCodes codes, double[] mean) {
    int size = mean.length;
    double[][] sums = new double[size][size];
    double[] centred = new double[size];
    for (int i = 0; i < codes.count(); i++) {
      for (int j = 0; j < size; j++) {
        centred[j] = codes.values()[i * size + j] - mean[j];
      }
      for (int j = 0; j < size; j++) {
        for (int k = 0; k <= j; k++) {
          sums[j][k] += centred[j] * centred[k];
        }
      }
    }
    for (int j = 0; j < size; j++) {
      for (int k = 0; k <= j; k++) {
        sums[j][k] /= Math.max(1, codes.count() - 1);
        sums[k][j] = sums[j][k];
      }
    }
    return sums;
  }

  private static double[] oriented(double[] direction) {
    int largest = 0;
    for (int j = 1; j < direction.length; j++) {
      // A little more than the one before, lest rounding decides between entries of one size.
      if (Math.abs(direction[j]) > Math.abs(direction[largest]) * (1 + 1e-9)) {
        largest = j;
      }
    }
    double sign = direction[largest] < 0 ? -1 : 1;
    double[] result = new double[direction.length];
    for (int j = 0; j < direction.length; j++) {
      result[j] = sign * direction[j];
    }
    return result;
  }
}
