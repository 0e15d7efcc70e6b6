package latentlab.ui.training.chart;

import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.Optional;

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

  /**
   * Takes in what the run has gained.
   *
   * @param smoothingWeight from 0 to below 1
   * @param part what is to be seen, and so drawn in more detail; empty for everything
   * @param moved whether that is another part than before
   * @return false if there is nothing new to draw
   */
  boolean update(double smoothingWeight, Optional<TermCurves.Part> part, boolean moved) {
    if (!curves.update(smoothingWeight) && !moved) {
      return false;
    }
    draw(training, part.map(curves::training).orElseGet(curves::training));
    draw(smoothed, part.map(curves::smoothed).orElseGet(curves::smoothed));
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
