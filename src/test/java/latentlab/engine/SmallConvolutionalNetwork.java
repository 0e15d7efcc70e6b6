package latentlab.engine;

import java.util.List;
import java.util.random.RandomGenerator;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.LayerConfiguration;
import latentlab.engine.layers.SharedParameters;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.convolution.TransposedConvolution;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.normalization.BatchNormalization;
import latentlab.engine.layers.shape.Reshape;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;
import latentlab.engine.primitives.Primitives;
import latentlab.random.Seed;

/** A network of every kind of layer, on images of odd sizes with three channels. */
final class SmallConvolutionalNetwork {

  static final FeatureShape IMAGE = new FeatureShape(13, 11, 3);
  static final int ROWS = 6;

  private SmallConvolutionalNetwork() {}

  static Network on(Primitives primitives) {
    return Network.of(
        NetworkPlan.sequence("net", IMAGE, layers()),
        new Adam(1e-2),
        new Seed(3),
        primitives,
        SharedParameters.NONE);
  }

  private static List<LayerConfiguration> layers() {
    return List.of(
        new Convolution(8, 3, 2, Padding.SAME, WeightRule.HE),
        new BatchNormalization(),
        new Activation(ActivationFunction.LEAKY_RELU),
        new Convolution(10, 3, 1, Padding.VALID, WeightRule.HE),
        new Activation(ActivationFunction.SILU),
        new Dense(5 * 4 * 10, WeightRule.HE),
        new Activation(ActivationFunction.TANH),
        new Reshape(new FeatureShape(5, 4, 10)),
        new TransposedConvolution(new FeatureShape(7, 6, 8), 3, 1, Padding.VALID, WeightRule.HE),
        new BatchNormalization(),
        new Activation(ActivationFunction.RELU),
        new TransposedConvolution(IMAGE, 3, 2, Padding.SAME, WeightRule.GLOROT));
  }

  static Matrix gaussian(int rows, int columns, long seed) {
    RandomGenerator random = new Seed(seed).generator();
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    Matrix matrix = Matrix.allocate(rows, columns);
    matrix.copyFrom(values);
    return matrix;
  }

  static float[] valuesOf(Matrix matrix) {
    float[] values = new float[matrix.rows() * matrix.columns()];
    matrix.copyTo(values);
    return values;
  }

  /** One update that pulls the output towards the input; gives the squared error before. */
  static double step(Network network) {
    Matrix input = gaussian(ROWS, IMAGE.size(), 1);
    float[] wanted = valuesOf(input);
    Matrix output = network.forward(input);
    float[] error = valuesOf(output);
    double loss = 0;
    for (int i = 0; i < error.length; i++) {
      error[i] -= wanted[i];
      loss += error[i] * error[i];
    }
    output.copyFrom(error);
    network.backward(output);
    network.update();
    return loss;
  }
}
