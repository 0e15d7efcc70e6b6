package latentlab.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.data.Permutation;
import latentlab.failure.InvalidInputException;
import latentlab.models.ConditionalSampler;
import latentlab.models.ImageClassifier;
import latentlab.models.ImageClassifier.Features;
import latentlab.models.PriorSampler;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/** Lets a classifier judge samples of a model, part by part. For the thread that owns both. */
final class SampleEvaluation {

  /** Part of what a seed means: with another size, other samples would be drawn. */
  private static final int PART = 400;

  private final ImageClassifier classifier;
  private final Progress progress;
  private final Cancellation cancellation;

  SampleEvaluation(ImageClassifier classifier, Progress progress, Cancellation cancellation) {
    this.classifier = classifier;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * Judges samples.
   *
   * @param model if it is a {@link ConditionalSampler}, each class is asked for equally often
   * @param classes of the model
   * @param count how many samples, at least 2
   * @param images what they are compared with, at least 2
   * @param training what else is compared with the images
   * @param seed decides the samples
   * @return the metrics by name, in the order in which they are shown
   * @throws InvalidInputException if there is only one image, or the classifier has other classes
   */
  Map<String, Double> measure(
      PriorSampler model,
      int classes,
      int count,
      ImageSet images,
      Optional<ImageSet> training,
      Seed seed) {
    if (images.size() < 2) {
      throw new InvalidInputException(
          "samples cannot be compared with only " + images.size() + " image; expected at least 2");
    }
    boolean conditional = model instanceof ConditionalSampler && classes > 0;
    int judged = classifier.probabilities(images.batch(0)).size();
    if (conditional && judged != classes) {
      throw new InvalidInputException(
          "the classifier tells " + judged + " classes apart; the model has " + classes);
    }
    SampleVerdicts verdicts = new SampleVerdicts(judged);
    FeatureGaussian drawn = new FeatureGaussian();
    Sharpness sharpness = new Sharpness();
    inParts(
        count,
        "judging samples",
        (from, rows) -> {
          int[] asked = conditional ? labels(from, rows, classes) : new int[0];
          ImageBatch samples = draw(model, rows, asked, seed.derive("samples", from));
          verdicts.add(classifier.probabilities(samples), asked);
          drawn.add(classifier.features(samples));
          sharpness.add(samples);
        });
    Map<String, Double> metrics = new LinkedHashMap<>(verdicts.metrics());
    FeatureGaussian real = gaussian(images, ascending(images.size()));
    metrics.put(Metrics.FRECHET_DISTANCE, real.distance(drawn));
    training
        .filter(set -> set.size() > 1)
        .ifPresent(set -> metrics.put(Metrics.FRECHET_FLOOR, floor(real, set, count, seed)));
    metrics.put(Metrics.SHARPNESS, sharpness.mean());
    metrics.put(Metrics.DATA_SHARPNESS, sharpness(images));
    return metrics;
  }

  private double sharpness(ImageSet images) {
    Sharpness sharpness = new Sharpness();
    inParts(
        images.size(),
        "measuring sharpness",
        (from, rows) -> sharpness.add(images.batch(IntStream.range(from, from + rows).toArray())));
    return sharpness.mean();
  }

  private double floor(FeatureGaussian real, ImageSet training, int count, Seed seed) {
    int[] order = Permutation.of(training.size(), seed.derive("training"));
    return real.distance(gaussian(training, Arrays.copyOf(order, Math.min(count, order.length))));
  }

  private static int[] ascending(int count) {
    return IntStream.range(0, count).toArray();
  }

  private FeatureGaussian gaussian(ImageSet images, int... chosen) {
    FeatureGaussian result = new FeatureGaussian();
    inParts(
        chosen.length,
        "comparing features",
        (from, rows) -> {
          Features features =
              classifier.features(images.batch(Arrays.copyOfRange(chosen, from, from + rows)));
          result.add(features);
        });
    return result;
  }

  private static int[] labels(int from, int rows, int classes) {
    return IntStream.range(from, from + rows).map(i -> i % classes).toArray();
  }

  private static ImageBatch draw(PriorSampler model, int rows, int[] asked, Seed seed) {
    if (asked.length > 0 && model instanceof ConditionalSampler conditional) {
      return conditional.sample(asked, seed);
    }
    return model.sample(rows, seed);
  }

  private void inParts(int count, String what, Part part) {
    for (int from = 0; from < count; from += PART) {
      cancellation.throwIfRequested();
      progress.report(from, count, what);
      part.run(from, Math.min(PART, count - from));
    }
    progress.report(count, count, what);
  }

  /** What is done with some of many images. */
  @FunctionalInterface
  private interface Part {
    void run(int from, int rows);
  }
}
