package latentlab.engine.layers.embedding;

import java.util.Arrays;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.ParameterView;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.UnaryLayer;
import latentlab.engine.layers.Wanted;

/** See {@link Embedding}. */
final class EmbeddingLayer implements UnaryLayer {

  private final String name;
  private final ParameterView table;
  private final int entries;
  private final int size;
  private final float[] vector;
  private final float[] sums;
  private final BatchMemory<int[]> numbers;
  private final BatchMemory<Matrix> outputs;
  private final BatchMemory<Matrix> inputErrors;

  EmbeddingLayer(LayerContext context) {
    name = context.name();
    table = context.parameter("weight");
    entries = table.values().rows();
    size = table.values().columns();
    vector = new float[size];
    sums = new float[entries * size];
    int positions = context.input().size();
    numbers = new BatchMemory<>(rows -> new int[Math.multiplyExact(rows, positions)], gone -> {});
    outputs =
        new BatchMemory<>(
            rows -> Matrix.allocate(rows, Math.multiplyExact(positions, size)), Matrix::close);
    inputErrors = new BatchMemory<>(rows -> Matrix.allocate(rows, positions), Matrix::close);
  }

  @Override
  public Matrix forwardOne(Matrix input, Pass pass) {
    int[] entry = numbers.forRows(input.rows());
    for (int i = 0; i < entry.length; i++) {
      entry[i] = checked(input.buffer().get(i));
    }
    Matrix output = outputs.forRows(input.rows());
    for (int i = 0; i < entry.length; i++) {
      output.buffer().put(i * size, table.values().buffer(), entry[i] * size, size);
    }
    return output;
  }

  private int checked(float number) {
    int whole = (int) number;
    if (whole != number || whole < 0 || whole >= entries) {
      throw new IllegalArgumentException(
          String.format(
              "%s: %s has no vector; expected a whole number from 0 to %d",
              name, number, entries - 1));
    }
    return whole;
  }

  @Override
  public Matrix backwardOne(Matrix error, Wanted wanted) {
    if (wanted.parameters()) {
      writeGradient(error);
    }
    if (!wanted.inputs()) {
      return error;
    }
    Matrix inputError = inputErrors.forRows(error.rows());
    inputError.array().assign(0);
    return inputError;
  }

  /** Adds in the order of the batch, so that the sums are the same each time. */
  private void writeGradient(Matrix error) {
    int[] entry = numbers.forRows(error.rows());
    Arrays.fill(sums, 0f);
    for (int i = 0; i < entry.length; i++) {
      error.buffer().get(i * size, vector, 0, size);
      int start = entry[i] * size;
      for (int c = 0; c < size; c++) {
        sums[start + c] += vector[c];
      }
    }
    table.gradient().copyFrom(sums);
  }

  @Override
  public void close() {
    numbers.clear();
    outputs.clear();
    inputErrors.clear();
  }
}
