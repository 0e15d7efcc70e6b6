package latentlab.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.models.CodeGrid;
import latentlab.models.Denoiser;
import latentlab.models.EvidenceBound;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageClassifier;
import latentlab.models.Inverter;
import latentlab.models.LatentDivergence;
import latentlab.models.LikelihoodEstimator;
import latentlab.models.PriorSampler;
import latentlab.models.Reconstructor;
import latentlab.models.inversion.InvertedSpace;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/** Measures models on images that they have not learnt from. Stateless. */
public final class Evaluation {

  /** Part of what a seed means: with another size, other noise would meet each image. */
  private static final int BATCH = 256;

  /** What seeds of measurements are derived for, so that others draw the same samples. */
  public static final String PURPOSE = "evaluation";

  /** Importance sampling takes long; a few images at once make it easy to stop. */
  private static final int LIKELIHOOD_BATCH = 16;

  private Evaluation() {}

  /**
   * Measures everything that a model's capabilities and the images allow.
   *
   * @param model the model; called on the calling thread, which must own it
   * @param images what to measure on, at least one
   * @param seed decides the noise; the same seed gives the same metrics
   * @param progress is told how many images are done
   * @param cancellation asked before each batch
   * @return metrics by the names given in {@link Metrics}, all finite, in a fixed order; empty if
   *     the model can do nothing that is measured. Immutable.
   * @throws InvalidInputException if there are no images, or they have another size than the
   *     model's
   * @throws OperationFailedException if a metric is not finite
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static Map<String, Double> measure(
      GenerativeModel model,
      ImageSet images,
      Seed seed,
      Progress progress,
      Cancellation cancellation) {
    return measure(model, images, EvaluationSettings.PLAIN, seed, progress, cancellation);
  }

  /**
   * Measures what a model's capabilities, the images and some settings allow.
   *
   * @param model the model; called on the calling thread, which must own it
   * @param images what to measure on, at least one, and at least two if samples are judged
   * @param settings what is wanted besides
   * @param seed decides noise and samples; the same seed gives the same metrics
   * @param progress is told how much of what is done
   * @param cancellation asked before each batch
   * @return metrics by the names given in {@link Metrics}, all finite, in a fixed order; empty if
   *     the model can do nothing that is measured. Immutable.
   * @throws InvalidInputException if there are too few images, they have another size than the
   *     model's, the classifier has other classes than a model that samples by class, or importance
   *     samples or noise are asked of a model that cannot use them
   * @throws OperationFailedException if a metric is not finite
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static Map<String, Double> measure(
      GenerativeModel model,
      ImageSet images,
      EvaluationSettings settings,
      Seed seed,
      Progress progress,
      Cancellation cancellation) {
    requireFitting(model, images);
    requireCapable(model, settings);
    Seed noise = seed.derive(PURPOSE);
    ImagePasses passes = new ImagePasses(images, noise, progress, cancellation);
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.putAll(passes.measure(measurementsOf(model, settings), BATCH, "measuring"));
    if (settings.importanceSamples() > 0 && model instanceof LikelihoodEstimator estimator) {
      Measurement estimate = new LikelihoodEstimate(estimator, settings.importanceSamples());
      metrics.putAll(
          passes.measure(List.of(estimate), LIKELIHOOD_BATCH, "estimating the likelihood"));
    }
    if (model instanceof Inverter inverter && !(model instanceof Reconstructor)) {
      metrics.putAll(inversions(inverter, images, settings, noise, progress, cancellation));
    }
    metrics.putAll(samples(model, images, settings, noise, progress, cancellation));
    requireFinite(metrics);
    return Collections.unmodifiableMap(metrics);
  }

  private static Map<String, Double> samples(
      GenerativeModel model,
      ImageSet images,
      EvaluationSettings settings,
      Seed seed,
      Progress progress,
      Cancellation cancellation) {
    Optional<ImageClassifier> judge = settings.classifier();
    Optional<PriorSampler> sampler = settings.sampler();
    if (judge.isEmpty() || settings.samples() == 0 || sampler.isEmpty()) {
      return Map.of();
    }
    int count = settings.samples();
    SampleReference reference =
        SampleReference.of(
            judge.get(), images, settings.training(), count, seed, progress, cancellation);
    int searched = Math.min(settings.memorisation(), count);
    Optional<Memorisation> memorisation =
        settings
            .training()
            .filter(training -> searched > 0 && training.size() > 0)
            .map(training -> Memorisation.of(training, images, searched, progress, cancellation));
    return new SampleEvaluation(judge.get(), reference, memorisation, progress, cancellation)
        .measure(sampler.get(), model.images().classNames().size(), count, seed);
  }

  private static Map<String, Double> inversions(
      Inverter model,
      ImageSet images,
      EvaluationSettings settings,
      Seed seed,
      Progress progress,
      Cancellation cancellation) {
    int count = Math.min(settings.inversions(), images.size());
    if (count == 0) {
      return Map.of();
    }
    ImageBatch originals = images.batch(IntStream.range(0, count).toArray());
    InvertedSpace space = new InvertedSpace(model, seed, progress, cancellation);
    SquaredDifference error = new SquaredDifference();
    error.add(space.reconstruct(originals).pixels(), originals.pixels());
    return Map.of(Metrics.INVERSION_MSE, error.mean());
  }

  private static void requireFitting(GenerativeModel model, ImageSet images) {
    if (images.size() == 0) {
      throw new InvalidInputException("there are no images to measure on; expected at least 1");
    }
    if (!images.shape().equals(model.images().shape())) {
      throw new InvalidInputException(
          String.format(
              "the images are %s; the model expects %s", images.shape(), model.images().shape()));
    }
  }

  private static void requireCapable(GenerativeModel model, EvaluationSettings settings) {
    if (settings.importanceSamples() > 0 && !(model instanceof LikelihoodEstimator)) {
      throw new InvalidInputException(
          "this model has no likelihood that importance samples could estimate");
    }
    if (settings.noise().isPresent() && !(model instanceof Reconstructor)) {
      throw new InvalidInputException(
          "this model does not reconstruct images, so that no noise can be removed by it");
    }
  }

  private static List<Measurement> measurementsOf(
      GenerativeModel model, EvaluationSettings settings) {
    List<Measurement> measurements = new ArrayList<>();
    if (model instanceof ImageClassifier classifier) {
      measurements.add(new ClassificationAccuracy(classifier));
    }
    if (model instanceof Reconstructor reconstructor) {
      measurements.add(new ReconstructionError(reconstructor, settings.classifier()));
      corruption(model, settings)
          .ifPresent(corruption -> measurements.add(new DenoisingError(reconstructor, corruption)));
    }
    if (model instanceof EvidenceBound bound) {
      measurements.add(new LikelihoodBound(bound));
    }
    if (model instanceof LatentDivergence divergence) {
      measurements.add(new ActiveDimensions(divergence));
    }
    if (model instanceof CodeGrid grid) {
      measurements.add(new CodeUse(grid));
    }
    return measurements;
  }

  private static Optional<Corruption> corruption(
      GenerativeModel model, EvaluationSettings settings) {
    if (settings.noise().isPresent()) {
      return Optional.of(Corruption.gaussian(settings.noise().getAsDouble()));
    }
    return model instanceof Denoiser denoiser ? Optional.of(denoiser::corrupt) : Optional.empty();
  }

  private static void requireFinite(Map<String, Double> metrics) {
    metrics.forEach(
        (name, value) -> {
          if (!Double.isFinite(value)) {
            throw new OperationFailedException(
                name + " is " + value + "; expected a finite number: the weights are too large");
          }
        });
  }

  /** Shows all images to measurements, batch by batch. */
  private record ImagePasses(
      ImageSet images, Seed seed, Progress progress, Cancellation cancellation) {

    Map<String, Double> measure(List<Measurement> measurements, int rows, String what) {
      for (int from = 0; from < images.size(); from += rows) {
        cancellation.throwIfRequested();
        progress.report(from, images.size(), what);
        int to = Math.min(images.size(), from + rows);
        ImageBatch batch = images.batch(IntStream.range(from, to).toArray());
        Seed batchNoise = seed.derive("batch", from);
        measurements.forEach(measurement -> measurement.add(batch, batchNoise));
      }
      progress.report(images.size(), images.size(), what);
      Map<String, Double> metrics = new LinkedHashMap<>();
      measurements.forEach(measurement -> metrics.putAll(measurement.metrics()));
      return metrics;
    }
  }
}
