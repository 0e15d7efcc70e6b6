package latentlab.models.prior;

import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.data.Permutation;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.models.LatentCodes;
import latentlab.models.networks.RateSchedule;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/** Trains a flow on codes; see the package documentation. */
final class FlowFit {

  private FlowFit() {}

  /**
   * Fits a flow.
   *
   * @throws InvalidInputException if the codes have fewer than 2 dimensions, or are all the same
   * @throws OperationFailedException if the loss becomes infinite or NaN
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  static Tensors fit(
      PriorSettings settings,
      LatentCodes codes,
      Seed seed,
      Progress progress,
      Cancellation cancellation) {
    requireSize(codes.size());
    Gaussian whitening = CodeMoments.gaussian(codes);
    float[] white = white(codes, whitening);
    try (FlowTraining training = new FlowTraining(codes.size(), settings, seed.derive("flow"))) {
      long perEpoch = (codes.count() + settings.batch() - 1L) / settings.batch();
      long steps = perEpoch * settings.epochs();
      long step = 0;
      for (int epoch = 0; epoch < settings.epochs(); epoch++) {
        int[] order = Permutation.of(codes.count(), seed.derive("flow-order", epoch));
        for (int from = 0; from < order.length; from += settings.batch()) {
          cancellation.throwIfRequested();
          progress.report(step, steps, "fitting the flow");
          int rows = Math.min(settings.batch(), order.length - from);
          float[] batch = rows(white, codes.size(), order, from, rows);
          requireFinite(training.computeGradients(batch, rows), epoch);
          training.update(RateSchedule.COSINE.factor((double) step / steps));
          step++;
        }
      }
      progress.report(steps, steps, "fitting the flow");
      Map<String, Tensor> all = new LinkedHashMap<>(GaussianPrior.weights(whitening).byName());
      all.putAll(training.weights().byName());
      return new Tensors(all);
    }
  }

  /**
   * Checks that there is something for a coupling to keep.
   *
   * @throws InvalidInputException if there is not
   */
  static void requireSize(int size) {
    if (size < 2) {
      throw new InvalidInputException(
          "a flow needs at least 2 latent dimensions, not "
              + size
              + ": each coupling moves some by the others; choose gaussian or mixture");
    }
  }

  private static float[] white(LatentCodes codes, Gaussian whitening) {
    int size = codes.size();
    float[] white = new float[codes.values().length];
    double[] code = new double[size];
    for (int i = 0; i < codes.count(); i++) {
      for (int j = 0; j < size; j++) {
        code[j] = codes.values()[i * size + j];
      }
      whitening.whiten(code);
      for (int j = 0; j < size; j++) {
        white[i * size + j] = (float) code[j];
      }
    }
    return white;
  }

  private static float[] rows(float[] source, int size, int[] order, int from, int rows) {
    float[] batch = new float[rows * size];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(source, order[from + row] * size, batch, row * size, size);
    }
    return batch;
  }

  private static void requireFinite(double loss, int epoch) {
    if (!Double.isFinite(loss)) {
      throw new OperationFailedException(
          "the flow's loss is "
              + loss
              + " in epoch "
              + (epoch + 1)
              + "; try a lower learningRate than before");
    }
  }
}
