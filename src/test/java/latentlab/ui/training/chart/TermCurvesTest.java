package latentlab.ui.training.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import latentlab.models.LossTerms;
import org.junit.jupiter.api.Test;

class TermCurvesTest {

  private final LossHistory history = new LossHistory();
  private final LossRun run = new LossRuns(history).present().get();

  @Test
  void readsTheValueAsItWasMeasuredHoweverMuchIsSmoothedAndThinned() {
    for (int step = 1; step <= 100_000; step++) {
      history.addTraining("total", step, step % 7 + 1e-7);
    }
    TermCurves curves = new TermCurves(run, "total", RunAxis.STEP);
    curves.update(0.9);

    Reading reading = curves.read(54_321.3);
    assertThat(reading.training()).contains(new Reading.Measured(54_321, 54_321 % 7 + 1e-7));
    assertThat(reading.smoothed().orElseThrow()).isBetween(1.0, 5.0);
    assertThat(curves.training().size()).isLessThan(5_000);
  }

  @Test
  void drawsEveryPointOfASmallPartHoweverLongTheRun() {
    for (int step = 1; step <= 100_000; step++) {
      history.addTraining("total", step, step);
    }
    TermCurves curves = updated(RunAxis.STEP);

    ThinnedSeries part = curves.training(new TermCurves.Part(5_000.5, 5_100.5));
    assertThat(part.xs()).startsWith(5_000).endsWith(5_101).hasSize(2 * 102);
    assertThat(curves.smoothed(new TermCurves.Part(99_990, 200_000)).xs()).endsWith(100_000);
    assertThat(curves.training(new TermCurves.Part(-9, 0.5)).xs()).containsOnly(1);
  }

  @Test
  void readsTheValidationOfTheLastEpochThatHasEnded() {
    train(3, 10);
    TermCurves curves = updated(RunAxis.STEP);

    assertThat(curves.read(9).validation()).isEmpty();
    assertThat(curves.read(10).validation()).contains(new Reading.Measured(10, 101));
    assertThat(curves.read(29).validation()).contains(new Reading.Measured(20, 102));
    assertThat(curves.read(29).epoch()).isEqualTo(3);
    assertThat(curves.read(29).validatedEpoch()).isEqualTo(2);
  }

  @Test
  void readsNothingWhereTheRunWasNotTrained() {
    train(1, 10);
    TermCurves curves = updated(RunAxis.STEP);

    assertThat(curves.read(12).training()).isEmpty();
    assertThat(curves.read(0.2).training()).isEmpty();
    assertThat(curves.read(12).validation()).isEmpty();
    assertThat(curves.snap(12)).isEmpty();
  }

  @Test
  void laysRunsOfDifferentBatchesOverEachOtherByEpochs() {
    train(2, 50);
    TermCurves curves = updated(RunAxis.EPOCH);

    assertThat(curves.read(1).training()).contains(new Reading.Measured(50, 50));
    assertThat(curves.snap(1.501)).hasValue(1.5);
    assertThat(curves.validation().xs()).contains(1.0, 2.0);
  }

  @Test
  void drawsTheMeansWhereNothingFinerIsKnownAndDoesNotSmoothThem() {
    LossHistory stored = new LossHistory();
    stored.addEpoch(100, loss(5), loss(6));
    stored.addEpoch(200, loss(3), loss(4));
    LossRuns runs = new LossRuns(history);
    runs.open("stored", "", stored, Path.of("stored"));
    TermCurves curves = new TermCurves(runs.earlier().get(0), "total", RunAxis.STEP);
    curves.update(0.9);

    Reading reading = curves.read(190);
    assertThat(reading.training()).contains(new Reading.Measured(200, 3));
    assertThat(reading.validation()).contains(new Reading.Measured(200, 4));
    assertThat(reading.smoothed()).isEmpty();
    assertThat(curves.latest()).hasValue(3);
  }

  @Test
  void movesByPointsAndStaysOnTheCurve() {
    train(1, 10);
    TermCurves curves = updated(RunAxis.STEP);

    assertThat(curves.move(4, 3)).hasValue(7);
    assertThat(curves.move(4, -30)).hasValue(1);
    assertThat(curves.move(Double.MAX_VALUE, 0)).hasValue(10);
    assertThat(new TermCurves(run, "unknown", RunAxis.STEP).move(4, 1))
        .isEqualTo(OptionalDouble.empty());
  }

  @Test
  void smoothsAllAnewWhenTheWeightChanges() {
    train(1, 10);
    TermCurves curves = updated(RunAxis.STEP);
    assertThat(curves.update(0)).isFalse();

    assertThat(curves.update(0.5)).isTrue();
    assertThat(curves.smoothed().size()).isEqualTo(20);
    assertThat(curves.latest().orElseThrow()).isLessThan(10);
  }

  private TermCurves updated(RunAxis axis) {
    TermCurves curves = new TermCurves(run, "total", axis);
    curves.update(0);
    return curves;
  }

  private void train(int epochs, int stepsInEpoch) {
    for (int step = 1; step <= epochs * stepsInEpoch; step++) {
      history.addTraining("total", step, step);
      if (step % stepsInEpoch == 0) {
        history.addEpoch(step, loss(step), loss(100 + step / stepsInEpoch));
      }
    }
  }

  private static LossTerms loss(double total) {
    return new LossTerms(total, Map.of());
  }
}
