package latentlab.ui.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** The values and names beside the left and the lower border of the plane. */
final class PlaneAxes extends Group {

  /** Room for the values and the name to the left of the plane. */
  static final double LEFT = 52;

  /** Room for the values and the name below the plane. */
  static final double BOTTOM = 44;

  private static final double TICK = 5;
  private static final double SPACE = 3;
  private static final double TICK_DISTANCE = 60;
  private static final int FEWEST_TICKS = 3;
  private static final int MOST_TICKS = 13;

  private PlaneGrid plane = new PlaneGrid(0, PlaneGrid.NONE, 1, 1);
  private Rectangle2D area = Rectangle2D.EMPTY;
  private final Path ticksAcross = ticks();
  private final Path ticksUpwards = ticks();
  private final AxisTexts across = new AxisTexts(getChildren(), VPos.TOP, 0.5, "plane-tick-value");
  private final AxisTexts upwards =
      new AxisTexts(getChildren(), VPos.CENTER, 1, "plane-tick-value");
  private final AxisTexts nameAcross =
      new AxisTexts(getChildren(), VPos.BOTTOM, 0.5, "plane-axis-name");
  private final AxisTexts nameUpwards =
      new AxisTexts(getChildren(), VPos.CENTER, 0, "plane-axis-name");

  PlaneAxes() {
    setManaged(false);
    setMouseTransparent(true);
    getStyleClass().add("plane-axes");
    getChildren().addAll(ticksAcross, ticksUpwards);
  }

  /** Draws the axes of a plane around an area, unless they are drawn so already. */
  void show(PlaneGrid nextPlane, Rectangle2D nextArea) {
    boolean same =
        nextArea.equals(area)
            && nextPlane.range() == plane.range()
            && nextPlane.basis().equals(plane.basis())
            && nextPlane.horizontal() == plane.horizontal()
            && nextPlane.vertical() == plane.vertical();
    if (same) {
      return;
    }
    plane = nextPlane;
    area = nextArea;
    setVisible(area.getWidth() > 0);
    if (isVisible()) {
      drawAcross();
      drawUpwards();
    }
  }

  private void drawAcross() {
    double top = area.getMaxY();
    ticksAcross.getElements().clear();
    List<AxisTexts.Placed> values = new ArrayList<>();
    for (double value : values(area.getWidth())) {
      double x = Math.rint(area.getMinX() + plane.fromLeft(value) * area.getWidth()) + 0.5;
      ticksAcross.getElements().addAll(new MoveTo(x, top + 1), new LineTo(x, top + 1 + TICK));
      values.add(new AxisTexts.Placed(text(value), x, top + TICK + SPACE));
    }
    across.show(values);
    nameAcross.show(
        List.of(
            new AxisTexts.Placed(
                plane.basis().name(plane.horizontal()),
                Math.rint(area.getMinX() + area.getWidth() / 2),
                top + BOTTOM)));
  }

  private void drawUpwards() {
    ticksUpwards.getElements().clear();
    if (plane.vertical() == PlaneGrid.NONE) {
      upwards.show(List.of());
      nameUpwards.show(List.of());
      return;
    }
    double right = area.getMinX();
    List<AxisTexts.Placed> values = new ArrayList<>();
    for (double value : values(area.getHeight())) {
      double y = Math.rint(area.getMinY() + plane.fromTop(value) * area.getHeight()) + 0.5;
      ticksUpwards.getElements().addAll(new MoveTo(right - 1, y), new LineTo(right - 1 - TICK, y));
      values.add(new AxisTexts.Placed(text(value), right - TICK - SPACE, y));
    }
    upwards.show(values);
    nameUpwards.show(
        List.of(
            new AxisTexts.Placed(
                plane.basis().name(plane.vertical()),
                right - LEFT,
                Math.rint(area.getMinY() + area.getHeight() / 2) + 0.5 - TICK_DISTANCE / 2)));
  }

  private List<Double> values(double length) {
    int most = (int) Math.max(FEWEST_TICKS, Math.min(MOST_TICKS, length / TICK_DISTANCE));
    return AxisTicks.within(plane.range(), most);
  }

  private static Path ticks() {
    Path ticks = new Path();
    ticks.getStyleClass().add("plane-tick");
    return ticks;
  }

  private static String text(double value) {
    String digits = String.format(Locale.ROOT, "%.4f", value + 0.0);
    String shortest = digits.replaceAll("0+$", "").replaceAll("\\.$", "");
    return shortest.equals("-0") ? "0" : shortest.replace('-', '\u2212');
  }
}
