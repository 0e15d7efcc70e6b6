package latentlab.evaluation.projection;

import latentlab.models.LatentCodes;

/** The points that are nearest to one place, the nearest first. */
public final class NearestPoints {

  private static final int NONE = -1;

  private final int[] indices;
  private final float[] squares;
  private int found;

  private NearestPoints(int wanted) {
    indices = new int[wanted];
    squares = new float[wanted];
  }

  /**
   * Finds the points nearest to a place.
   *
   * @param points [count, size]
   * @param place [size]
   * @param wanted how many at most
   * @return their numbers, the nearest first, of equally near ones the lower number first
   */
  public static int[] to(LatentCodes points, float[] place, int wanted) {
    points.checkSize(place.length);
    NearestPoints nearest = of(points, place, 0, NONE, Math.min(wanted, points.count()));
    return nearest.indices.clone();
  }

  /** The nearest to one row of an array, without the point of one number; wanted must be there. */
  static NearestPoints of(LatentCodes points, float[] rows, int row, int without, int wanted) {
    NearestPoints nearest = new NearestPoints(wanted);
    int size = points.size();
    for (int j = 0; j < points.count() && wanted > 0; j++) {
      if (j != without) {
        nearest.offer(j, square(points.values(), j * size, rows, row * size, size));
      }
    }
    return nearest;
  }

  void write(int[] targetIndices, float[] targetDistances, int offset) {
    System.arraycopy(indices, 0, targetIndices, offset, found);
    for (int i = 0; i < found; i++) {
      targetDistances[offset + i] = (float) Math.sqrt(squares[i]);
    }
  }

  /** Keeps the list sorted: most points are farther than the last and cost one comparison. */
  private void offer(int index, float square) {
    if (found == indices.length && !(square < squares[found - 1])) {
      return;
    }
    int place = found < indices.length ? found++ : found - 1;
    while (place > 0 && square < squares[place - 1]) {
      squares[place] = squares[place - 1];
      indices[place] = indices[place - 1];
      place--;
    }
    squares[place] = square;
    indices[place] = index;
  }

  private static float square(float[] a, int fromA, float[] b, int fromB, int size) {
    float sum = 0;
    for (int i = 0; i < size; i++) {
      float difference = a[fromA + i] - b[fromB + i];
      sum += difference * difference;
    }
    return sum;
  }
}
