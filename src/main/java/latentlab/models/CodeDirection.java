package latentlab.models;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * A direction of a latent space along which images change in one respect.
 *
 * @param step [latentSize] what is added to a code for a strength of 1
 * @param share how much of what varies in that respect the direction explains, from 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // Directions are never compared.
public record CodeDirection(float[] step, double share) {

  /**
   * From the mean code of one class to that of another (Larsen et al., 2016, section 4.2).
   *
   * @param codes [n, latentSize]
   * @param labels [n]
   * @param from the class that is subtracted
   * @param to the class that is added
   * @return the difference of the means; the share is the part of the variance of the label, 0 for
   *     one class and 1 for the other, that the place along the direction explains
   * @throws IllegalArgumentException if one of the classes has no code
   */
  public static CodeDirection betweenClasses(LatentCodes codes, int[] labels, int from, int to) {
    double[] start = mean(codes, labels, from);
    double[] end = mean(codes, labels, to);
    float[] step = new float[codes.size()];
    for (int d = 0; d < step.length; d++) {
      step[d] = (float) (end[d] - start[d]);
    }
    return new CodeDirection(step, shareOfLabel(codes, labels, from, to, step));
  }

  /**
   * The direction in which a property of the images grows: with y = w z + b fitted by least squares
   * over the codes z, it is w sd(w z) / |w|^2: a strength of 1 is one standard deviation of the
   * codes in that direction, which moves the fitted property by one standard deviation of what the
   * codes explain of it, and nothing that is at right angles to w.
   *
   * @param codes [n, latentSize], more of them than dimensions
   * @param property [n] what was measured of the images
   * @return the direction; all zeros if the property does not depend on the codes. The share is the
   *     coefficient of determination of the fit.
   * @throws IllegalArgumentException if there are too few codes or other sizes
   */
  public static CodeDirection ofProperty(LatentCodes codes, double[] property) {
    int n = codes.count();
    if (property.length != n || n <= codes.size() + 1) {
      throw new IllegalArgumentException(
          String.format(
              "%d codes of %d dimensions and %d numbers", n, codes.size(), property.length));
    }
    double[] middle = mean(codes);
    RealMatrix centred = new Array2DRowRealMatrix(n, codes.size());
    for (int i = 0; i < n; i++) {
      for (int d = 0; d < codes.size(); d++) {
        centred.setEntry(i, d, codes.values()[i * codes.size() + d] - middle[d]);
      }
    }
    RealVector y = new ArrayRealVector(property);
    y.mapSubtractToSelf(y.dotProduct(new ArrayRealVector(n, 1.0)) / n);
    // Dead dimensions make the normal equations singular: the pseudo-inverse leaves them alone.
    RealMatrix moments = centred.transpose().multiply(centred);
    RealVector w =
        new SingularValueDecomposition(moments).getSolver().solve(centred.preMultiply(y));
    double variance = y.dotProduct(y) / n;
    double length = w.dotProduct(w);
    float[] step = new float[codes.size()];
    if (variance == 0 || length == 0) {
      return new CodeDirection(step, 0);
    }
    RealVector fitted = centred.operate(w);
    double spread = Math.sqrt(fitted.dotProduct(fitted) / n);
    for (int d = 0; d < step.length; d++) {
      step[d] = (float) (w.getEntry(d) * spread / length);
    }
    RealVector rest = y.subtract(fitted);
    double share = 1 - rest.dotProduct(rest) / n / variance;
    return new CodeDirection(step, Math.max(0, Math.min(1, share)));
  }

  /**
   * Adds the direction to codes.
   *
   * @param codes [n, latentSize]
   * @param strength how many steps, may be negative
   * @return new codes
   */
  public LatentCodes addedTo(LatentCodes codes, double strength) {
    codes.checkSize(step.length);
    float[] moved = codes.values().clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += (float) (strength * step[i % step.length]);
    }
    return new LatentCodes(codes.count(), codes.size(), moved);
  }

  private static double[] mean(LatentCodes codes) {
    double[] mean = new double[codes.size()];
    for (int i = 0; i < codes.values().length; i++) {
      mean[i % codes.size()] += (double) codes.values()[i] / codes.count();
    }
    return mean;
  }

  private static double[] mean(LatentCodes codes, int[] labels, int label) {
    double[] mean = new double[codes.size()];
    int count = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == label) {
        count++;
        for (int d = 0; d < mean.length; d++) {
          mean[d] += codes.values()[i * mean.length + d];
        }
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException("there is no code of class " + label);
    }
    for (int d = 0; d < mean.length; d++) {
      mean[d] /= count;
    }
    return mean;
  }

  /** The squared correlation of the label with the place along the direction. */
  private static double shareOfLabel(
      LatentCodes codes, int[] labels, int from, int to, float[] step) {
    double n = 0;
    double sumX = 0;
    double sumY = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == from || labels[i] == to) {
        double x = 0;
        for (int d = 0; d < step.length; d++) {
          x += (double) step[d] * codes.values()[i * step.length + d];
        }
        double y = labels[i] == to ? 1 : 0;
        n++;
        sumX += x;
        sumY += y;
        xx += x * x;
        yy += y * y;
        xy += x * y;
      }
    }
    double covariance = n * xy - sumX * sumY;
    double spread = (n * xx - sumX * sumX) * (n * yy - sumY * sumY);
    return spread > 0 ? Math.min(1, covariance * covariance / spread) : 0;
  }
}
