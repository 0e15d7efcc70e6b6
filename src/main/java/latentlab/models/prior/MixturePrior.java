package latentlab.models.prior;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.failure.InvalidInputException;
import latentlab.models.LatentCodes;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/** {@link PriorKind#MIXTURE}. */
final class MixturePrior implements LatentPrior {

  private static final String WEIGHT = "weight";
  private static final double ROUNDING = 1e-3;

  private final Tensors weights;
  private final int size;
  private final double[] share;
  private final List<Gaussian> components;

  /**
   * From tensors of shares [k], means [k, d] and factors [k, d, d].
   *
   * @throws InvalidInputException if one is missing or not sound
   */
  MixturePrior(int size, int count, Tensors weights) {
    this.weights = weights;
    this.size = size;
    this.share = shares(PriorTensors.values(weights, WEIGHT, count));
    float[] means = PriorTensors.values(weights, PriorTensors.MEAN, count, size);
    float[] factors = PriorTensors.values(weights, PriorTensors.FACTOR, count, size, size);
    this.components = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      components.add(PriorTensors.gaussian(size, means, factors, k));
    }
  }

  /** What is stored of some components; their shares are from 0 on and sum to 1. */
  static Tensors weights(double[] share, List<Gaussian> components) {
    int size = components.get(0).size();
    long count = components.size();
    float[] shares = new float[share.length];
    float[] means = new float[share.length * size];
    float[] factors = new float[means.length * size];
    for (int k = 0; k < share.length; k++) {
      shares[k] = (float) share[k];
      components.get(k).copyTo(means, factors, k);
    }
    Map<String, Tensor> byName = new LinkedHashMap<>();
    byName.put(WEIGHT, Tensor.vector(shares));
    byName.put(PriorTensors.MEAN, new Tensor(List.of(count, (long) size), means));
    byName.put(PriorTensors.FACTOR, new Tensor(List.of(count, (long) size, (long) size), factors));
    return new Tensors(byName);
  }

  private static double[] shares(float[] stored) {
    double sum = 0;
    for (float value : stored) {
      if (value < 0) {
        throw new InvalidInputException("tensor '" + WEIGHT + "' holds " + value + ", below 0");
      }
      sum += value;
    }
    if (Math.abs(sum - 1) > ROUNDING) {
      throw new InvalidInputException("tensor '" + WEIGHT + "' sums to " + sum + "; expected 1");
    }
    double[] shares = new double[stored.length];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = stored[k] / sum;
    }
    return shares;
  }

  @Override
  public PriorKind kind() {
    return PriorKind.MIXTURE;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public LatentCodes sample(int count, Seed seed) {
    return CodeDraws.sample(
        count,
        size,
        seed,
        (random, code) -> {
          Gaussian chosen = components.get(choose(random));
          Gaussian.drawStandard(random, code);
          chosen.colour(code);
        });
  }

  private int choose(RandomGenerator random) {
    double left = random.nextDouble();
    int last = 0;
    for (int k = 0; k < share.length; k++) {
      if (share[k] > 0) {
        last = k;
        left -= share[k];
        if (left < 0) {
          return k;
        }
      }
    }
    return last;
  }

  @Override
  public double[] logDensity(LatentCodes codes) {
    double[] scratch = new double[size];
    double[] logs = new double[share.length];
    return CodeDraws.densities(
        codes,
        size,
        code -> {
          for (int k = 0; k < logs.length; k++) {
            System.arraycopy(code, 0, scratch, 0, size);
            logs[k] = Math.log(share[k]) + components.get(k).logDensity(scratch);
          }
          return logSumExp(logs, 0, logs.length);
        });
  }

  /** log of the sum of e^x over some of the values; the greatest is finite. */
  static double logSumExp(double[] x, int from, int count) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int k = from; k < from + count; k++) {
      greatest = Math.max(greatest, x[k]);
    }
    double sum = 0;
    for (int k = from; k < from + count; k++) {
      sum += Math.exp(x[k] - greatest);
    }
    return greatest + Math.log(sum);
  }

  @Override
  public Tensors weights() {
    return weights;
  }
}
