package latentlab.data.synthetic;

import java.util.List;
import latentlab.data.synthetic.Stroke.ControlPoint;

/**
 * The line through the points of a stroke: a centripetal Catmull-Rom spline (Yuksel, Schaefer and
 * Keyser 2011), which makes no loops or cusps of its own, broken at corners.
 */
final class SmoothLine {

  /** Length of the straight pieces in skeleton units, about 0.8 pixels. */
  private static final double PIECE = 4;

  /** Receives the points of the line one after the other. */
  interface Target {
    void add(double x, double y, boolean starts);
  }

  private final List<ControlPoint> points;

  SmoothLine(List<ControlPoint> points) {
    this.points = points;
  }

  /** Passes the whole line on, from its first to its last point. */
  void trace(Target target) {
    ControlPoint first = points.get(0);
    target.add(first.x(), first.y(), true);
    for (int i = 0; i + 1 < points.size(); i++) {
      traceSpan(i, target);
    }
  }

  /** One span as a cubic in Hermite form. */
  private void traceSpan(int i, Target target) {
    ControlPoint from = points.get(i);
    ControlPoint to = points.get(i + 1);
    ControlPoint before = i == 0 || from.corner() ? mirrored(to, from) : points.get(i - 1);
    boolean last = i + 2 == points.size() || to.corner();
    ControlPoint after = last ? mirrored(from, to) : points.get(i + 2);
    double step = knotStep(from, to);
    double stepBefore = knotStep(before, from);
    double stepAfter = knotStep(to, after);
    double outX = step * slope(before.x(), from.x(), to.x(), stepBefore, step);
    double outY = step * slope(before.y(), from.y(), to.y(), stepBefore, step);
    double inX = step * slope(from.x(), to.x(), after.x(), step, stepAfter);
    double inY = step * slope(from.y(), to.y(), after.y(), step, stepAfter);
    int pieces = 1 + (int) (step * step / PIECE);
    for (int k = 1; k <= pieces; k++) {
      double t = (double) k / pieces;
      target.add(
          hermite(from.x(), outX, to.x(), inX, t), hermite(from.y(), outY, to.y(), inY, t), false);
    }
  }

  /** Where the line would have come from if it were symmetric about its end. */
  private static ControlPoint mirrored(ControlPoint point, ControlPoint end) {
    return new ControlPoint(2 * end.x() - point.x(), 2 * end.y() - point.y(), false);
  }

  /** The centripetal step of the curve's parameter: the root of the distance. */
  private static double knotStep(ControlPoint a, ControlPoint b) {
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    return Math.sqrt(Math.max(1e-6, Math.sqrt(dx * dx + dy * dy)));
  }

  /** The derivative at b of the parabola through a, b and c. */
  private static double slope(double a, double b, double c, double stepAb, double stepBc) {
    return (b - a) / stepAb - (c - a) / (stepAb + stepBc) + (c - b) / stepBc;
  }

  private static double hermite(double from, double out, double to, double in, double t) {
    double s = 1 - t;
    return s * s * (1 + 2 * t) * from + s * s * t * out + t * t * (3 - 2 * t) * to - t * t * s * in;
  }
}
