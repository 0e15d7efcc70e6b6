package latentlab.data.synthetic;

import java.util.Arrays;
import java.util.List;

/**
 * What is written without lifting the pen.
 *
 * @param points where the pen passes, at least 2
 */
public record Stroke(List<ControlPoint> points) {

  /** Copies the list. */
  public Stroke {
    points = List.copyOf(points);
  }

  /**
   * One point that the pen passes.
   *
   * @param x to the right
   * @param y downwards
   * @param corner whether the pen turns sharply here; elsewhere the line is smooth
   */
  public record ControlPoint(double x, double y, boolean corner) {}

  /** Reads {@code "x,y x,y! x,y"}: see {@link Skeleton#parse}. */
  static Stroke parse(String text) {
    return new Stroke(Arrays.stream(text.split(" +")).map(Stroke::parsePoint).toList());
  }

  /** The same, elsewhere. */
  Stroke movedBy(double dx, double dy) {
    return new Stroke(
        points.stream().map(p -> new ControlPoint(p.x() + dx, p.y() + dy, p.corner())).toList());
  }

  private static ControlPoint parsePoint(String text) {
    boolean corner = text.endsWith("!");
    int comma = text.indexOf(',');
    double x = Double.parseDouble(text.substring(0, comma));
    double y = Double.parseDouble(text.substring(comma + 1, text.length() - (corner ? 1 : 0)));
    return new ControlPoint(x, y, corner);
  }
}
