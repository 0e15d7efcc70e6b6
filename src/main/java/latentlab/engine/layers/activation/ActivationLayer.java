package latentlab.engine.layers.activation;

import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.KeptBatch;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.PiecewiseLinearLayer;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.ElementwisePrimitive;

/** See {@link Activation}. Works in place where the derivative follows from the output. */
final class ActivationLayer implements PiecewiseLinearLayer {

  private final ActivationFunction function;
  private final boolean inPlace;
  private final boolean keepsOutput;
  private final BatchMemory<ElementwisePrimitive> primitives;
  private final BatchMemory<Matrix> outputs;
  private final KeptBatch kept = new KeptBatch();

  ActivationLayer(ActivationFunction function, LayerContext context) {
    this.function = function;
    int columns = context.input().size();
    keepsOutput = function.derivativeFromOutput();
    inPlace = keepsOutput && context.inputReusable();
    primitives =
        new BatchMemory<>(
            rows -> context.primitives().elementwise(function, Math.multiplyExact(rows, columns)),
            ElementwisePrimitive::close);
    outputs = new BatchMemory<>(rows -> Matrix.allocate(rows, columns), Matrix::close);
  }

  @Override
  public Matrix forwardOne(Matrix input, Pass pass) {
    Matrix output = inPlace ? input : outputs.forRows(input.rows());
    primitives.forRows(input.rows()).forward(input, output);
    kept.set(keepsOutput ? output : input);
    return output;
  }

  @Override
  public Matrix backwardOne(Matrix error, Wanted wanted) {
    if (wanted.inputs()) {
      primitives.forRows(error.rows()).backward(kept.get(), error);
    }
    return error;
  }

  @Override
  public boolean piecewiseLinear() {
    return PiecewiseLinearLayer.isPiecewiseLinear(function);
  }

  /** In place: the derivative of each element is a factor, the same in both directions. */
  @Override
  public Matrix tangent(Matrix direction) {
    primitives.forRows(direction.rows()).backward(kept.get(), direction);
    return direction;
  }

  @Override
  public Matrix tangentBackward(Matrix error, Wanted wanted) {
    return backwardOne(error, wanted);
  }

  @Override
  public void close() {
    primitives.clear();
    outputs.clear();
  }
}
