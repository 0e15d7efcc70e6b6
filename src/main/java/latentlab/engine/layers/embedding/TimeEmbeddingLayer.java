package latentlab.engine.layers.embedding;

import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.UnaryLayer;
import latentlab.engine.layers.Wanted;

/** See {@link TimeEmbedding}. Computes in double precision, for steps are far beyond a period. */
final class TimeEmbeddingLayer implements UnaryLayer {

  private final double[] frequencies;
  private final float[] row;
  private final BatchMemory<Matrix> outputs;
  private final BatchMemory<Matrix> inputErrors;

  TimeEmbeddingLayer(int size, double longestPeriod) {
    frequencies = new double[size / 2];
    for (int i = 0; i < frequencies.length; i++) {
      frequencies[i] = Math.exp(-i * Math.log(longestPeriod) / (frequencies.length - 1));
    }
    row = new float[size];
    outputs = new BatchMemory<>(rows -> Matrix.allocate(rows, size), Matrix::close);
    inputErrors = new BatchMemory<>(rows -> Matrix.allocate(rows, 1), Matrix::close);
  }

  @Override
  public Matrix forwardOne(Matrix input, Pass pass) {
    Matrix output = outputs.forRows(input.rows());
    int half = frequencies.length;
    for (int r = 0; r < input.rows(); r++) {
      double step = input.buffer().get(r);
      for (int i = 0; i < half; i++) {
        row[i] = (float) Math.sin(step * frequencies[i]);
        row[half + i] = (float) Math.cos(step * frequencies[i]);
      }
      output.buffer().put(r * row.length, row);
    }
    return output;
  }

  @Override
  public Matrix backwardOne(Matrix error, Wanted wanted) {
    if (!wanted.inputs()) {
      return error;
    }
    Matrix inputError = inputErrors.forRows(error.rows());
    inputError.array().assign(0);
    return inputError;
  }

  @Override
  public void close() {
    outputs.clear();
    inputErrors.clear();
  }
}
