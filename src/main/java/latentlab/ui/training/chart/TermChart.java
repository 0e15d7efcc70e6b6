package latentlab.ui.training.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.AxisMode;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.plugins.Zoomer;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.LineStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import latentlab.ui.text.Messages;

/** The curves of one term of the loss. For the JavaFX thread. */
final class TermChart {

  /** More points than any screen has columns, few enough to draw in some milliseconds. */
  private static final int MAX_BUCKETS = 2_000;

  private static final double WIDE_RANGE = 50;

  private final String term;
  private final DefaultNumericAxis xAxis;
  private final DefaultNumericAxis yAxis;
  private final EpochMarks epochMarks;
  private final Zoomer zoomer = new Zoomer(AxisMode.XY, false);
  private final BorderPane view = new BorderPane();
  private final Label latest = new Label();

  private final DoubleDataSet trainingData = dataSet("training", "loss-training");
  private final DoubleDataSet smoothedData = dataSet("smoothed", "loss-smoothed");
  private final DoubleDataSet validationData = dataSet("validation", "loss-validation");
  private final ThinnedSeries training = new ThinnedSeries(MAX_BUCKETS);
  private final ThinnedSeries smoothed = new ThinnedSeries(MAX_BUCKETS);
  private final ThinnedSeries validation = new ThinnedSeries(MAX_BUCKETS);
  private Smoothing smoothing = new Smoothing(0);
  private int trainingTaken;
  private int validationTaken;

  TermChart(String term, String title, Messages messages) {
    this.term = term;
    xAxis = new DefaultNumericAxis(messages.text("chart.axis.step"), null);
    yAxis = new DefaultNumericAxis(messages.text("chart.axis.loss"), null);
    xAxis.setTickLabelFormatter(new TickLabels());
    yAxis.setTickLabelFormatter(new TickLabels());
    xAxis.setForceZeroInRange(true);
    xAxis.setMaxMajorTickLabelCount(8);
    yAxis.setMaxMajorTickLabelCount(8);
    yAxis.setAutoRangePadding(0.06);
    epochMarks = new EpochMarks(xAxis);
    zoomer.setSliderVisible(false);
    zoomer.setAddButtonsToToolBar(false);
    Label heading = new Label(title);
    heading.getStyleClass().add("chart-heading");
    latest.getStyleClass().add("chart-latest");
    BorderPane top = new BorderPane(null, null, latest, null, heading);
    BorderPane.setAlignment(heading, Pos.BASELINE_LEFT);
    BorderPane.setAlignment(latest, Pos.BASELINE_RIGHT);
    view.setTop(top);
    view.setCenter(chart());
    view.getStyleClass().add("term-chart");
    view.setAccessibleText(messages.text("chart.accessible", title));
    heading.setLabelFor(view);
  }

  BorderPane view() {
    return view;
  }

  String term() {
    return term;
  }

  /** Takes over what the history has that is not drawn yet. */
  void update(LossHistory history) {
    Curve steps = history.training(term);
    Curve epochs = history.validation(term);
    for (; trainingTaken < steps.size(); trainingTaken++) {
      training.add((double) steps.step(trainingTaken), steps.value(trainingTaken));
      smoothed.add((double) steps.step(trainingTaken), smoothing.next(steps.value(trainingTaken)));
    }
    for (; validationTaken < epochs.size(); validationTaken++) {
      validation.add((double) epochs.step(validationTaken), epochs.value(validationTaken));
    }
    epochMarks.show(history.epochEnds());
    draw();
    latest.setText(steps.size() == 0 ? "" : TickLabels.text(smoothing.latest()));
  }

  /** Draws a history from its start. */
  void restart(LossHistory history, double smoothingWeight) {
    training.clear();
    smoothed.clear();
    validation.clear();
    smoothing = new Smoothing(smoothingWeight);
    trainingTaken = 0;
    validationTaken = 0;
    update(history);
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

  /** Within a few octaves there may be no power of ten to label; there is always one of two. */
  private void chooseLogarithmBase() {
    double[] values = training.ys();
    double least = Arrays.stream(values).filter(value -> value > 0).min().orElse(1);
    double greatest = Arrays.stream(values).max().orElse(1);
    double base = greatest / least > WIDE_RANGE ? 10 : 2;
    if (yAxis.getLogarithmBase() != base) {
      yAxis.setLogarithmBase(base);
    }
  }

  private void draw() {
    if (yAxis.isLogAxis()) {
      chooseLogarithmBase();
    }
    draw(trainingData, training);
    draw(smoothedData, smoothed);
    draw(validationData, validation);
  }

  private static void draw(DoubleDataSet data, ThinnedSeries series) {
    data.set(series.xs(), series.ys(), series.size(), false);
  }

  private XYChart chart() {
    XYChart chart = new XYChart(xAxis, yAxis);
    chart.setLegendVisible(false);
    chart.setAnimated(false);
    chart.getRenderers().setAll(lines(), marks());
    chart.getPlugins().addAll(epochMarks, zoomer);
    chart.getGridRenderer().setDrawOnTop(false);
    chart.setFocusTraversable(false);
    chart.getPlotArea().setFocusTraversable(false);
    chart.getMenuPane().setFocusTraversable(false);
    return chart;
  }

  private ErrorDataSetRenderer lines() {
    ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
    renderer.setPolyLineStyle(LineStyle.NORMAL);
    renderer.setErrorStyle(ErrorStyle.NONE);
    renderer.setDrawMarker(false);
    renderer.setPointReduction(false);
    renderer.setParallelImplementation(false);
    renderer.getDatasets().setAll(trainingData, smoothedData);
    return renderer;
  }

  private ErrorDataSetRenderer marks() {
    ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
    renderer.setPolyLineStyle(LineStyle.NORMAL);
    renderer.setErrorStyle(ErrorStyle.NONE);
    renderer.setDrawMarker(true);
    renderer.setPointReduction(false);
    renderer.setParallelImplementation(false);
    renderer.getDatasets().setAll(validationData);
    return renderer;
  }

  private static DoubleDataSet dataSet(String name, String styleClass) {
    DoubleDataSet data = new DoubleDataSet(name);
    data.addStyleClasses(styleClass);
    return data;
  }
}
