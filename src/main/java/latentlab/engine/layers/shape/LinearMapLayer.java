package latentlab.engine.layers.shape;

import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.PiecewiseLinearLayer;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.FeatureShape;

/** A layer that is a {@link LinearMap}; holds the memory for what comes out of it, both ways. */
final class LinearMapLayer implements PiecewiseLinearLayer {

  private final LinearMap map;
  private final BatchMemory<Matrix> outputs;
  private final BatchMemory<Matrix> errors;
  private final BatchMemory<Matrix> tangents;

  LinearMapLayer(LayerContext context, FeatureShape output, LinearMap map) {
    this.map = map;
    int inputSize = context.input().size();
    this.outputs = new BatchMemory<>(rows -> Matrix.allocate(rows, output.size()), Matrix::close);
    this.tangents = new BatchMemory<>(rows -> Matrix.allocate(rows, output.size()), Matrix::close);
    this.errors = new BatchMemory<>(rows -> Matrix.allocate(rows, inputSize), Matrix::close);
  }

  @Override
  public Matrix forwardOne(Matrix input, Pass pass) {
    Matrix output = outputs.forRows(input.rows());
    map.apply(input, output);
    return output;
  }

  @Override
  public Matrix backwardOne(Matrix error, Wanted wanted) {
    if (!wanted.inputs()) {
      return error;
    }
    Matrix inputError = errors.forRows(error.rows());
    map.applyTransposed(error, inputError);
    return inputError;
  }

  @Override
  public boolean piecewiseLinear() {
    return true;
  }

  @Override
  public Matrix tangent(Matrix direction) {
    Matrix tangent = tangents.forRows(direction.rows());
    map.apply(direction, tangent);
    return tangent;
  }

  @Override
  public Matrix tangentBackward(Matrix error, Wanted wanted) {
    return backwardOne(error, wanted);
  }

  @Override
  public void close() {
    outputs.clear();
    tangents.clear();
    errors.clear();
  }
}
