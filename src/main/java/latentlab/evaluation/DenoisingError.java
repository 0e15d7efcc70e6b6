package latentlab.evaluation;

import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.models.Reconstructor;
import latentlab.random.Seed;

/** {@link Metrics#DENOISING_MSE}. */
final class DenoisingError implements Measurement {

  private final Reconstructor model;
  private final Corruption corruption;
  private final SquaredDifference error = new SquaredDifference();

  DenoisingError(Reconstructor model, Corruption corruption) {
    this.model = model;
    this.corruption = corruption;
  }

  @Override
  public void add(ImageBatch images, Seed seed) {
    ImageBatch corrupted = corruption.apply(images, seed.derive("corruption"));
    ImageBatch labelled =
        new ImageBatch(images.shape(), images.count(), corrupted.pixels(), images.labels());
    error.add(model.reconstruct(labelled).pixels(), images.pixels());
  }

  @Override
  public Map<String, Double> metrics() {
    return Map.of(Metrics.DENOISING_MSE, error.mean());
  }
}
