package latentlab.models.prior;

import java.util.Map;
import latentlab.models.LatentCodes;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** {@link PriorKind#STANDARD}. */
record StandardPrior(int size) implements LatentPrior {

  @Override
  public PriorKind kind() {
    return PriorKind.STANDARD;
  }

  @Override
  public LatentCodes sample(int count, Seed seed) {
    return CodeDraws.sample(count, size, seed, Gaussian::drawStandard);
  }

  @Override
  public double[] logDensity(LatentCodes codes) {
    return CodeDraws.densities(codes, size, Gaussian::standardLogDensity);
  }

  @Override
  public Tensors weights() {
    return new Tensors(Map.of());
  }
}
