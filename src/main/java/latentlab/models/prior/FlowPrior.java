package latentlab.models.prior;

import java.util.ArrayList;
import java.util.List;
import latentlab.models.LatentCodes;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/**
 * {@link PriorKind#FLOW}, fitted. It works in double precision and code by code, so that neither
 * the density nor a draw depends on what else is in the batch; {@link FlowFit} has the batches.
 */
final class FlowPrior implements LatentPrior {

  private final Tensors weights;
  private final Gaussian whitening;
  private final List<Coupling> couplings;
  private final List<CouplingNetwork> networks = new ArrayList<>();

  /**
   * From {@code mean} [d], {@code factor} [d, d] and the networks {@code coupling.0} and so on.
   *
   * @throws latentlab.failure.InvalidInputException if one is missing or not sound
   */
  FlowPrior(int size, PriorSettings settings, Tensors weights) {
    this.weights = weights;
    this.whitening = GaussianPrior.gaussian(size, weights);
    this.couplings = Coupling.alternating(size, settings.couplings());
    for (int i = 0; i < couplings.size(); i++) {
      Coupling coupling = couplings.get(i);
      networks.add(
          new CouplingNetwork(
              Coupling.name(i),
              coupling.kept().length,
              settings.hiddenWidth(),
              2 * coupling.moved().length,
              weights));
    }
  }

  @Override
  public PriorKind kind() {
    return PriorKind.FLOW;
  }

  @Override
  public int size() {
    return whitening.size();
  }

  @Override
  public LatentCodes sample(int count, Seed seed) {
    return CodeDraws.sample(
        count,
        size(),
        seed,
        (random, code) -> {
          Gaussian.drawStandard(random, code);
          inverse(code);
        });
  }

  @Override
  public double[] logDensity(LatentCodes codes) {
    return CodeDraws.densities(
        codes,
        size(),
        code -> {
          double logDeterminant = forward(code);
          return Gaussian.standardLogDensity(code) + logDeterminant;
        });
  }

  @Override
  public Tensors weights() {
    return weights;
  }

  /** Replaces x by f(x); returns log |det df/dx|. */
  double forward(double[] x) {
    whitening.whiten(x);
    double logDeterminant = -whitening.logDeterminant();
    for (int i = 0; i < networks.size(); i++) {
      int[] moved = couplings.get(i).moved();
      double[] output = output(i, x);
      for (int j = 0; j < moved.length; j++) {
        double scale = scale(output[j]);
        x[moved[j]] = x[moved[j]] * Math.exp(scale) + output[moved.length + j];
        logDeterminant += scale;
      }
    }
    return logDeterminant;
  }

  /** Replaces f(x) by x. */
  void inverse(double[] z) {
    for (int i = networks.size() - 1; i >= 0; i--) {
      int[] moved = couplings.get(i).moved();
      double[] output = output(i, z);
      for (int j = 0; j < moved.length; j++) {
        z[moved[j]] = (z[moved[j]] - output[moved.length + j]) * Math.exp(-scale(output[j]));
      }
    }
    whitening.colour(z);
  }

  /** What a network makes of the dimensions kept: a for each dimension moved, then t. */
  private double[] output(int index, double[] x) {
    int[] kept = couplings.get(index).kept();
    double[] input = new double[kept.length];
    for (int j = 0; j < kept.length; j++) {
      input[j] = x[kept[j]];
    }
    return networks.get(index).apply(input);
  }

  private static double scale(double a) {
    return Coupling.SCALE_BOUND * Math.tanh(a);
  }
}
