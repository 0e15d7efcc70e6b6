package latentlab.models.prior;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentlab.models.LatentCodes;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/** {@link PriorKind#GAUSSIAN}. */
final class GaussianPrior implements LatentPrior {

  private final Tensors weights;
  private final Gaussian gaussian;

  /**
   * From {@code mean} [d] and {@code factor} [d, d].
   *
   * @throws latentlab.failure.InvalidInputException if one is missing or not sound
   */
  GaussianPrior(int size, Tensors weights) {
    this.weights = weights;
    this.gaussian = gaussian(size, weights);
  }

  static Gaussian gaussian(int size, Tensors weights) {
    return PriorTensors.gaussian(
        size,
        PriorTensors.values(weights, PriorTensors.MEAN, size),
        PriorTensors.values(weights, PriorTensors.FACTOR, size, size),
        0);
  }

  static Tensors weights(Gaussian gaussian) {
    int size = gaussian.size();
    float[] mean = new float[size];
    float[] factor = new float[size * size];
    gaussian.copyTo(mean, factor, 0);
    Map<String, Tensor> byName = new LinkedHashMap<>();
    byName.put(PriorTensors.MEAN, Tensor.vector(mean));
    byName.put(PriorTensors.FACTOR, new Tensor(List.of((long) size, (long) size), factor));
    return new Tensors(byName);
  }

  @Override
  public PriorKind kind() {
    return PriorKind.GAUSSIAN;
  }

  @Override
  public int size() {
    return gaussian.size();
  }

  @Override
  public LatentCodes sample(int count, Seed seed) {
    return CodeDraws.sample(
        count,
        size(),
        seed,
        (random, code) -> {
          Gaussian.drawStandard(random, code);
          gaussian.colour(code);
        });
  }

  @Override
  public double[] logDensity(LatentCodes codes) {
    return CodeDraws.densities(codes, size(), gaussian::logDensity);
  }

  @Override
  public Tensors weights() {
    return weights;
  }
}
