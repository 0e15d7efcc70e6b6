package latentlab.engine.layers.dense;

import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.KeptBatch;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.SharedParameter;
import latentlab.engine.layers.UnaryLayer;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.MatrixProducts;

/** See {@link TiedDense}. */
final class TiedDenseLayer implements UnaryLayer {

  private final MatrixProducts products;
  private final SharedParameter weight;
  private final Matrix weightGradient;
  private final BiasAndActivation afterwards;
  private final BatchMemory<Matrix> outputs;
  private final BatchMemory<Matrix> inputErrors;
  private final KeptBatch last = new KeptBatch();

  TiedDenseLayer(
      LayerContext context, SharedParameter weight, int columns, ActivationFunction activation) {
    Matrix values = weight.values();
    if (values.rows() != context.input().size() || values.columns() != columns) {
      throw new IllegalArgumentException(
          String.format(
              "%s takes %d values to %d, for which the tied weight must be [%d, %d], not [%d, %d]",
              context.name(),
              context.input().size(),
              columns,
              context.input().size(),
              columns,
              values.rows(),
              values.columns()));
    }
    this.products = context.primitives().products();
    this.weight = weight;
    this.weightGradient = Matrix.allocate(values.rows(), values.columns());
    this.afterwards = new BiasAndActivation(context, activation);
    this.outputs = new BatchMemory<>(rows -> Matrix.allocate(rows, columns), Matrix::close);
    this.inputErrors =
        new BatchMemory<>(rows -> Matrix.allocate(rows, values.rows()), Matrix::close);
  }

  @Override
  public Matrix forwardOne(Matrix input, Pass pass) {
    Matrix output = outputs.forRows(input.rows());
    products.times(input, weight.values(), output);
    afterwards.forward(output);
    last.set(input);
    return output;
  }

  @Override
  public Matrix backwardOne(Matrix error, Wanted wanted) {
    afterwards.backward(error, outputs.forRows(error.rows()), wanted);
    if (wanted.parameters()) {
      products.transposedTimes(last.get(), error, weightGradient);
      weight.gradient().accept(weightGradient);
    }
    if (!wanted.inputs()) {
      return error;
    }
    Matrix inputError = inputErrors.forRows(error.rows());
    products.timesTransposed(error, weight.values(), inputError);
    return inputError;
  }

  @Override
  public void close() {
    afterwards.close();
    weightGradient.close();
    outputs.clear();
    inputErrors.clear();
  }
}
