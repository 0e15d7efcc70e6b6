package latentlab.evaluation.comparison;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import latentlab.evaluation.Evaluation;
import latentlab.evaluation.EvaluationSettings;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.failure.UserException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageClassifier;
import latentlab.models.LatentSpace;
import latentlab.models.ModelFamilies;
import latentlab.models.PriorSampler;
import latentlab.models.storage.StoredModel;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/**
 * Measures stored models one after the other on the same data, with the same seed: each is opened,
 * measured and closed, so that only one is in memory besides the classifier. What a model cannot do
 * is left empty; nothing is asked that takes a search, as the codes of images in a GAN do.
 * Stateless; everything happens on the calling thread, which may take minutes.
 */
public final class ModelComparison {

  /** The name of the row that real images have. */
  public static final String REFERENCE = "real images";

  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final int WARM_UP = 4;

  private final ModelFamilies families;
  private final ComparisonData data;
  private final ComparisonSettings settings;
  private final LongSupplier nanoseconds;

  /**
   * Prepares a comparison; reads nothing yet.
   *
   * @param families must have those of the models and of the classifier
   * @param data what is measured on
   * @param settings how much is measured
   */
  public ModelComparison(ModelFamilies families, ComparisonData data, ComparisonSettings settings) {
    this(families, data, settings, System::nanoTime);
  }

  ModelComparison(
      ModelFamilies families,
      ComparisonData data,
      ComparisonSettings settings,
      LongSupplier nanoseconds) {
    this.families = families;
    this.data = data;
    this.settings = settings;
    this.nanoseconds = nanoseconds;
  }

  /**
   * Measures the models.
   *
   * @param models in the order of the rows, with different names
   * @param listener is given the table after each change, from the first, which may have no row
   *     yet, to the last, which is also returned
   * @param progress is told what is being measured of which model
   * @param cancellation asked between two small pieces
   * @return a row for each model; one that is damaged or does not fit the images has a problem in
   *     place of figures
   * @throws InvalidInputException if the classifier is none, or does not fit the images, or there
   *     are too few images
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public ComparisonTable measure(
      List<ComparedModel> models,
      Consumer<ComparisonTable> listener,
      Progress progress,
      Cancellation cancellation) {
    Optional<GenerativeModel> judge = data.classifier().map(stored -> stored.open(families));
    try {
      SampleJudge samples =
          SampleJudge.of(judge.map(this::classifier), data, settings, progress, cancellation);
      ComparisonTable table = new ComparisonTable(caption(), samples.reference(), List.of());
      listener.accept(table);
      for (int i = 0; i < models.size(); i++) {
        cancellation.throwIfRequested();
        ComparedModel model = models.get(i);
        String place = String.format("%s (%d of %d): ", model.name(), i + 1, models.size());
        Progress told = (done, total, what) -> progress.report(done, total, place + what);
        table = table.with(row(model, samples, told, cancellation));
        listener.accept(table);
      }
      return table;
    } finally {
      judge.ifPresent(GenerativeModel::close);
    }
  }

  private String caption() {
    return String.format(
        "%d test images of %s, %d samples of each model, seed %d%s",
        data.images().size(),
        data.name(),
        settings.samples(),
        settings.seed().value(),
        data.classifier().isPresent() ? "" : "; no classifier knows these images");
  }

  private ImageClassifier classifier(GenerativeModel model) {
    if (model instanceof ImageClassifier classifier) {
      return classifier;
    }
    String family = data.classifier().map(stored -> stored.card().family()).orElse("");
    throw new InvalidInputException(
        "the classifier is a model of the family '" + family + "', which cannot classify images");
  }

  private ComparisonRow row(
      ComparedModel compared, SampleJudge samples, Progress progress, Cancellation cancellation) {
    try {
      StoredModel stored = compared.folder().read(families);
      try (GenerativeModel model = stored.open(families)) {
        Map<Figure, Double> figures = cost(compared, stored, model);
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.putAll(ofImages(model, samples, progress, cancellation));
        Optional<PriorSampler> sampler =
            settings.samples() == 0 ? Optional.empty() : stored.sampler(model);
        if (sampler.isPresent()) {
          SamplingClock clock = new SamplingClock(nanoseconds);
          sampler.get().sample(WARM_UP, settings.seed());
          metrics.putAll(
              samples.measure(
                  clock.timed(sampler.get()),
                  model.images().classNames().size(),
                  progress,
                  cancellation));
          put(Figure.SAMPLING_TIME, clock.millisecondsPerImage(), figures);
        }
        figures.putAll(figures(metrics));
        String family = stored.card().family();
        return new ComparisonRow(
            compared.name(), family, families.named(family).title(), figures, Optional.empty());
      }
    } catch (UserException problem) {
      return ComparisonRow.failed(compared.name(), String.valueOf(problem.getMessage()));
    }
  }

  private Map<String, Double> ofImages(
      GenerativeModel model, SampleJudge samples, Progress progress, Cancellation cancellation) {
    EvaluationSettings plain = EvaluationSettings.PLAIN.withClassifier(samples.classifier());
    Seed seed = settings.seed();
    return Evaluation.measure(model, data.images(), plain, seed, progress, cancellation);
  }

  private static Map<Figure, Double> cost(
      ComparedModel compared, StoredModel stored, GenerativeModel model) {
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    figures.put(Figure.PARAMETERS, (double) model.parameterCount());
    figures.put(Figure.SIZE, compared.folder().sizeInBytes() / 1e6);
    figures.put(Figure.EPOCHS, (double) stored.card().provenance().epochs());
    Optional<Duration> time = stored.card().provenance().time();
    time.ifPresent(t -> figures.put(Figure.TRAINING_TIME, t.toMillis() / MILLIS_PER_MINUTE));
    if (model instanceof LatentSpace space) {
      figures.put(Figure.LATENT_SIZE, (double) space.latentSize());
    }
    return figures;
  }

  /** Those metrics that have a column. */
  static Map<Figure, Double> figures(Map<String, Double> metrics) {
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    metrics.forEach(
        (key, value) -> {
          if (!Double.isFinite(value)) {
            throw new OperationFailedException(key + " is " + value + "; expected a finite number");
          }
          Figure.ofKey(key).ifPresent(figure -> figures.put(figure, value));
        });
    return figures;
  }

  private static void put(Figure figure, OptionalDouble value, Map<Figure, Double> figures) {
    value.ifPresent(present -> figures.put(figure, present));
  }
}
