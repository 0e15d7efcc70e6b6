package latentlab.engine.layers.recurrent;

import java.util.Arrays;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.UnaryLayer;
import latentlab.engine.layers.Wanted;

/** See {@link Repetition}. */
final class RepetitionLayer implements UnaryLayer {

  private final int steps;
  private final int size;
  private final Workers workers;
  private final float[][] sums;
  private final float[][] errors;
  private final BatchMemory<Matrix> outputs;
  private final BatchMemory<Matrix> inputErrors;

  RepetitionLayer(LayerContext context, int steps) {
    this.steps = steps;
    this.size = context.input().size();
    this.workers = context.primitives().workers();
    this.sums = new float[workers.parts()][size];
    this.errors = new float[workers.parts()][size];
    this.outputs = new BatchMemory<>(rows -> Matrix.allocate(rows, steps * size), Matrix::close);
    this.inputErrors = new BatchMemory<>(rows -> Matrix.allocate(rows, size), Matrix::close);
  }

  @Override
  public Matrix forwardOne(Matrix input, Pass pass) {
    Matrix output = outputs.forRows(input.rows());
    workers.run(
        input.rows(),
        steps * size,
        (part, from, to) -> {
          for (int row = from; row < to; row++) {
            for (int step = 0; step < steps; step++) {
              int target = (row * steps + step) * size;
              output.buffer().put(target, input.buffer(), row * size, size);
            }
          }
        });
    return output;
  }

  @Override
  public Matrix backwardOne(Matrix error, Wanted wanted) {
    if (!wanted.inputs()) {
      return error;
    }
    Matrix inputError = inputErrors.forRows(error.rows());
    workers.run(
        error.rows(),
        steps * size,
        (part, from, to) -> {
          for (int row = from; row < to; row++) {
            sumSteps(error, row, sums[part], errors[part]);
            inputError.buffer().put(row * size, sums[part], 0, size);
          }
        });
    return inputError;
  }

  private void sumSteps(Matrix error, int row, float[] sum, float[] one) {
    Arrays.fill(sum, 0f);
    for (int step = 0; step < steps; step++) {
      error.buffer().get((row * steps + step) * size, one, 0, size);
      add(sum, one);
    }
  }

  private static void add(float[] sum, float[] added) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += added[i];
    }
  }

  @Override
  public void close() {
    outputs.clear();
    inputErrors.clear();
  }
}
