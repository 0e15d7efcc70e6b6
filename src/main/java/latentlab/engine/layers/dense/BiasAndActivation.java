package latentlab.engine.layers.dense;

import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.RowPass;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.ParameterView;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.ElementwisePrimitive;

/** What a dense layer does after its product, in place: y = f(y + b), and back. */
final class BiasAndActivation {

  private final ActivationFunction activation;
  private final ParameterView bias;
  private final float[] biasValues;
  private final RowPass rows;
  private final BatchMemory<ElementwisePrimitive> functions;

  BiasAndActivation(LayerContext context, ActivationFunction activation) {
    this.activation = activation;
    this.bias = context.parameter("bias");
    int columns = bias.values().columns();
    this.biasValues = new float[columns];
    this.rows = new RowPass(columns);
    this.functions =
        new BatchMemory<>(
            count ->
                context.primitives().elementwise(activation, Math.multiplyExact(count, columns)),
            ElementwisePrimitive::close);
  }

  void forward(Matrix output) {
    bias.values().copyTo(biasValues);
    if (activation == ActivationFunction.RELU) {
      rows.addBiasAndRectify(output, biasValues);
      return;
    }
    rows.addBias(output, biasValues);
    if (activation != ActivationFunction.IDENTITY) {
      functions.forRows(output.rows()).forward(output, output);
    }
  }

  /** Replaces the error after the function by that before it; writes the gradient of the bias. */
  void backward(Matrix error, Matrix output, Wanted wanted) {
    if (activation == ActivationFunction.RELU) {
      rows.rectifyErrorAndSumRows(error, output, biasValues);
    } else {
      if (activation != ActivationFunction.IDENTITY) {
        functions.forRows(error.rows()).backward(output, error);
      }
      if (wanted.parameters()) {
        rows.sumRows(error, biasValues);
      }
    }
    if (wanted.parameters()) {
      bias.gradient().copyFrom(biasValues);
    }
  }

  void close() {
    functions.clear();
  }
}
