package latentlab.ui.training.chart;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The curves of one run and one term as they are drawn, and as they are read. Takes in what the
 * history has gained at each {@link #update}. For the JavaFX thread; needs no toolkit.
 */
final class TermCurves {

  /** More points than any chart has columns, few enough to draw in some milliseconds. */
  private static final int MAX_BUCKETS = 800;

  /** Enough for curves without noise, and for those in the background. */
  private static final int FEWER_BUCKETS = 200;

  /** An epoch ends once; its marks are thinned no sooner than they would touch each other. */
  private static final int MAX_MARKS = 400;

  private final LossRun run;
  private final String term;
  private final RunAxis axis;
  private final boolean onlyMeans;
  private final ThinnedSeries training;
  private final ThinnedSeries smoothed = new ThinnedSeries(FEWER_BUCKETS);
  private final ThinnedSeries validation = new ThinnedSeries(MAX_MARKS);
  private final Curve smoothedValues = new Curve();
  private Smoothing smoothing = new Smoothing(0);
  private double smoothingWeight;
  private int trainingTaken;
  private int validationTaken;

  /**
   * Takes in nothing yet.
   *
   * @param run whose curves
   * @param term of its loss
   * @param axis by what it is placed
   */
  TermCurves(LossRun run, String term, RunAxis axis) {
    this.run = run;
    this.term = term;
    this.axis = axis;
    this.training = new ThinnedSeries(rawBuckets());
    this.onlyMeans = !run.isPresent() && run.history().training(term).size() == 0;
  }

  LossRun run() {
    return run;
  }

  private int rawBuckets() {
    return run.isPresent() ? MAX_BUCKETS : FEWER_BUCKETS;
  }

  /** All training losses, or the means over epochs where nothing finer is known. */
  Curve values() {
    LossHistory history = run.history();
    return onlyMeans ? history.trainingMeans(term) : history.training(term);
  }

  /**
   * Takes in what is new, or everything if it is to be smoothed in another way.
   *
   * @param weight of the past in the smoothed curve, from 0 to below 1
   * @return false if there is nothing new to draw
   */
  boolean update(double weight) {
    if (weight != smoothingWeight) {
      restart(weight);
    }
    LossHistory history = run.history();
    Curve steps = values();
    Curve epochs = history.validation(term);
    boolean changed = trainingTaken < steps.size() || validationTaken < epochs.size();
    for (; trainingTaken < steps.size(); trainingTaken++) {
      double place = axis.placeOf((double) steps.step(trainingTaken), history);
      double value = steps.value(trainingTaken);
      double smooth = onlyMeans ? value : smoothing.next(value);
      smoothedValues.add(steps.step(trainingTaken), smooth);
      training.add(place, value);
      smoothed.add(place, smooth);
    }
    for (; validationTaken < epochs.size(); validationTaken++) {
      validation.add(
          axis.placeOf((double) epochs.step(validationTaken), history),
          epochs.value(validationTaken));
    }
    return changed;
  }

  private void restart(double weight) {
    smoothingWeight = weight;
    smoothing = new Smoothing(weight);
    smoothedValues.clear();
    training.clear();
    smoothed.clear();
    validation.clear();
    trainingTaken = 0;
    validationTaken = 0;
  }

  /**
   * A part of the x-axis.
   *
   * @param from its left end
   * @param to its right end
   */
  record Part(double from, double to) {}

  ThinnedSeries training() {
    return training;
  }

  /** The raw curve over a part of the axis, and a point beyond on either side, thinned less. */
  ThinnedSeries training(Part part) {
    return detail(values(), part, rawBuckets());
  }

  /** The same for the smoothed curve. */
  ThinnedSeries smoothed(Part part) {
    return detail(smoothedValues, part, FEWER_BUCKETS);
  }

  private ThinnedSeries detail(Curve curve, Part part, int buckets) {
    LossHistory history = run.history();
    ThinnedSeries detail = new ThinnedSeries(buckets);
    int first = Math.max(0, curve.last(axis.stepAt(part.from(), history)));
    int last = Math.min(trainingTaken - 1, curve.last(axis.stepAt(part.to(), history)) + 1);
    for (int i = first; i <= last; i++) {
      detail.add(axis.placeOf((double) curve.step(i), history), curve.value(i));
    }
    return detail;
  }

  ThinnedSeries smoothed() {
    return smoothed;
  }

  ThinnedSeries validation() {
    return validation;
  }

  /** The end of the smoothed curve; empty before the first value. */
  OptionalDouble latest() {
    int size = smoothedValues.size();
    return size == 0 ? OptionalDouble.empty() : OptionalDouble.of(smoothedValues.value(size - 1));
  }

  /** The place of the training loss nearest to a place; empty if the curve does not reach it. */
  OptionalDouble snap(double place) {
    return read(place)
        .training()
        .map(point -> OptionalDouble.of(axis.placeOf((double) point.step(), run.history())))
        .orElse(OptionalDouble.empty());
  }

  /** The place some points further; the first or last if there are not so many. */
  OptionalDouble move(double place, int points) {
    Curve curve = values();
    int from = curve.nearest(axis.stepAt(place, run.history()));
    if (from < 0) {
      return OptionalDouble.empty();
    }
    int to = (int) Math.max(0, Math.min(curve.size() - 1L, (long) from + points));
    return OptionalDouble.of(axis.placeOf((double) curve.step(to), run.history()));
  }

  /** What the curves say at a place. */
  Reading read(double place) {
    double step = axis.stepAt(place, run.history());
    Curve curve = values();
    int nearest = curve.nearest(step);
    if (nearest < 0 || !reaches(curve, step)) {
      return new Reading(run, Optional.empty(), OptionalDouble.empty(), Optional.empty());
    }
    Curve epochs = run.history().validation(term);
    int ended = epochs.last(Math.max(step, (double) curve.step(nearest)));
    boolean smooth = !onlyMeans && nearest < smoothedValues.size();
    return new Reading(
        run,
        Optional.of(Reading.Measured.of(curve, nearest)),
        smooth ? OptionalDouble.of(smoothedValues.value(nearest)) : OptionalDouble.empty(),
        ended < 0 ? Optional.empty() : Optional.of(Reading.Measured.of(epochs, ended)));
  }

  /** Half the usual gap of two points beyond either end still belongs to it. */
  private static boolean reaches(Curve curve, double step) {
    int last = curve.size() - 1;
    double gap = last == 0 ? 1 : Math.max(1, (double) (curve.step(last) - curve.step(0)) / last);
    return step >= curve.step(0) - gap / 2 && step <= curve.step(last) + gap / 2;
  }
}
