package latentlab.ui.training.chart;

import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.chartfx.plugins.ChartPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/**
 * An upright line at the place that is read, with a dot on each curve that is read there. It lies
 * over the chart, which is not drawn anew when it moves.
 */
final class Crosshair extends ChartPlugin {

  private static final double DOT_RADIUS = 3.5;

  private final Axis xAxis;
  private final Axis yAxis;
  private final Line line = new Line();
  private final List<Circle> dots = new ArrayList<>();
  private OptionalDouble place = OptionalDouble.empty();
  private List<Dot> shown = List.of();

  /**
   * Reads nothing yet.
   *
   * @param xAxis of the chart
   * @param yAxis of the chart
   * @param pointed is told over which place of the x-axis the mouse is
   * @param left is told that it is over none
   */
  Crosshair(Axis xAxis, Axis yAxis, DoubleConsumer pointed, Runnable left) {
    this.xAxis = xAxis;
    this.yAxis = yAxis;
    line.getStyleClass().add("crosshair");
    line.setMouseTransparent(true);
    line.setManaged(false);
    line.setVisible(false);
    getChartChildren().add(line);
    registerInputEventHandler(
        MouseEvent.MOUSE_MOVED,
        event -> {
          Point2D at = getLocationInPlotArea(event);
          if (isMouseEventWithinCanvas(event)) {
            pointed.accept(xAxis.getValueForDisplay(at.getX()));
          } else {
            left.run();
          }
        });
    registerInputEventHandler(MouseEvent.MOUSE_EXITED, event -> left.run());
  }

  /**
   * A value that is read.
   *
   * @param value on the y-axis
   * @param look of its run
   */
  record Dot(double x, double value, int look) {}

  /** Reads a place. */
  void show(double at, List<Dot> values) {
    place = OptionalDouble.of(at);
    shown = values;
    arrange();
  }

  /** Reads nothing. */
  void hide() {
    place = OptionalDouble.empty();
    shown = List.of();
    arrange();
  }

  /** Where the line is, from the left of the window; empty if it is not to be seen. */
  OptionalDouble sceneX() {
    return line.isVisible()
        ? OptionalDouble.of(line.localToScene(line.getStartX(), 0).getX())
        : OptionalDouble.empty();
  }

  @Override
  public void runPostLayout() {
    arrange();
  }

  private void arrange() {
    if (getChart() == null) {
      return;
    }
    Bounds area = getChart().getCanvas().getBoundsInLocal();
    double x = place.isEmpty() ? Double.NaN : xAxis.getDisplayPosition(place.getAsDouble());
    boolean inside = x >= area.getMinX() && x <= area.getMaxX();
    line.setVisible(inside);
    if (inside) {
      double column = Math.floor(x) + 0.5;
      line.setStartX(column);
      line.setEndX(column);
      line.setStartY(area.getMinY());
      line.setEndY(area.getMaxY());
    }
    while (dots.size() < shown.size()) {
      Circle dot = new Circle(DOT_RADIUS);
      dot.setMouseTransparent(true);
      dot.setManaged(false);
      dots.add(dot);
      getChartChildren().add(dot);
    }
    for (int i = 0; i < dots.size(); i++) {
      boolean used = inside && i < shown.size();
      dots.get(i).setVisible(used && arrange(dots.get(i), shown.get(i), area));
    }
  }

  private boolean arrange(Circle dot, Dot value, Bounds area) {
    double x = xAxis.getDisplayPosition(value.x());
    double y = yAxis.getDisplayPosition(value.value());
    dot.getStyleClass().setAll("crosshair-dot", "run-look-" + value.look());
    dot.setCenterX(x);
    dot.setCenterY(y);
    return area.contains(x, y);
  }
}
