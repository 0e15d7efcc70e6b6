package latentlab.engine.layers.merge;

import java.util.Arrays;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.KeptBatch;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.ParameterView;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.UnaryLayer;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.MatrixProducts;

/** See {@link MinibatchDiscrimination}. */
final class MinibatchDiscriminationLayer implements UnaryLayer {

  private static final float MOMENTUM = 0.1f;

  private final int inputs;
  private final int kernels;
  private final MatrixProducts products;
  private final ParameterView weight;
  private final Matrix average;
  private final float[] sums;
  private final float[] row;
  private final BatchMemory<Similarities> similarities;
  private final BatchMemory<Matrix> projections;
  private final BatchMemory<Matrix> projectionErrors;
  private final BatchMemory<Matrix> outputs;
  private final BatchMemory<Matrix> inputErrors;
  private final KeptBatch last = new KeptBatch();
  private boolean comparedLast;

  MinibatchDiscriminationLayer(LayerContext context, int kernels, int kernelSize) {
    this.inputs = context.input().size();
    this.kernels = kernels;
    this.products = context.primitives().products();
    this.weight = context.parameter("weight");
    this.average = context.parameter(MinibatchDiscrimination.AVERAGE).values();
    this.sums = new float[kernels];
    this.row = new float[inputs + kernels];
    this.similarities =
        new BatchMemory<>(rows -> new Similarities(rows, kernels, kernelSize), released -> {});
    this.projections = matrices(kernels * kernelSize);
    this.projectionErrors = matrices(kernels * kernelSize);
    this.outputs = matrices(inputs + kernels);
    this.inputErrors = matrices(inputs);
  }

  private static BatchMemory<Matrix> matrices(int columns) {
    return new BatchMemory<>(rows -> Matrix.allocate(rows, columns), Matrix::close);
  }

  @Override
  public Matrix forwardOne(Matrix input, Pass pass) {
    Matrix output = outputs.forRows(input.rows());
    comparedLast = pass.training();
    if (comparedLast) {
      Matrix projection = projections.forRows(input.rows());
      products.timesTransposed(input, weight.values(), projection);
      Similarities compared = similarities.forRows(input.rows());
      compared.compare(projection);
      append(input, output, compared);
      last.set(input);
    } else {
      appendAverage(input, output);
    }
    return output;
  }

  private void append(Matrix input, Matrix output, Similarities compared) {
    Arrays.fill(sums, 0f);
    for (int i = 0; i < input.rows(); i++) {
      input.buffer().get(i * inputs, row, 0, inputs);
      compared.copySums(i, row, inputs);
      for (int b = 0; b < kernels; b++) {
        sums[b] += row[inputs + b];
      }
      output.buffer().put(i * row.length, row);
    }
    for (int b = 0; b < kernels; b++) {
      float old = average.buffer().get(b);
      average.buffer().put(b, old + MOMENTUM * (sums[b] / input.rows() - old));
    }
  }

  private void appendAverage(Matrix input, Matrix output) {
    average.buffer().get(0, row, inputs, kernels);
    for (int i = 0; i < input.rows(); i++) {
      input.buffer().get(i * inputs, row, 0, inputs);
      output.buffer().put(i * row.length, row);
    }
  }

  @Override
  public Matrix backwardOne(Matrix error, Wanted wanted) {
    Matrix projectionError = projectionErrors.forRows(error.rows());
    if (comparedLast) {
      Similarities compared = similarities.forRows(error.rows());
      for (int i = 0; i < error.rows(); i++) {
        error.buffer().get(i * row.length, row);
        compared.takeErrors(i, row, inputs);
      }
      compared.goBack(projectionError);
    } else {
      projectionError.array().assign(0);
    }
    if (wanted.parameters()) {
      products.transposedTimes(projectionError, last.get(), weight.gradient());
    }
    return wanted.inputs() ? inputError(error, projectionError) : error;
  }

  /** What comes through the similarities, and what was passed on unchanged. */
  private Matrix inputError(Matrix error, Matrix projectionError) {
    Matrix inputError = inputErrors.forRows(error.rows());
    products.times(projectionError, weight.values(), inputError);
    float[] passedOn = new float[inputs];
    for (int i = 0; i < error.rows(); i++) {
      error.buffer().get(i * row.length, row);
      inputError.buffer().get(i * inputs, passedOn);
      for (int a = 0; a < inputs; a++) {
        passedOn[a] += row[a];
      }
      inputError.buffer().put(i * inputs, passedOn);
    }
    return inputError;
  }

  @Override
  public void close() {
    projections.clear();
    projectionErrors.clear();
    outputs.clear();
    inputErrors.clear();
  }
}
