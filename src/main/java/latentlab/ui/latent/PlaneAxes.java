package latentlab.ui.latent;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

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

  PlaneAxes() {
    setManaged(false);
    setMouseTransparent(true);
    getStyleClass().add("plane-axes");
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
    getChildren().clear();
    if (area.getWidth() > 0) {
      drawAcross();
      if (plane.vertical() != PlaneGrid.NONE) {
        drawUpwards();
      }
    }
  }

  private void drawAcross() {
    double top = area.getMaxY();
    for (double value : ticks(area.getWidth())) {
      double x = Math.rint(area.getMinX() + plane.fromLeft(value) * area.getWidth()) + 0.5;
      getChildren().add(tick(x, top + 1, x, top + 1 + TICK));
      Text text = text(value);
      text.setTextOrigin(VPos.TOP);
      text.setX(Math.rint(x - text.getLayoutBounds().getWidth() / 2));
      text.setY(top + TICK + SPACE);
      getChildren().add(text);
    }
    Text name = name(plane.horizontal());
    name.setTextOrigin(VPos.BOTTOM);
    name.setX(
        Math.rint(area.getMinX() + (area.getWidth() - name.getLayoutBounds().getWidth()) / 2));
    name.setY(top + BOTTOM);
    getChildren().add(name);
  }

  private void drawUpwards() {
    double right = area.getMinX();
    for (double value : ticks(area.getHeight())) {
      double y = Math.rint(area.getMinY() + plane.fromTop(value) * area.getHeight()) + 0.5;
      getChildren().add(tick(right - 1, y, right - 1 - TICK, y));
      Text text = text(value);
      text.setTextOrigin(VPos.CENTER);
      text.setX(Math.rint(right - TICK - SPACE - text.getLayoutBounds().getWidth()));
      text.setY(y);
      getChildren().add(text);
    }
    Text name = name(plane.vertical());
    name.setTextOrigin(VPos.CENTER);
    name.setTextAlignment(TextAlignment.LEFT);
    name.setX(right - LEFT);
    name.setY(Math.rint(area.getMinY() + area.getHeight() / 2) + 0.5 - TICK_DISTANCE / 2);
    getChildren().add(name);
  }

  private List<Double> ticks(double length) {
    int most = (int) Math.max(FEWEST_TICKS, Math.min(MOST_TICKS, length / TICK_DISTANCE));
    return AxisTicks.within(plane.range(), most);
  }

  private static Line tick(double startX, double startY, double endX, double endY) {
    Line line = new Line(startX, startY, endX, endY);
    line.getStyleClass().add("plane-tick");
    return line;
  }

  private static Text text(double value) {
    String digits = String.format(Locale.ROOT, "%.4f", value + 0.0);
    String shortest = digits.replaceAll("0+$", "").replaceAll("\\.$", "");
    Text text = new Text(shortest.equals("-0") ? "0" : shortest.replace('-', '\u2212'));
    text.getStyleClass().add("plane-tick-value");
    return text;
  }

  private Text name(int axis) {
    Text name = new Text(plane.basis().name(axis));
    name.getStyleClass().add("plane-axis-name");
    return name;
  }
}
