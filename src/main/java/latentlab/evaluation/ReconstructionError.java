package latentlab.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.models.ImageClassifier;
import latentlab.models.Reconstructor;
import latentlab.random.Seed;

/**
 * {@link Metrics#RECONSTRUCTION_MSE}, {@link Metrics#RECONSTRUCTION_CROSS_ENTROPY}, {@link
 * Metrics#RECONSTRUCTION_SSIM} and {@link Metrics#RECONSTRUCTION_ACCURACY}.
 */
final class ReconstructionError implements Measurement {

  private final Reconstructor model;
  private final Optional<ImageClassifier> classifier;
  private final SquaredDifference error = new SquaredDifference();
  private final BinaryCrossEntropy crossEntropy = new BinaryCrossEntropy();
  private final Similarity similarity = new Similarity();
  private final LabelAgreement agreement = new LabelAgreement();

  ReconstructionError(Reconstructor model, Optional<ImageClassifier> classifier) {
    this.model = model;
    this.classifier = classifier;
  }

  @Override
  public void add(ImageBatch images, Seed seed) {
    ImageBatch reconstructions = model.reconstruct(images);
    error.add(reconstructions.pixels(), images.pixels());
    crossEntropy.add(reconstructions, images);
    similarity.add(reconstructions, images);
    classifier.ifPresent(
        judge -> agreement.add(judge.probabilities(reconstructions), images.labels()));
  }

  @Override
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(Metrics.RECONSTRUCTION_MSE, error.mean());
    metrics.put(Metrics.RECONSTRUCTION_CROSS_ENTROPY, crossEntropy.mean());
    metrics.put(Metrics.RECONSTRUCTION_SSIM, similarity.mean());
    agreement.put(Metrics.RECONSTRUCTION_ACCURACY, metrics);
    return metrics;
  }
}
