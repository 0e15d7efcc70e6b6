package latentlab.evaluation.projection;

import latentlab.models.LatentCodes;

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
   * Codes seen along their first two dimensions.
   *
   * @param codes [count, size]
   * @return as many points; a single dimension runs across
   */
  public static PlanePoints firstTwo(LatentCodes codes) {
    float[] coordinates = new float[2 * codes.count()];
    for (int i = 0; i < codes.count(); i++) {
      coordinates[2 * i] = codes.values()[i * codes.size()];
      coordinates[2 * i + 1] = codes.size() > 1 ? codes.values()[i * codes.size() + 1] : 0;
    }
    return new PlanePoints(coordinates);
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
