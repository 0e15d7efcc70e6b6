package latentlab.models.stacked;

import java.util.List;
import latentlab.engine.Network;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.losses.SquaredError;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.random.Seed;

/** One layer that encodes and one that decodes. For the thread that owns the model. */
final class ShallowAutoencoder implements AutoCloseable {

  private final Network encoder;
  private final Network decoder;
  private final BatchMemory<Matrix> errors;
  private final SquaredError squaredError = new SquaredError();

  private ShallowAutoencoder(Network encoder, Network decoder) {
    this.encoder = encoder;
    this.decoder = decoder;
    int outputs = decoder.outputShape().size();
    this.errors = new BatchMemory<>(rows -> Matrix.allocate(rows, outputs), Matrix::close);
  }

  /**
   * Makes one layer of a stack.
   *
   * @param index which one, from 0
   * @param pixels the size of an image
   */
  static ShallowAutoencoder of(int index, int pixels, StackedConfig config, Seed seed) {
    List<Integer> codeSizes = config.codeSizes();
    boolean first = index == 0;
    int inputs = first ? pixels : codeSizes.get(index - 1);
    int codes = codeSizes.get(index);
    HiddenActivation hidden = config.activation();
    Dense encoding =
        index == codeSizes.size() - 1
            ? new Dense(codes, WeightRule.GLOROT_UNIFORM)
            : new Dense(codes, hidden.weightRule(), hidden.function());
    Dense decoding =
        first
            ? new Dense(inputs, WeightRule.GLOROT_UNIFORM, ActivationFunction.SIGMOID)
            : new Dense(inputs, hidden.weightRule(), hidden.function());
    Adam adam = new Adam(config.learningRate());
    return new ShallowAutoencoder(
        network("encoder", index, inputs, encoding, adam, seed),
        network("decoder", index, codes, decoding, adam, seed));
  }

  private static Network network(
      String role, int index, int inputs, Dense layer, Adam adam, Seed seed) {
    return Network.of(
        NetworkPlan.sequence(role + (index + 1), FeatureShape.vector(inputs), List.of(layer)),
        adam,
        seed.derive(role, index));
  }

  Network encoder() {
    return encoder;
  }

  Network decoder() {
    return decoder;
  }

  /** The mean squared error of what the decoder gave. */
  double loss(Matrix output, float[] target) {
    return squaredError.loss(output, target) / target.length;
  }

  /** The gradient of {@link #loss} in memory of its own: the decoder still needs its output. */
  Matrix error(Matrix output, float[] target) {
    Matrix error = errors.forRows(output.rows());
    error.copyFrom(output);
    squaredError.lossAndGradient(error, target, 1f / target.length);
    return error;
  }

  @Override
  public void close() {
    encoder.close();
    decoder.close();
    errors.clear();
  }
}
