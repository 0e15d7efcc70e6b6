package latentlab.models.storage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.failure.InvalidInputException;
import latentlab.models.prior.LatentPrior;
import latentlab.models.prior.LatentPriors;
import latentlab.models.prior.PriorSettings;
import latentlab.storage.Tensors;

/**
 * A prior that was fitted to the codes of a model and lies in its folder. Immutable; any thread may
 * read it.
 *
 * @param settings how it was fitted
 * @param size the number of latent dimensions
 * @param origin what it was fitted to
 * @param weights its weights, all finite
 * @param source where the weights come from, as messages call it: the path of their file
 */
public record StoredPrior(
    PriorSettings settings, int size, Origin origin, Tensors weights, String source) {

  /**
   * What a prior was fitted to.
   *
   * @param dataset the name of the data set whose training part was encoded
   * @param datasetFingerprint SHA-256 of that data set, in hexadecimal
   * @param seed the seed of the fit
   * @param metrics what was measured, by name; those that are not finite are not stored
   */
  public record Origin(
      String dataset, String datasetFingerprint, long seed, Map<String, Double> metrics) {

    /** Copies the metrics, keeping their order. */
    public Origin {
      metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
  }

  /**
   * A prior that was not read from a file.
   *
   * @param settings how it was fitted
   * @param prior what came out
   * @param origin what it was fitted to
   */
  public StoredPrior(PriorSettings settings, LatentPrior prior, Origin origin) {
    this(settings, prior.size(), origin, prior.weights(), "the prior");
  }

  /**
   * Makes it ready for use.
   *
   * @return the prior
   * @throws InvalidInputException if the weights are not those of such a prior; the message names
   *     their file
   */
  public LatentPrior open() {
    try {
      return LatentPriors.restore(settings, size, weights);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          source + " does not fit the settings of the prior: " + e.getMessage(), e);
    }
  }
}
