package latentlab.models.storage;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import latentlab.models.ImageDomain;
import latentlab.models.ModelConfig;

/**
 * What is known about a stored model besides its weights.
 *
 * @param family the name of its family
 * @param config its settings
 * @param images what it was made for
 * @param provenance where its weights come from
 */
public record ModelCard(
    String family, ModelConfig config, ImageDomain images, Provenance provenance) {

  /**
   * Where the weights of a model come from.
   *
   * @param dataset the name of the data set it was trained on
   * @param datasetFingerprint SHA-256 of that data set, in hexadecimal
   * @param seed the seed of the training
   * @param batchSize images in each step
   * @param epochs whole passes over the training data made so far
   * @param time what the training's steps and ends of epochs took by the clock on the wall, over
   *     all resumes and without pauses; empty where it is not known, as with models of older
   *     versions
   * @param metrics what was measured, by name; those that are not finite are not stored
   * @param programVersion the version of this program that wrote the model
   */
  public record Provenance(
      String dataset,
      String datasetFingerprint,
      long seed,
      int batchSize,
      int epochs,
      Optional<Duration> time,
      Map<String, Double> metrics,
      String programVersion) {

    /**
     * Copies the metrics, keeping their order.
     *
     * @throws IllegalArgumentException if the time is negative
     */
    public Provenance {
      if (time.filter(Duration::isNegative).isPresent()) {
        throw new IllegalArgumentException("a training cannot take " + time.get());
      }
      metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /**
     * Where the weights come from, of a training whose time is not known.
     *
     * @param dataset the name of the data set it was trained on
     * @param datasetFingerprint SHA-256 of that data set, in hexadecimal
     * @param seed the seed of the training
     * @param batchSize images in each step
     * @param epochs whole passes over the training data made so far
     * @param metrics what was measured, by name
     * @param programVersion the version of this program that wrote the model
     */
    public Provenance(
        String dataset,
        String datasetFingerprint,
        long seed,
        int batchSize,
        int epochs,
        Map<String, Double> metrics,
        String programVersion) {
      this(
          dataset,
          datasetFingerprint,
          seed,
          batchSize,
          epochs,
          Optional.empty(),
          metrics,
          programVersion);
    }
  }
}
