package latentlab.models;

/** A way from one code to another. */
public enum CodePath {

  /** Straight on: (1 - w) a + w b. In the middle it is nearer to the origin than its ends are. */
  LINEAR {
    @Override
    void mix(float[] from, float[] to, double weight, float[] target, int offset) {
      for (int i = 0; i < from.length; i++) {
        target[offset + i] = (float) ((1 - weight) * from[i] + weight * to[i]);
      }
    }
  },

  /**
   * Along the arc from a to b (Shoemake 1985, White 2016): with the angle v between them, the
   * direction is that of (sin((1 - w) v) a/|a| + sin(w v) b/|b|) / sin v. The length goes evenly
   * from |a| to |b|, where White applies the formula to a and b themselves: of codes of other
   * lengths on nearly opposite sides that would be far outside of both. Where the ends are nearly
   * parallel, or one is the origin, the straight way; where they are opposite there are many arcs,
   * and the straight way is taken too.
   */
  SPHERICAL {
    @Override
    void mix(float[] from, float[] to, double weight, float[] target, int offset) {
      double angle = angle(from, to);
      double sine = Math.sin(angle);
      if (!(sine > SMALLEST_SINE)) {
        LINEAR.mix(from, to, weight, target, offset);
        return;
      }
      double fromLength = length(from);
      double toLength = length(to);
      double length = (1 - weight) * fromLength + weight * toLength;
      double ofFrom = Math.sin((1 - weight) * angle) / sine * length / fromLength;
      double ofTo = Math.sin(weight * angle) / sine * length / toLength;
      for (int i = 0; i < from.length; i++) {
        target[offset + i] = (float) (ofFrom * from[i] + ofTo * to[i]);
      }
    }
  };

  private static final double SMALLEST_SINE = 1e-4;

  /**
   * Points of the way at equal distances, with both ends.
   *
   * @param from [size] where it begins
   * @param to [size] where it ends
   * @param points how many, at least 2
   * @return [points, size]; the first and the last are exactly the ends
   * @throws IllegalArgumentException if the ends have other sizes, or there are too few points
   */
  public LatentCodes between(float[] from, float[] to, int points) {
    if (from.length != to.length || points < 2) {
      throw new IllegalArgumentException(
          String.format("no %d points from %d to %d dimensions", points, from.length, to.length));
    }
    float[] values = new float[Math.multiplyExact(points, from.length)];
    for (int i = 0; i < points; i++) {
      mix(from, to, (double) i / (points - 1), values, i * from.length);
    }
    System.arraycopy(from, 0, values, 0, from.length);
    System.arraycopy(to, 0, values, (points - 1) * from.length, from.length);
    return new LatentCodes(points, from.length, values);
  }

  abstract void mix(float[] from, float[] to, double weight, float[] target, int offset);

  private static double length(float[] code) {
    double square = 0;
    for (float value : code) {
      square += (double) value * value;
    }
    return Math.sqrt(square);
  }

  private static double angle(float[] a, float[] b) {
    double product = 0;
    double lengthA = 0;
    double lengthB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (double) a[i] * b[i];
      lengthA += (double) a[i] * a[i];
      lengthB += (double) b[i] * b[i];
    }
    double cosine = product / Math.sqrt(lengthA * lengthB);
    return Math.acos(Math.max(-1, Math.min(1, cosine)));
  }
}
