package latentlab.ui.training.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.AxisMode;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.plugins.Zoomer;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.LineStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.dataset.DataSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import latentlab.ui.text.Messages;

/** The curves of one term of the loss, of all visible runs. For the JavaFX thread. */
final class TermChart {

  private static final double WIDE_RANGE = 50;

  private final String term;
  private final RunAxis axis;
  private final List<RunPlot> plots;
  private final DefaultNumericAxis xAxis;
  private final DefaultNumericAxis yAxis;
  private final EpochMarks epochMarks;
  private final Crosshair crosshair;
  private final Zoomer zoomer = new Zoomer(AxisMode.XY, false);
  private final XYChart chart;
  private final BorderPane view = new BorderPane();
  private final Label latest = new Label();
  private Optional<TermCurves.Part> drawn = Optional.empty();
  private boolean reading;

  /**
   * Draws nothing yet.
   *
   * @param term of the loss
   * @param title its name for people
   * @param curves of each visible run, the present one first
   * @param axis by what they are placed
   * @param reader is told where the mouse is
   * @param zoomed is run when another part of the x-axis is to be seen
   * @param messages the words
   */
  TermChart(
      String term,
      String title,
      List<TermCurves> curves,
      RunAxis axis,
      ChartReader reader,
      Runnable zoomed,
      Messages messages) {
    this.term = term;
    this.axis = axis;
    plots = curves.stream().map(RunPlot::new).toList();
    xAxis = new DefaultNumericAxis(messages.text("chart.axis." + axis), null);
    yAxis = new DefaultNumericAxis(messages.text("chart.axis.loss"), null);
    xAxis.setTickLabelFormatter(new TickLabels());
    yAxis.setTickLabelFormatter(new TickLabels());
    xAxis.setForceZeroInRange(true);
    xAxis.setMaxMajorTickLabelCount(8);
    yAxis.setMaxMajorTickLabelCount(8);
    yAxis.setAutoRangePadding(0.06);
    epochMarks = new EpochMarks(xAxis);
    crosshair = new Crosshair(xAxis, yAxis, at -> reader.point(this, at), reader::stop);
    xAxis.minProperty().addListener((property, old, now) -> zoomed.run());
    xAxis.maxProperty().addListener((property, old, now) -> zoomed.run());
    zoomer.setSliderVisible(false);
    zoomer.setAddButtonsToToolBar(false);
    chart = chart();
    Label heading = new Label(title);
    heading.getStyleClass().add("chart-heading");
    latest.getStyleClass().add("chart-latest");
    BorderPane top = new BorderPane(null, null, latest, null, heading);
    BorderPane.setAlignment(heading, Pos.BASELINE_LEFT);
    BorderPane.setAlignment(latest, Pos.BASELINE_RIGHT);
    view.setTop(top);
    view.setCenter(chart);
    view.getStyleClass().add("term-chart");
    view.setAccessibleText(messages.text("chart.accessible", title));
    view.setFocusTraversable(true);
    heading.setLabelFor(view);
  }

  BorderPane view() {
    return view;
  }

  RunAxis axis() {
    return axis;
  }

  String term() {
    return term;
  }

  /** Whether these are the runs of the chart, and so placed. */
  boolean draws(List<LossRun> runs, RunAxis by) {
    return axis == by && runs.equals(plots.stream().map(plot -> plot.curves().run()).toList());
  }

  /** Takes over what the histories have that is not drawn yet. */
  void update(double smoothingWeight) {
    Optional<TermCurves.Part> part = visiblePart();
    boolean moved = !part.equals(drawn);
    drawn = part;
    boolean changed = false;
    for (RunPlot plot : plots) {
      changed |= plot.update(smoothingWeight, part, moved);
    }
    if (!changed) {
      return;
    }
    if (yAxis.isLogAxis()) {
      chooseLogarithmBase();
    }
    if (!plots.isEmpty()) {
      LossHistory first = plots.get(0).curves().run().history();
      epochMarks.show(first.epochEnds().stream().map(end -> axis.placeOf(end, first)).toList());
    }
    if (!reading) {
      showLatest();
    }
  }

  /** Empty as long as everything is to be seen. */
  private Optional<TermCurves.Part> visiblePart() {
    return xAxis.isAutoRanging()
        ? Optional.empty()
        : Optional.of(new TermCurves.Part(xAxis.getMin(), xAxis.getMax()));
  }

  void setLogarithmic(boolean logarithmic) {
    if (logarithmic) {
      chooseLogarithmBase();
    }
    yAxis.setLogAxis(logarithmic);
  }

  void showAll() {
    zoomer.clear();
    xAxis.setAutoRanging(true);
    yAxis.setAutoRanging(true);
  }

  /** Looks at the same part as another chart of the same term. */
  void zoomAs(TermChart other) {
    if (axis == other.axis && !other.xAxis.isAutoRanging()) {
      xAxis.setAutoRanging(false);
      xAxis.set(other.xAxis.getMin(), other.xAxis.getMax());
      yAxis.setAutoRanging(false);
      yAxis.set(other.yAxis.getMin(), other.yAxis.getMax());
    }
  }

