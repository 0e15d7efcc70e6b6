package latentlab.evaluation.disentanglement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.data.ImageShape;
import latentlab.data.synthetic.SyntheticDigits;
import latentlab.evaluation.ImageCodes;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.models.Encoder;
import latentlab.models.LatentCodes;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/**
 * Measures whether each dimension of a model's codes stands for one factor of the images, on digits
 * that are drawn from known factors: digit, thickness, slant and width, independent of each other,
 * each with ten equally likely values. See {@link MutualInformationGap}. Stateless.
 */
public final class Disentanglement {

  /**
   * The mutual information gap (Chen et al. 2018, equation 6), the mean over the factors, 0 to 1: 1
   * if for each factor one dimension tells all of it and no other tells anything. Turning the
   * latent space changes it; a code whose dimensions share a factor has a gap near 0 however much
   * it knows.
   */
  public static final String GAP = "mig";

  /** With the name of a factor behind it: the gap of this factor alone, 0 to 1. */
  public static final String GAP_OF_FACTOR = "mig_";

  /** How many digits are drawn: as many as Locatello et al. 2019 use. */
  public static final int DIGITS = 10_000;

  private Disentanglement() {}

  /**
   * Measures a model.
   *
   * @param encoder the model; called on the calling thread, which must own it; one that needs the
   *     class of an image is told the digit
   * @param shape the size of the model's images
   * @param seed decides the digits
   * @param progress is told how many digits are drawn and encoded
   * @param cancellation asked several times a second
   * @return {@link #GAP} and {@link #GAP_OF_FACTOR} of each factor; immutable
   * @throws InvalidInputException if the model takes images of another size than 28x28x1
   * @throws OperationFailedException if a code is not finite
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static Map<String, Double> measure(
      Encoder encoder, ImageShape shape, Seed seed, Progress progress, Cancellation cancellation) {
    check(shape);
    FactorDigits digits =
        FactorDigits.draw(DIGITS, seed.derive("disentanglement"), progress, cancellation);
    LatentCodes codes = ImageCodes.of(encoder, digits.images(), progress, cancellation);
    requireFinite(codes);
    return gaps(codes, digits.levels());
  }

  /**
   * Finds out before long work whether a model takes the digits that would be drawn.
   *
   * @param shape the size of the model's images
   * @throws InvalidInputException if it does not
   */
  public static void check(ImageShape shape) {
    if (!shape.equals(SyntheticDigits.SHAPE)) {
      throw new InvalidInputException(
          String.format(
              "disentanglement is measured on digits of %s; the model expects %s",
              SyntheticDigits.SHAPE, shape));
    }
  }

  /** The gaps of codes whose factors are known, of each factor [count]. */
  static Map<String, Double> gaps(LatentCodes codes, Map<KnownFactor, int[]> levels) {
    Map<String, Double> ofFactors = new LinkedHashMap<>();
    double sum = 0;
    for (Map.Entry<KnownFactor, int[]> known : levels.entrySet()) {
      double gap = MutualInformationGap.of(codes, known.getValue(), KnownFactor.LEVELS);
      ofFactors.put(GAP_OF_FACTOR + known.getKey().title(), gap);
      sum += gap;
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(GAP, sum / ofFactors.size());
    metrics.putAll(ofFactors);
    return Collections.unmodifiableMap(metrics);
  }

  private static void requireFinite(LatentCodes codes) {
    for (float value : codes.values()) {
      if (!Float.isFinite(value)) {
        throw new OperationFailedException(
            "a code is " + value + "; expected a finite number: the weights are too large");
      }
    }
  }
}
