package latentlab.data.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import latentlab.data.synthetic.Stroke.ControlPoint;

/**
 * Makes the pen's path for one digit out of its factors: the style's points widened and missed by a
 * little, joined by smooth lines, deformed, slanted, turned, and framed. One object for one digit,
 * in one thread.
 */
final class DigitDrawing {

  /** Skeleton units in a pixel where a digit is as high as MNIST's box. */
  private static final double UNITS_PER_PIXEL = 5;

  /** Scale of the deformation in skeleton units: about a third of a digit's height. */
  private static final double BEND = 36;

  /** Scale of the tremor in skeleton units: about two pixels. */
  private static final double SHAKE = 9;

  /** The pen never gets thinner than this part of its width. */
  private static final double LIGHTEST_PRESSURE = 0.4;

  private final DigitFactors factors;
  private final SmoothField bendX;
  private final SmoothField bendY;
  private final SmoothField pressure;
  private final SmoothField tremorX;
  private final SmoothField tremorY;
  private final RandomGenerator random;
  private final double shear;
  private final double cosine;
  private final double sine;

  DigitDrawing(DigitFactors factors) {
    this.factors = factors;
    random = factors.hand().generator();
    bendX = new SmoothField(random, BEND);
    bendY = new SmoothField(random, BEND);
    pressure = new SmoothField(random, BEND);
    tremorX = new SmoothField(random, SHAKE);
    tremorY = new SmoothField(random, SHAKE);
    shear = StrictMath.tan(StrictMath.toRadians(factors.get(Factor.SLANT)));
    double angle = StrictMath.toRadians(factors.get(Factor.ROTATION));
    cosine = StrictMath.cos(angle);
    sine = StrictMath.sin(angle);
  }

  /** The digit's pixels, [28, 28] from 0 to 255. */
  byte[] draw() {
    Frame frame =
        new Frame(
            factors.get(Factor.SIZE), factors.get(Factor.SHIFT_X), factors.get(Factor.SHIFT_Y));
    return frame.draw(path(), factors.get(Factor.THICKNESS));
  }

  /** In skeleton units, with the pen's radius as a multiple of half its width. */
  private PenPath path() {
    PenPath path = new PenPath();
    Skeleton skeleton = StyleCatalog.stylesOf(factors.digit()).get(factors.style()).skeleton();
    for (Stroke stroke : skeleton.strokes()) {
      new SmoothLine(written(stroke)).trace((x, y, starts) -> addDeformed(path, x, y, starts));
    }
    return path;
  }

  /** Where the writer really puts the points of a stroke. */
  private List<ControlPoint> written(Stroke stroke) {
    double wobble = UNITS_PER_PIXEL * factors.get(Factor.WOBBLE);
    double aspect = factors.get(Factor.ASPECT);
    List<ControlPoint> points = new ArrayList<>(stroke.points().size());
    for (ControlPoint point : stroke.points()) {
      double x = aspect * point.x() + wobble * Bell.next(random);
      double y = point.y() + wobble * Bell.next(random);
      points.add(new ControlPoint(x, y, point.corner()));
    }
    return points;
  }

  private void addDeformed(PenPath path, double x, double y, boolean starts) {
    double elastic = UNITS_PER_PIXEL * factors.get(Factor.ELASTICITY);
    double tremor = UNITS_PER_PIXEL * factors.get(Factor.TREMOR);
    double bentX = x + elastic * bendX.at(x, y) + tremor * tremorX.at(x, y);
    double bentY = y + elastic * bendY.at(x, y) + tremor * tremorY.at(x, y);
    double slantedX = bentX - shear * bentY;
    double press = 1 + factors.get(Factor.PRESSURE) * pressure.at(x, y);
    path.add(
        cosine * slantedX - sine * bentY,
        sine * slantedX + cosine * bentY,
        Math.max(LIGHTEST_PRESSURE, press),
        starts);
  }
}
