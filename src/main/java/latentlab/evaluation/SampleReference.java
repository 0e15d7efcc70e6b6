package latentlab.evaluation;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import latentlab.data.ImageSet;
import latentlab.data.Permutation;
import latentlab.failure.InvalidInputException;
import latentlab.models.ImageClassifier;
import latentlab.models.ImageClassifier.Features;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/**
 * What samples are compared with: what a classifier says of the images, and how training images
 * would fare in place of samples. Made once for many models that draw as many samples. Immutable;
 * any thread may read it.
 */
public final class SampleReference {

  /** How many images and samples are compared one by one at most. */
  static final int MOST_NEIGHBOURS = 5_000;

  private static final int PART = 400;

  private final int classes;
  private final FeatureGaussian gaussian;
  private final Features features;
  private final Optional<NeighbourCoverage> coverage;
  private final Map<String, Double> figures;

  private SampleReference(
      int classes,
      FeatureSurvey images,
      Optional<FeatureSurvey> training,
      Cancellation cancellation) {
    this.classes = classes;
    this.gaussian = images.gaussian();
    this.features = images.features();
    this.coverage =
        features.count() > NeighbourCoverage.NEIGHBOUR
            ? Optional.of(NeighbourCoverage.of(features, cancellation))
            : Optional.empty();
    Map<String, Double> metrics = new LinkedHashMap<>();
    training.ifPresent(
        survey -> {
          metrics.put(Metrics.FRECHET_FLOOR, gaussian.distance(survey.gaussian()));
          putNeighbourhood(
              survey, Metrics.DATA_PRECISION, Metrics.DATA_RECALL, metrics, cancellation);
        });
    metrics.put(Metrics.DATA_SHARPNESS, images.sharpness());
    this.figures = Collections.unmodifiableMap(metrics);
  }

  /**
   * Shows images to a classifier.
   *
   * @param classifier called on the calling thread, which must own it
   * @param images what samples are compared with, at least 2
   * @param training of which as many are compared with the images as samples are; left out if there
   *     are fewer than 2
   * @param samples how many samples will be drawn, at least 2
   * @param seed decides which training images are taken
   * @param progress is told how many images are done
   * @param cancellation asked before each part
   * @return the reference
   * @throws InvalidInputException if there is only one image
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static SampleReference of(
      ImageClassifier classifier,
      ImageSet images,
      Optional<ImageSet> training,
      int samples,
      Seed seed,
      Progress progress,
      Cancellation cancellation) {
    if (images.size() < 2) {
      throw new InvalidInputException(
          "samples cannot be compared with only " + images.size() + " image; expected at least 2");
    }
    int neighbours = Math.min(MOST_NEIGHBOURS, Math.min(images.size(), samples));
    Parts parts = new Parts(PART, progress, cancellation);
    FeatureSurvey real =
        survey(classifier, images, IntStream.range(0, images.size()).toArray(), neighbours, parts);
    Optional<FeatureSurvey> learnt =
        training
            .filter(set -> set.size() > 1)
            .map(
                set -> {
                  int[] order = Permutation.of(set.size(), seed.derive("training"));
                  int[] chosen = Arrays.copyOf(order, Math.min(samples, order.length));
                  return survey(classifier, set, chosen, neighbours, parts);
                });
    int classes = classifier.probabilities(images.batch(0)).size();
    return new SampleReference(classes, real, learnt, cancellation);
  }

  private static FeatureSurvey survey(
      ImageClassifier classifier, ImageSet images, int[] chosen, int neighbours, Parts parts) {
    FeatureSurvey survey = new FeatureSurvey(Math.min(neighbours, chosen.length));
    parts.run(
        chosen.length,
        "comparing features",
        (from, rows) -> {
          var batch = images.batch(Arrays.copyOfRange(chosen, from, from + rows));
          survey.add(batch, classifier.features(batch));
        });
    return survey;
  }

  /** How many classes the classifier tells apart. */
  int classes() {
    return classes;
  }

  /** How many rows of features samples need for the neighbourhoods. */
  int neighbours() {
    return features.count();
  }

  /**
   * Compares samples.
   *
   * @param drawn what was gathered of them
   * @param cancellation asked between two blocks
   * @return metrics by name, those of the reference among them
   */
  Map<String, Double> compare(FeatureSurvey drawn, Cancellation cancellation) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(Metrics.FRECHET_DISTANCE, gaussian.distance(drawn.gaussian()));
    putNeighbourhood(drawn, Metrics.PRECISION, Metrics.RECALL, metrics, cancellation);
    metrics.put(Metrics.SHARPNESS, drawn.sharpness());
    metrics.putAll(figures);
    return metrics;
  }

  private void putNeighbourhood(
      FeatureSurvey survey,
      String precision,
      String recall,
      Map<String, Double> metrics,
      Cancellation cancellation) {
    Features others = survey.features();
    if (coverage.isPresent() && others.count() > NeighbourCoverage.NEIGHBOUR) {
      metrics.put(precision, coverage.get().share(others, cancellation));
      metrics.put(recall, NeighbourCoverage.of(others, cancellation).share(features, cancellation));
    }
  }
}
