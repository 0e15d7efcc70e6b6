package latentlab.models.prior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import latentlab.data.Permutation;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.models.LatentCodes;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** Expectation maximisation; see the package documentation. For one fit. */
final class MixtureFit {

  private static final int MOST_CODES = 20_000;

  /** In nats per code; a smaller gain ends the fit. */
  private static final double SETTLED = 1e-4;

  /** How many codes the covariance within the clusters of the start counts for. */
  private static final double PRIOR_COUNT = 1;

  private final LatentCodes codes;
  private final int size;
  private final int count;
  private final double[] membership;
  private final double[] share;
  private final List<Gaussian> components = new ArrayList<>();
  private double[] within;

  private MixtureFit(LatentCodes codes, int count) {
    this.codes = codes;
    this.size = codes.size();
    this.count = count;
    this.membership = new double[codes.count() * count];
    this.share = new double[count];
    this.within = new double[size * size];
  }

  /**
   * Fits a mixture.
   *
   * @throws InvalidInputException if there are fewer codes than components, or all are the same
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  static Tensors fit(
      PriorSettings settings,
      LatentCodes codes,
      Seed seed,
      Progress progress,
      Cancellation cancellation) {
    int count = settings.components();
    if (codes.count() < count) {
      throw new InvalidInputException(
          "components is " + count + ", but there are only " + codes.count() + " codes");
    }
    MixtureFit fit = new MixtureFit(chosen(codes, seed.derive("mixture-codes")), count);
    fit.start(seed.derive("mixture-start"));
    double before = Double.NEGATIVE_INFINITY;
    for (int iteration = 0; iteration < settings.iterations(); iteration++) {
      cancellation.throwIfRequested();
      progress.report(iteration, settings.iterations(), "fitting the mixture");
      double now = fit.expect();
      fit.maximise();
      if (now - before < SETTLED) {
        break;
      }
      before = now;
    }
    progress.report(settings.iterations(), settings.iterations(), "fitting the mixture");
    return MixturePrior.weights(fit.share, fit.components);
  }

  private static LatentCodes chosen(LatentCodes codes, Seed seed) {
    if (codes.count() <= MOST_CODES) {
      return codes;
    }
    int size = codes.size();
    int[] order = Permutation.of(codes.count(), seed);
    float[] values = new float[MOST_CODES * size];
    for (int i = 0; i < MOST_CODES; i++) {
      System.arraycopy(codes.values(), order[i] * size, values, i * size, size);
    }
    return new LatentCodes(MOST_CODES, size, values);
  }

  private void start(Seed seed) {
    int[] cluster = ClusterStart.clusters(codes, count, seed);
    for (int i = 0; i < cluster.length; i++) {
      membership[i * count + cluster[i]] = 1;
    }
    double[] sums = new double[size * size];
    for (int k = 0; k < count; k++) {
      addScatter(sums, mean(k, members(k)), k);
    }
    for (int at = 0; at < sums.length; at++) {
      sums[at] /= codes.count();
    }
    // Clusters of equal codes leave nothing within them.
    double ridge = Double.MIN_NORMAL + CodeMoments.leastVariance(codes);
    for (int j = 0; j < size; j++) {
      sums[j * size + j] += ridge;
    }
    within = sums;
    maximise();
  }

  /** Fills the memberships, and returns the mean log density before the step. */
  private double expect() {
    double sum = 0;
    double[] code = new double[size];
    double[] logShare = Arrays.stream(share).map(Math::log).toArray();
    for (int i = 0; i < codes.count(); i++) {
      for (int k = 0; k < count; k++) {
        for (int j = 0; j < size; j++) {
          code[j] = codes.values()[i * size + j];
        }
        membership[i * count + k] = logShare[k] + components.get(k).logDensity(code);
      }
      double density = MixturePrior.logSumExp(membership, i * count, count);
      for (int k = 0; k < count; k++) {
        membership[i * count + k] = Math.exp(membership[i * count + k] - density);
      }
      sum += density;
    }
    return sum / codes.count();
  }

  private void maximise() {
    components.clear();
    for (int k = 0; k < count; k++) {
      double members = members(k);
      double[] mean = mean(k, members);
      double[] covariance = new double[size * size];
      addScatter(covariance, mean, k);
      for (int at = 0; at < covariance.length; at++) {
        covariance[at] = (covariance[at] + PRIOR_COUNT * within[at]) / (members + PRIOR_COUNT);
      }
      share[k] = members / codes.count();
      components.add(new Gaussian(mean, factor(covariance)));
    }
  }

  private Factor factor(double[] covariance) {
    return Factor.ofCovariance(size, covariance)
        .orElseThrow(
            () ->
                new OperationFailedException(
                    "the mixture's covariances have no Cholesky factor; use fewer components"));
  }

  private double members(int component) {
    double sum = 0;
    for (int at = component; at < membership.length; at += count) {
      sum += membership[at];
    }
    return sum;
  }

  /** The mean of a component; that of all codes if it has none. */
  private double[] mean(int component, double members) {
    double[] mean = new double[size];
    boolean empty = members < Double.MIN_NORMAL;
    for (int i = 0; i < codes.count(); i++) {
      double weight = empty ? 1.0 / codes.count() : membership[i * count + component] / members;
      for (int j = 0; j < size; j++) {
        mean[j] += weight * codes.values()[i * size + j];
      }
    }
    return mean;
  }

  private void addScatter(double[] sums, double[] mean, int component) {
    double[] centred = new double[size];
    for (int i = 0; i < codes.count(); i++) {
      double weight = membership[i * count + component];
      if (weight > 0) {
        for (int j = 0; j < size; j++) {
          centred[j] = codes.values()[i * size + j] - mean[j];
        }
        CodeMoments.addSquare(sums, centred, weight);
      }
    }
  }
}
