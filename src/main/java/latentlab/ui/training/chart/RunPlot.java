package latentlab.ui.training.chart;

import io.fair_acc.dataset.spi.DoubleDataSet;

/** The curves of one run and one term as the chart library draws them. For the JavaFX thread. */
final class RunPlot {

  private final TermCurves curves;
  private final DoubleDataSet training;
  private final DoubleDataSet smoothed;
  private final DoubleDataSet validation;

  RunPlot(TermCurves curves) {
    this.curves = curves;
    training = dataSet("training");
    smoothed = dataSet("smoothed");
    validation = dataSet("validation");
  }

  TermCurves curves() {
    return curves;
  }

  DoubleDataSet training() {
    return training;
  }

  DoubleDataSet smoothed() {
    return smoothed;
  }

  DoubleDataSet validation() {
    return validation;
  }

  /** Takes in what the run has gained; false if there is nothing new to draw. */
  boolean update(double smoothingWeight) {
    if (!curves.update(smoothingWeight)) {
      return false;
    }
    draw(training, curves.training());
    draw(smoothed, curves.smoothed());
    draw(validation, curves.validation());
    return true;
  }

  private static void draw(DoubleDataSet data, ThinnedSeries series) {
    data.set(series.xs(), series.ys(), series.size(), false);
  }

  private DoubleDataSet dataSet(String kind) {
    LossRun run = curves.run();
    DoubleDataSet data = new DoubleDataSet(kind + " " + run.look());
    if (run.isPresent()) {
      data.addStyleClasses("loss-" + kind);
    } else {
      data.addStyleClasses("run-" + kind, "run-look-" + run.look());
    }
    return data;
  }
}
