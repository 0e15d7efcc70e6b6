package latentlab.training.watch;

import latentlab.models.LossTerms;

/**
 * A loss blows up where it is, over some steps, many times as far from 0 as it was a hundred steps
 * ago and before. The losses of a Wasserstein critic have no bounds and may grow slowly; hence the
 * past moves along, but not with what is too large.
 */
final class BlowUpWatch implements LossWatch {

  private static final int PRESENT = 20;
  private static final int PAST = 1_000;
  private static final int LAG = 100;
  private static final double TIMES = 5;

  /** Losses below are not large, whatever they were before. */
  private static final double LARGE = 8;

  private final String term;
  private final MovingMean present = new MovingMean(PRESENT);
  private final MovingMean past = new MovingMean(PAST);
  private final double[] latest = new double[LAG];
  private long steps;
  private boolean raised;

  BlowUpWatch(String term) {
    this.term = term;
  }

  @Override
  public TrainingWarning warning() {
    return TrainingWarning.BLOW_UP;
  }

  @Override
  public void observe(LossTerms loss) {
    Double value = loss.parts().get(term);
    if (value == null) {
      return;
    }
    int place = (int) (steps % LAG);
    if (steps >= LAG && !raised) {
      past.add(latest[place]);
    }
    latest[place] = Math.abs(value);
    present.add(latest[place]);
    steps++;
    raised = steps > 2 * LAG && present.value() > LARGE && present.value() > TIMES * past.value();
  }

  @Override
  public boolean isRaised() {
    return raised;
  }
}