  /** The place of a point near a place, on the first curve that reaches so far. */
  OptionalDouble snap(double place) {
    return plots.stream()
        .map(plot -> plot.curves().snap(place))
        .filter(OptionalDouble::isPresent)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  /** The place some points further on the first curve. */
  OptionalDouble move(double place, int points) {
    return plots.stream()
        .map(plot -> plot.curves().move(place, points))
        .filter(OptionalDouble::isPresent)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  /** The places where the epochs of the first run end. */
  List<Double> epochEnds() {
    return epochMarks.shown();
  }

  /** How many points of the first curve one press of a key passes: about a pixel's worth. */
  int stride() {
    double width = Math.max(1, chart.getCanvas().getWidth());
    int points = plots.isEmpty() ? 0 : plots.get(0).curves().values().size();
    return (int) Math.max(1, Math.rint(points / width));
  }

  /** Puts the line at a place and the value there into the heading. */
  List<Reading> read(double place) {
    reading = true;
    List<Reading> readings = plots.stream().map(plot -> plot.curves().read(place)).toList();
    List<Crosshair.Dot> dots = new ArrayList<>();
    for (Reading one : readings) {
      one.training()
          .ifPresent(
              point ->
                  dots.add(
                      new Crosshair.Dot(
                          axis.placeOf((double) point.step(), one.run().history()),
                          point.value(),
                          one.run().look())));
    }
    crosshair.show(place, dots);
    latest.setText(
        readings.stream()
            .limit(1)
            .flatMap(one -> one.training().stream())
            .map(point -> TickLabels.exact(point.value()))
            .collect(Collectors.joining()));
    return readings;
  }

  /** Takes the line away. */
  void stopReading() {
    reading = false;
    crosshair.hide();
    showLatest();
  }

  /** Where the line is, from the left of the window; empty if it is not to be seen. */
  OptionalDouble lineX() {
    return crosshair.sceneX();
  }

  /** The upper end of the line, from the top of the window. */
  double lineTop() {
    return chart.getCanvas().localToScene(0, 0).getY();
  }

  private void showLatest() {
    OptionalDouble value =
        plots.isEmpty() ? OptionalDouble.empty() : plots.get(0).curves().latest();
    latest.setText(value.isEmpty() ? "" : TickLabels.text(value.getAsDouble()));
  }

  /** Within a few octaves there may be no power of ten to label; there is always one of two. */
  private void chooseLogarithmBase() {
    double[] values =
        plots.stream()
            .flatMapToDouble(plot -> Arrays.stream(plot.curves().training().ys()))
            .toArray();
    double least = Arrays.stream(values).filter(value -> value > 0).min().orElse(1);
    double greatest = Arrays.stream(values).max().orElse(1);
    double base = greatest / least > WIDE_RANGE ? 10 : 2;
    if (yAxis.getLogarithmBase() != base) {
      yAxis.setLogarithmBase(base);
    }
  }

  private XYChart chart() {
    XYChart made = new XYChart(xAxis, yAxis);
    made.setLegendVisible(false);
    made.setAnimated(false);
    made.getRenderers().setAll(lines(), marks());
    made.getPlugins().addAll(epochMarks, zoomer, crosshair);
    made.getGridRenderer().setDrawOnTop(false);
    made.setFocusTraversable(false);
    made.getPlotArea().setFocusTraversable(false);
    made.getMenuPane().setFocusTraversable(false);
    return made;
  }

  /** The present run lies on top of the others, smoothed curves on top of raw ones. */
  private ErrorDataSetRenderer lines() {
    List<DataSet> lines = new ArrayList<>();
    fromTheBack().forEach(plot -> lines.add(plot.training()));
    fromTheBack().forEach(plot -> lines.add(plot.smoothed()));
    return renderer(lines, false);
  }

  private ErrorDataSetRenderer marks() {
    List<DataSet> marks = new ArrayList<>();
    fromTheBack().forEach(plot -> marks.add(plot.validation()));
    return renderer(marks, true);
  }

  private List<RunPlot> fromTheBack() {
    List<RunPlot> reversed = new ArrayList<>(plots);
    Collections.reverse(reversed);
    return reversed;
  }

  private static ErrorDataSetRenderer renderer(List<DataSet> data, boolean marked) {
    ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
    renderer.setPolyLineStyle(LineStyle.NORMAL);
    renderer.setErrorStyle(ErrorStyle.NONE);
    renderer.setDrawMarker(marked);
    renderer.setPointReduction(false);
    renderer.setParallelImplementation(false);
    // One path for a curve is painted twice as fast as a line for each piece of it.
    renderer.setAllowNaNs(true);
    renderer.getDatasets().setAll(data);
    return renderer;
  }
}
