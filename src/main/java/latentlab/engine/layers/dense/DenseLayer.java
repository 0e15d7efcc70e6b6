package latentlab.engine.layers.dense;

import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.KeptBatch;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.ParameterView;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.PiecewiseLinearLayer;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.MatrixProducts;

/** See {@link Dense}. */
final class DenseLayer implements PiecewiseLinearLayer {

  /** Of the activation alone, whose derivative is a factor, the same in both directions. */
  private static final Wanted ERROR_ONLY = new Wanted(false, true);

  private final ActivationFunction activation;
  private final MatrixProducts products;
  private final ParameterView weight;
  private final ParameterView bias;
  private final BiasAndActivation afterwards;
  private final BatchMemory<Matrix> outputs;
  private final BatchMemory<Matrix> inputErrors;
  private final BatchMemory<Matrix> tangents;
  private final KeptBatch last = new KeptBatch();
  private final KeptBatch lastDirection = new KeptBatch();

  DenseLayer(LayerContext context, ActivationFunction activation) {
    this.activation = activation;
    products = context.primitives().products();
    weight = context.parameter("weight");
    bias = context.parameter("bias");
    afterwards = new BiasAndActivation(context, activation);
    int columns = weight.values().rows();
    outputs = new BatchMemory<>(rows -> Matrix.allocate(rows, columns), Matrix::close);
    tangents = new BatchMemory<>(rows -> Matrix.allocate(rows, columns), Matrix::close);
    inputErrors =
        new BatchMemory<>(rows -> Matrix.allocate(rows, weight.values().columns()), Matrix::close);
  }

  @Override
  public Matrix forwardOne(Matrix input, Pass pass) {
    Matrix output = outputs.forRows(input.rows());
    products.timesTransposed(input, weight.values(), output);
    afterwards.forward(output);
    last.set(input);
    return output;
  }

  @Override
  public Matrix backwardOne(Matrix error, Wanted wanted) {
    afterwards.backward(error, outputs.forRows(error.rows()), wanted);
    return backwardThroughProduct(error, last.get(), wanted);
  }

  private Matrix backwardThroughProduct(Matrix error, Matrix input, Wanted wanted) {
    if (wanted.parameters()) {
      products.transposedTimes(error, input, weight.gradient());
    }
    if (!wanted.inputs()) {
      return error;
    }
    Matrix inputError = inputErrors.forRows(error.rows());
    products.times(error, weight.values(), inputError);
    return inputError;
  }

  @Override
  public boolean piecewiseLinear() {
    return PiecewiseLinearLayer.isPiecewiseLinear(activation);
  }

  @Override
  public Matrix tangent(Matrix direction) {
    Matrix tangent = tangents.forRows(direction.rows());
    products.timesTransposed(direction, weight.values(), tangent);
    afterwards.backward(tangent, outputs.forRows(direction.rows()), ERROR_ONLY);
    lastDirection.set(direction);
    return tangent;
  }

  @Override
  public Matrix tangentBackward(Matrix error, Wanted wanted) {
    afterwards.backward(error, outputs.forRows(error.rows()), ERROR_ONLY);
    if (wanted.parameters()) {
      bias.gradient().array().assign(0);
    }
    return backwardThroughProduct(error, lastDirection.get(), wanted);
  }

  @Override
  public void close() {
    afterwards.close();
    outputs.clear();
    tangents.clear();
    inputErrors.clear();
  }
}
