package latentlab.engine.layers.normalization;

import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.KeptBatch;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.ParameterView;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.UnaryLayer;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.NormalizationPrimitive;

/** See {@link BatchNormalization}. */
final class BatchNormalizationLayer implements UnaryLayer {

  private static final float MOMENTUM = 0.1f;

  private final FeatureShape shape;
  private final ParameterView scaleShift;
  private final Matrix runningMean;
  private final Matrix runningVariance;
  private final Matrix mean;
  private final Matrix variance;
  private final Matrix unwantedGradient;
  private final Matrix scaleAlone;
  private final Matrix noMean;
  private final BatchMemory<NormalizationPrimitive> primitives;
  private final BatchMemory<Matrix> outputs;
  private final BatchMemory<Matrix> frozenErrors;
  private final KeptBatch last = new KeptBatch();
  private boolean frozenLast;

  BatchNormalizationLayer(LayerContext context) {
    shape = context.input();
    scaleShift = context.parameter("scale_shift");
    runningMean = context.parameter("running_mean").values();
    runningVariance = context.parameter("running_variance").values();
    mean = Matrix.allocate(1, shape.channels());
    variance = Matrix.allocate(1, shape.channels());
    unwantedGradient = Matrix.allocate(2, shape.channels());
    scaleAlone = Matrix.allocate(2, shape.channels());
    scaleAlone.array().assign(0);
    noMean = Matrix.allocate(1, shape.channels());
    noMean.array().assign(0);
    primitives =
        new BatchMemory<>(
            rows -> context.primitives().batchNormalization(shape, rows),
            NormalizationPrimitive::close);
    outputs = new BatchMemory<>(rows -> Matrix.allocate(rows, shape.size()), Matrix::close);
    frozenErrors = new BatchMemory<>(rows -> Matrix.allocate(rows, shape.size()), Matrix::close);
  }

  @Override
  public Matrix forwardOne(Matrix input, Pass pass) {
    Matrix output = outputs.forRows(input.rows());
    NormalizationPrimitive primitive = primitives.forRows(input.rows());
    frozenLast = !pass.training();
    if (pass.training()) {
      primitive.forwardTraining(input, scaleShift.values(), mean, variance, output);
      updateAverages(input.rows() * (double) shape.pixels());
      last.set(input);
    } else {
      primitive.forwardInference(input, scaleShift.values(), runningMean, runningVariance, output);
    }
    return output;
  }

  private void updateAverages(double count) {
    float correction = (float) (count / Math.max(1, count - 1));
    for (int c = 0; c < shape.channels(); c++) {
      move(runningMean, c, mean.buffer().get(c));
      move(runningVariance, c, correction * variance.buffer().get(c));
    }
  }

  private static void move(Matrix average, int channel, float value) {
    float old = average.buffer().get(channel);
    average.buffer().put(channel, old + MOMENTUM * (value - old));
  }

  @Override
  public Matrix backwardOne(Matrix error, Wanted wanted) {
    if (frozenLast) {
      return backwardFrozen(error);
    }
    Matrix gradient = wanted.parameters() ? scaleShift.gradient() : unwantedGradient;
    primitives
        .forRows(error.rows())
        .backward(last.get(), scaleShift.values(), mean, variance, error, gradient);
    return error;
  }

  /**
   * Given statistics do not depend on the input: y = a x + b for each channel, so dx = a dy, which
   * is the forward pass of the error without mean and shift.
   */
  private Matrix backwardFrozen(Matrix error) {
    for (int c = 0; c < shape.channels(); c++) {
      scaleAlone.buffer().put(c, scaleShift.values().buffer().get(c));
    }
    Matrix inputError = frozenErrors.forRows(error.rows());
    primitives
        .forRows(error.rows())
        .forwardInference(error, scaleAlone, noMean, runningVariance, inputError);
    return inputError;
  }

  @Override
  public void close() {
    primitives.clear();
    outputs.clear();
    frozenErrors.clear();
    unwantedGradient.close();
    scaleAlone.close();
    noMean.close();
    mean.close();
    variance.close();
  }
}
