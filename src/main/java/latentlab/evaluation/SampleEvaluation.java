package latentlab.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.failure.InvalidInputException;
import latentlab.models.ConditionalSampler;
import latentlab.models.ImageClassifier;
import latentlab.models.PriorSampler;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/**
 * Lets a classifier judge samples of models, part by part. For the thread that owns the classifier
 * and the models.
 */
public final class SampleEvaluation {

  /** Part of what a seed means: with another size, other samples would be drawn. */
  private static final int PART = 400;

  private final ImageClassifier classifier;
  private final SampleReference reference;
  private final Optional<Memorisation> memorisation;
  private final Progress progress;
  private final Cancellation cancellation;

  /**
   * Prepares the judging of samples.
   *
   * @param classifier judges
   * @param reference what the samples are compared with, made with the same classifier
   * @param memorisation the training images, if samples are to be compared with them
   * @param progress is told how many samples are done
   * @param cancellation asked before each part
   */
  public SampleEvaluation(
      ImageClassifier classifier,
      SampleReference reference,
      Optional<Memorisation> memorisation,
      Progress progress,
      Cancellation cancellation) {
    this.classifier = classifier;
    this.reference = reference;
    this.memorisation = memorisation;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * Judges samples.
   *
   * @param model if it is a {@link ConditionalSampler}, each class is asked for equally often
   * @param classes of the model
   * @param count how many samples, at least 2
   * @param seed decides the samples
   * @return the metrics by name, in the order in which they are shown
   * @throws InvalidInputException if the classifier has other classes than the model
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Map<String, Double> measure(PriorSampler model, int classes, int count, Seed seed) {
    boolean conditional = model instanceof ConditionalSampler && classes > 0;
    if (conditional && reference.classes() != classes) {
      throw new InvalidInputException(
          String.format(
              "the classifier tells %d classes apart; the model has %d",
              reference.classes(), classes));
    }
    Judgement judgement = new Judgement(count);
    new Parts(PART, progress, cancellation)
        .run(
            count,
            "judging samples",
            (from, rows) -> {
              int[] asked = conditional ? labels(from, rows, classes) : new int[0];
              judgement.add(draw(model, rows, asked, seed.derive("samples", from)), asked);
            });
    return judgement.metrics();
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

  /** What is gathered of the samples of one model. */
  private final class Judgement {

    private final SampleVerdicts verdicts = new SampleVerdicts(reference.classes());
    private final FeatureSurvey drawn = new FeatureSurvey(reference.neighbours());
    private final float[] first;
    private int filled;

    Judgement(int count) {
      first =
          new float
              [memorisation
                  .map(memory -> Math.min(count, memory.samples()) * memory.shape().size())
                  .orElse(0)];
    }

    void add(ImageBatch samples, int... asked) {
      verdicts.add(classifier.probabilities(samples), asked);
      drawn.add(samples, classifier.features(samples));
      int kept = Math.min(first.length - filled, samples.pixels().length);
      System.arraycopy(samples.pixels(), 0, first, filled, kept);
      filled += kept;
    }

    Map<String, Double> metrics() {
      Map<String, Double> metrics = new LinkedHashMap<>(verdicts.metrics());
      metrics.putAll(reference.compare(drawn, cancellation));
      memorisation.ifPresent(
          memory ->
              metrics.putAll(
                  memory.measure(
                      ImageBatch.unlabelled(memory.shape(), first), progress, cancellation)));
      return metrics;
    }
  }
}
