package latentlab.evaluation.comparison;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import latentlab.evaluation.Evaluation;
import latentlab.evaluation.Memorisation;
import latentlab.evaluation.Metrics;
import latentlab.evaluation.SampleEvaluation;
import latentlab.evaluation.SampleReference;
import latentlab.models.ImageClassifier;
import latentlab.models.PriorSampler;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/**
 * Measures the samples of one model after the other against the same images, which are looked at
 * only once.
 *
 * @param classifier judges, if there is one
 * @param images what the classifier says of real images; present with a classifier and samples
 * @param memorisation the training images, if samples are compared with them
 * @param settings how much is measured
 * @param reference how real images fare
 */
record SampleJudge(
    Optional<ImageClassifier> classifier,
    Optional<SampleReference> images,
    Optional<Memorisation> memorisation,
    ComparisonSettings settings,
    Optional<ComparisonRow> reference) {

  /** As many are drawn at once where nobody judges them. */
  private static final int MOST_TIMED = 400;

  /** Looks at the real images. */
  static SampleJudge of(
      Optional<ImageClassifier> classifier,
      ComparisonData data,
      ComparisonSettings settings,
      Progress progress,
      Cancellation cancellation) {
    if (classifier.isEmpty() || settings.samples() == 0) {
      return new SampleJudge(
          classifier, Optional.empty(), Optional.empty(), settings, Optional.empty());
    }
    SampleReference images =
        SampleReference.of(
            classifier.get(),
            data.images(),
            Optional.empty(),
            settings.samples(),
            settings.seed(),
            progress,
            cancellation);
    Map<String, Double> real =
        new LinkedHashMap<>(
            new SampleEvaluation(classifier.get(), images, Optional.empty(), progress, cancellation)
                .measure(
                    new RealImages(data.training(), settings.seed()),
                    0,
                    settings.samples(),
                    settings.seed()));
    Optional<Memorisation> memorisation = Optional.empty();
    if (settings.memorisation() > 0) {
      Memorisation memory =
          Memorisation.of(
              data.training(), data.images(), settings.memorisation(), progress, cancellation);
      real.put(Metrics.TRAINING_DISTANCE, memory.imageDistance());
      real.put(Metrics.MEMORISED, Memorisation.QUANTILE);
      memorisation = Optional.of(memory);
    }
    ComparisonRow row =
        new ComparisonRow(
            ModelComparison.REFERENCE, "", "", ModelComparison.figures(real), Optional.empty());
    return new SampleJudge(
        classifier, Optional.of(images), memorisation, settings, Optional.of(row));
  }

  /** What there is to say of the samples of one model; without a classifier nothing, once drawn. */
  Map<String, Double> measure(
      PriorSampler sampler, int classes, Progress progress, Cancellation cancellation) {
    Seed seed = settings.seed().derive(Evaluation.PURPOSE);
    if (classifier.isEmpty() || images.isEmpty()) {
      progress.report(0, 1, "drawing samples");
      sampler.sample(Math.min(MOST_TIMED, settings.samples()), seed);
      return Map.of();
    }
    return new SampleEvaluation(
            classifier.get(), images.get(), memorisation, progress, cancellation)
        .measure(sampler, classes, settings.samples(), seed);
  }
}
