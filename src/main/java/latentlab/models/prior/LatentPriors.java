package latentlab.models.prior;

import java.util.Map;
import latentlab.failure.InvalidInputException;
import latentlab.models.LatentCodes;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** Fits priors to codes, and makes them again from what was stored of them. */
public final class LatentPriors {

  private LatentPriors() {}

  /**
   * Fits a prior.
   *
   * @param settings which, and how
   * @param codes [count, d], those of the images that the model was trained on
   * @param seed decides everything random in the fit
   * @param progress is told how far it has come
   * @param cancellation asked between two small steps
   * @return the prior; nothing of it depends on the rounding of a stored one
   * @throws InvalidInputException if the codes are too few, all the same or not finite, or if they
   *     have one dimension and the kind needs two
   * @throws latentlab.failure.OperationFailedException if the fit diverges
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static LatentPrior fit(
      PriorSettings settings,
      LatentCodes codes,
      Seed seed,
      Progress progress,
      Cancellation cancellation) {
    requireFittable(codes);
    Tensors weights =
        switch (settings.kind()) {
          case STANDARD -> new Tensors(Map.of());
          case GAUSSIAN -> GaussianPrior.weights(CodeMoments.gaussian(codes));
          case MIXTURE -> MixtureFit.fit(settings, codes, seed, progress, cancellation);
          case FLOW -> FlowFit.fit(settings, codes, seed, progress, cancellation);
        };
    return restore(settings, codes.size(), weights);
  }

  /**
   * Makes a prior from its weights.
   *
   * @param settings those it was fitted with
   * @param size the number of latent dimensions, at least 1
   * @param weights what {@link LatentPrior#weights()} gave
   * @return the prior
   * @throws InvalidInputException if a tensor is missing, has another shape, or values that no
   *     fitted prior has
   */
  public static LatentPrior restore(PriorSettings settings, int size, Tensors weights) {
    return switch (settings.kind()) {
      case STANDARD -> new StandardPrior(size);
      case GAUSSIAN -> new GaussianPrior(size, weights);
      case MIXTURE -> new MixturePrior(size, settings.components(), weights);
      case FLOW -> {
        FlowFit.requireSize(size);
        yield new FlowPrior(size, settings, weights);
      }
    };
  }

  /**
   * Finds out before long work whether codes of a size can be fitted.
   *
   * @param settings which prior
   * @param size the number of latent dimensions
   * @throws InvalidInputException if the kind needs more dimensions
   */
  public static void checkSize(PriorSettings settings, int size) {
    if (settings.kind() == PriorKind.FLOW) {
      FlowFit.requireSize(size);
    }
  }

  private static void requireFittable(LatentCodes codes) {
    if (codes.count() < 2) {
      throw new InvalidInputException(
          "there are " + codes.count() + " codes to fit a prior to; expected at least 2");
    }
    for (int at = 0; at < codes.values().length; at++) {
      if (!Float.isFinite(codes.values()[at])) {
        throw new InvalidInputException(
            "code "
                + at / codes.size()
                + " holds "
                + codes.values()[at]
                + "; train the model anew");
      }
    }
  }
}
