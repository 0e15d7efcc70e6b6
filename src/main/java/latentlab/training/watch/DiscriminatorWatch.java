package latentlab.training.watch;

import static latentlab.models.AdversarialTerms.D_FAKE;
import static latentlab.models.AdversarialTerms.D_REAL;

import latentlab.models.LossTerms;

/**
 * The discriminator wins where it gives real images probabilities near 1 and generated ones near 0
 * for hundreds of steps: a good one does so for a while at the beginning, too.
 */
final class DiscriminatorWatch implements LossWatch {

  private static final int SMOOTHING = 20;
  private static final double SURE = 0.83;
  private static final double UNSURE = 0.75;
  private static final int PATIENCE = 200;

  private final MovingMean margin = new MovingMean(SMOOTHING);
  private int sureSteps;
  private boolean raised;

  @Override
  public TrainingWarning warning() {
    return TrainingWarning.DISCRIMINATOR_WINS;
  }

  @Override
  public void observe(LossTerms loss) {
    Double real = loss.parts().get(D_REAL);
    Double fake = loss.parts().get(D_FAKE);
    if (real == null || fake == null) {
      return;
    }
    margin.add(real - fake);
    sureSteps = margin.value() > SURE ? sureSteps + 1 : 0;
    if (sureSteps >= PATIENCE) {
      raised = true;
    } else if (margin.value() < UNSURE) {
      raised = false;
    }
  }

  @Override
  public boolean isRaised() {
    return raised;
  }
}
