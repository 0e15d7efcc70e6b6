package latentlab.ui.training.chart;

import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.chartfx.plugins.ChartPlugin;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/** Thin upright lines where epochs end. Where they would crowd, only every n-th is drawn. */
final class EpochMarks extends ChartPlugin {

  private static final double LEAST_GAP_PIXELS = 16;

  private final Axis xAxis;
  private final Path lines = new Path();
  private List<Double> ends = List.of();

  EpochMarks(Axis xAxis) {
    this.xAxis = xAxis;
    lines.getStyleClass().add("epoch-marks");
    lines.setMouseTransparent(true);
    lines.setManaged(false);
    getChartChildren().add(lines);
  }

  /** Takes the places of the ends on the x-axis. */
  void show(List<Double> epochEnds) {
    ends = epochEnds;
  }

  List<Double> shown() {
    return ends;
  }

  @Override
  public void runPostLayout() {
    if (getChart() == null) {
      return;
    }
    Bounds area = getChart().getCanvas().getBoundsInLocal();
    ObservableList<PathElement> elements = lines.getElements();
    elements.clear();
    double free = Double.NEGATIVE_INFINITY;
    int stride = stride();
    for (int i = stride - 1; i < ends.size(); i += stride) {
      double x = Math.rint(xAxis.getDisplayPosition(ends.get(i))) + 0.5;
      if (x > area.getMinX() && x < area.getMaxX() && x >= free) {
        elements.add(new MoveTo(x, area.getMinY()));
        elements.add(new LineTo(x, area.getMaxY()));
        free = x + 1;
      }
    }
  }

  /** Powers of two, so that lines stay where they are when others between them go. */
  private int stride() {
    if (ends.size() < 2) {
      return 1;
    }
    double first = xAxis.getDisplayPosition(ends.get(0));
    double last = xAxis.getDisplayPosition(ends.get(ends.size() - 1));
    double gap = (last - first) / (ends.size() - 1);
    int stride = 1;
    while (gap > 0 && gap * stride < LEAST_GAP_PIXELS && stride < ends.size()) {
      stride *= 2;
    }
    return stride;
  }
}
