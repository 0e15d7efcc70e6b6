package latentlab.models;

import java.util.List;

/**
 * A way through several codes, one after the other, with the same share of the whole for each piece
 * between two of them. Immutable; any thread may use it.
 *
 * @param way from each code to the next one
 * @param stops [latentSize] each, at least one; not copied, and not to be changed
 */
public record CodeRoute(CodePath way, List<float[]> stops) {

  /**
   * Checks the stops.
   *
   * @throws IllegalArgumentException if there are none, or they have different sizes
   */
  public CodeRoute {
    stops = List.copyOf(stops);
    if (stops.stream().mapToInt(stop -> stop.length).distinct().count() != 1) {
      throw new IllegalArgumentException("a route needs codes of one size");
    }
  }

  /**
   * The code at a point of the route.
   *
   * @param position from 0, the first stop, to 1, the last one; what is outside is cut
   * @return [latentSize], a new array
   */
  public float[] at(double position) {
    double place = Math.max(0, Math.min(1, position)) * (stops.size() - 1);
    int piece = Math.min((int) place, Math.max(0, stops.size() - 2));
    if (place == piece) {
      return stops.get(piece).clone();
    }
    float[] code = new float[stops.get(piece).length];
    way.mix(stops.get(piece), stops.get(piece + 1), place - piece, code, 0);
    return place == piece + 1 ? stops.get(piece + 1).clone() : code;
  }

  /**
   * The stop that is nearest to a point of the route; of two that are equally near the later one.
   *
   * @param position from 0 to 1; what is outside is cut
   * @return its number, from 0
   */
  public int nearestStop(double position) {
    return (int) Math.round(Math.max(0, Math.min(1, position)) * (stops.size() - 1));
  }

  /**
   * Points at equal distances, with both ends.
   *
   * @param count how many, at least 2
   * @return [count, latentSize]
   */
  public LatentCodes points(int count) {
    int size = stops.get(0).length;
    float[] values = new float[Math.multiplyExact(count, size)];
    for (int i = 0; i < count; i++) {
      System.arraycopy(at((double) i / (count - 1)), 0, values, i * size, size);
    }
    return new LatentCodes(count, size, values);
  }
}
