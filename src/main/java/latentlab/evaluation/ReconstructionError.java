package latentlab.evaluation;

import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.models.Reconstructor;
import latentlab.random.Seed;

/** {@link Evaluation#RECONSTRUCTION_MSE}. */
final class ReconstructionError implements Measurement {

  private final Reconstructor model;
  private double squaredError;
  private long pixels;

  ReconstructionError(Reconstructor model) {
    this.model = model;
  }

  @Override
  public void add(ImageBatch images, Seed seed) {
    float[] expected = images.pixels();
    float[] actual = model.reconstruct(images).pixels();
    for (int i = 0; i < expected.length; i++) {
      double difference = (double) actual[i] - expected[i];
      squaredError += difference * difference;
    }
    pixels += expected.length;
  }

  @Override
  public Map<String, Double> metrics() {
    return Map.of(Evaluation.RECONSTRUCTION_MSE, squaredError / pixels);
  }
}
