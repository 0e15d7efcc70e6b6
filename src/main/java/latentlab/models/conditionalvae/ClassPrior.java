package latentlab.models.conditionalvae;

import java.util.Optional;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;

/** The Gaussian p(z|y) of each class: learnt, or N(0, I). For the thread that owns the model. */
final class ClassPrior {

  private final int latent;
  private final Optional<Network> table;
  private final MatrixBuffer numbers = new MatrixBuffer(1);
  private final MatrixBuffer errors;

  /** A learnt prior, or a fixed one without a table. The caller closes the table. */
  ClassPrior(int latent, Optional<Network> table) {
    this.latent = latent;
    this.table = table;
    this.errors = new MatrixBuffer(2 * latent);
  }

  /** Means and log-variances for some labels, [count, 2 latent]. */
  float[] parameters(int[] labels) {
    float[] parameters = new float[labels.length * 2 * latent];
    table.ifPresent(learnt -> learnt.infer(input(labels)).copyTo(parameters));
    return parameters;
  }

  /** Leaves the gradients in the table, where there is one, by [count, 2 latent]. */
  void backward(int[] labels, float[] parameterErrors) {
    table.ifPresent(
        learnt -> {
          learnt.forward(input(labels));
          learnt.backwardWithoutInputError(errors.fill(parameterErrors, 0, labels.length));
        });
  }

  /** Turns codes u, in units of the prior of their class, into z = m + s u, [count, latent]. */
  float[] placed(float[] units, int[] labels) {
    float[] parameters = parameters(labels);
    float[] codes = new float[units.length];
    for (int i = 0; i < codes.length; i++) {
      int mean = i / latent * 2 * latent + i % latent;
      codes[i] = parameters[mean] + deviation(parameters[mean + latent]) * units[i];
    }
    return codes;
  }

  /** Turns codes z into u = (z - m) / s, [count, latent]. */
  float[] inUnits(float[] codes, int[] labels) {
    float[] parameters = parameters(labels);
    float[] units = new float[codes.length];
    for (int i = 0; i < units.length; i++) {
      int mean = i / latent * 2 * latent + i % latent;
      units[i] = (codes[i] - parameters[mean]) / deviation(parameters[mean + latent]);
    }
    return units;
  }

  void close() {
    numbers.close();
    errors.close();
  }

  private static float deviation(float logVariance) {
    return (float) Math.exp(0.5 * logVariance);
  }

  private Matrix input(int[] labels) {
    float[] column = new float[labels.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = labels[i];
    }
    return numbers.fill(column, 0, column.length);
  }
}
