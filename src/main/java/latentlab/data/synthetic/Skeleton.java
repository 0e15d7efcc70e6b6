package latentlab.data.synthetic;

import java.util.ArrayList;
import java.util.List;

/**
 * The path of the pen for one digit, without width: strokes through points, x to the right and y
 * downwards, upright, about 100 units high. Immutable; any thread may use it.
 *
 * @param strokes in the order of writing
 */
public record Skeleton(List<Stroke> strokes) {

  /** Copies the list. */
  public Skeleton {
    strokes = List.copyOf(strokes);
  }

  /**
   * Reads strokes written as text, such as {@code "4,20 5,6! 60,4! 30,100 / 18,52 65,46"}.
   *
   * @param text points as {@code x,y}, separated by blanks; an exclamation mark after a point that
   *     is a corner, where the pen stops and turns; a slash where it is lifted
   * @return the skeleton, moved so that its box is centred at 0,0
   */
  static Skeleton parse(String text) {
    List<Stroke> strokes = new ArrayList<>();
    for (String stroke : text.split("/")) {
      strokes.add(Stroke.parse(stroke.strip()));
    }
    double x = (extreme(strokes, true, true) + extreme(strokes, true, false)) / 2;
    double y = (extreme(strokes, false, true) + extreme(strokes, false, false)) / 2;
    return new Skeleton(strokes.stream().map(s -> s.movedBy(-x, -y)).toList());
  }

  private static double extreme(List<Stroke> strokes, boolean horizontal, boolean largest) {
    var coordinates =
        strokes.stream()
            .flatMap(stroke -> stroke.points().stream())
            .mapToDouble(point -> horizontal ? point.x() : point.y())
            .summaryStatistics();
    return largest ? coordinates.getMax() : coordinates.getMin();
  }
}
