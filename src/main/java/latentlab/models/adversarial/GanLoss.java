package latentlab.models.adversarial;

import java.util.Locale;
import latentlab.engine.losses.AdversarialLoss;
import latentlab.failure.InvalidInputException;

/** What the two players lose, where the discriminator gives probabilities or marks. */
public enum GanLoss {
  /** The generator maximises the chance to be taken for real (Goodfellow et al. 2014). */
  NON_SATURATING(AdversarialLoss.NON_SATURATING),
  /** The generator minimises what the discriminator gains (Goodfellow et al. 2014, equation 1). */
  MINIMAX(AdversarialLoss.MINIMAX),
  /** Images that are told apart clearly enough count no longer (Lim and Ye 2017). */
  HINGE(AdversarialLoss.HINGE),
  /** Squared distances from 0 and 1 (Mao et al. 2017). */
  LEAST_SQUARES(AdversarialLoss.LEAST_SQUARES);

  private final AdversarialLoss loss;

  GanLoss(AdversarialLoss loss) {
    this.loss = loss;
  }

  /**
   * The loss itself.
   *
   * @return as the engine knows it
   */
  public AdversarialLoss loss() {
    return loss;
  }

  /**
   * Checks a setting for label smoothing.
   *
   * @param smoothing how far below 1 the target of real images is
   * @throws InvalidInputException if it is not 0 and this loss has no targets
   */
  public void checkSmoothing(double smoothing) {
    if (smoothing != 0 && !loss.allowsLabelSmoothing()) {
      throw new InvalidInputException(
          "labelSmoothing must be 0 for the loss "
              + name().toLowerCase(Locale.ROOT).replace('_', '-')
              + ", which has no targets to smooth; it is "
              + smoothing);
    }
  }
}
