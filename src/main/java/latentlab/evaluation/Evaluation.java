package latentlab.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.models.EvidenceBound;
import latentlab.models.GenerativeModel;
import latentlab.models.Reconstructor;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/** Measures models on images that they have not learnt from. Stateless. */
public final class Evaluation {

  /**
   * The mean over all images and pixels of the squared difference between a pixel (0 to 1) and the
   * same pixel of the reconstruction without noise (for a VAE, decoded from the mean of q(z|x)). At
   * least 0. Of models that are a {@link Reconstructor}.
   */
  public static final String RECONSTRUCTION_MSE = "reconstruction_mse";

  /**
   * E_q[-log p(x|z)], the first term of the evidence lower bound (Kingma and Welling 2014, equation
   * 3), as a mean over the images, in nats per image, estimated with one sample of q(z|x) for each.
   * With a Bernoulli likelihood, the binary cross-entropy summed over the pixels; as pixels are
   * grey and not 0 or 1, it is then above 0 even for a perfect reconstruction. Of models that are
   * an {@link EvidenceBound}.
   */
  public static final String RECONSTRUCTION_BCE = "reconstruction_bce";

  /**
   * KL(q(z|x) || p(z)), the second term of the bound (Kingma and Welling 2014, equation 3 and
   * appendix B), as a mean over the images, in nats per image. At least 0. Of models that are an
   * {@link EvidenceBound}.
   */
  public static final String KL = "kl";

  /**
   * The evidence lower bound, {@code -(reconstruction_bce + kl)}, with the divergence at weight 1
   * whatever weight it had in training; in nats per image. Of models that are an {@link
   * EvidenceBound}.
   */
  public static final String ELBO = "elbo";

  /** Part of what a seed means: with another size, other noise would meet each image. */
  private static final int BATCH = 256;

  private Evaluation() {}

  /**
   * Measures everything that a model's capabilities allow.
   *
   * @param model the model; called on the calling thread, which must own it
   * @param images what to measure on, at least one
   * @param seed decides the noise; the same seed gives the same metrics
   * @param progress is told how many images are done
   * @param cancellation asked before each batch
   * @return metrics by the names given here, all finite, in a fixed order; empty if the model can
   *     do nothing that is measured. Immutable.
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
    requireFitting(model, images);
    List<Measurement> measurements = measurementsOf(model);
    Seed noise = seed.derive("evaluation");
    for (int from = 0; from < images.size(); from += BATCH) {
      cancellation.throwIfRequested();
      progress.report(from, images.size(), "measuring");
      int to = Math.min(images.size(), from + BATCH);
      ImageBatch batch = images.batch(IntStream.range(from, to).toArray());
      Seed batchNoise = noise.derive("batch", from);
      measurements.forEach(measurement -> measurement.add(batch, batchNoise));
    }
    progress.report(images.size(), images.size(), "measuring");
    return finiteMetrics(measurements);
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

  private static List<Measurement> measurementsOf(GenerativeModel model) {
    List<Measurement> measurements = new ArrayList<>();
    if (model instanceof Reconstructor reconstructor) {
      measurements.add(new ReconstructionError(reconstructor));
    }
    if (model instanceof EvidenceBound bound) {
      measurements.add(new LikelihoodBound(bound));
    }
    return measurements;
  }

  private static Map<String, Double> finiteMetrics(List<Measurement> measurements) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    measurements.forEach(measurement -> metrics.putAll(measurement.metrics()));
    metrics.forEach(
        (name, value) -> {
          if (!Double.isFinite(value)) {
            throw new OperationFailedException(
                name + " is " + value + "; expected a finite number: the weights are too large");
          }
        });
    return Collections.unmodifiableMap(metrics);
  }
}
