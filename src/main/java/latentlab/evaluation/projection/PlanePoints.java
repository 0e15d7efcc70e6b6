package latentlab.evaluation.projection;

/**
 * Points on a plane. The coordinates are not copied: who makes points gives the array away, who
 * reads them leaves it unchanged. Any thread may read them.
 *
 * @param coordinates [count, 2], across and upwards
 */
@SuppressWarnings("ArrayRecordComponent") // Points are many; they are never compared.
public record PlanePoints(float[] coordinates) {

  /**
   * Checks that the coordinates are pairs.
   *
   * @throws IllegalArgumentException if there is an odd number of them
   */
  public PlanePoints {
    if (coordinates.length % 2 != 0) {
      throw new IllegalArgumentException(coordinates.length + " coordinates are no pairs");
    }
  }

  /**
   * How many points there are.
   *
   * @return 0 or more
   */
  public int count() {
    return coordinates.length / 2;
  }

  /**
   * Where a point lies across.
   *
   * @param index from 0 to {@code count() - 1}
   * @return its first coordinate
   */
  public float x(int index) {
    return coordinates[2 * index];
  }

  /**
   * Where a point lies upwards.
   *
   * @param index from 0 to {@code count() - 1}
   * @return its second coordinate
   */
  public float y(int index) {
    return coordinates[2 * index + 1];
  }
}
