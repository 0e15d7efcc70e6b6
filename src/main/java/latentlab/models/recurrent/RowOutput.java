package latentlab.models.recurrent;

import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.likelihood.BernoulliLogits;
import latentlab.engine.losses.SquaredError;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.models.networks.PixelLoss;

/**
 * What is made of the decoder's last values: pixels, the loss, and its gradient. For the thread
 * that owns the model.
 */
interface RowOutput extends AutoCloseable {

  /** The nonlinearity with which the decoder ends. */
  ActivationFunction activation();

  /** The loss as a mean over the images, in the unit that {@link PixelLoss} tells. */
  double loss(Matrix output, float[] target);

  /**
   * The gradient by the decoder's output of the loss as a mean over the pixels, so that one limit
   * for its norm fits images of all sizes. It lies in memory that the decoder does not need.
   */
  Matrix error(Matrix output, float[] target);

  /** Writes the pixels of some images, 0 to 1, from an offset on. */
  void pixels(Matrix output, float[] pixels, int offset);

  @Override
  void close();

  static RowOutput of(PixelLoss loss, int pixels) {
    return switch (loss) {
      case MSE -> new Intensities(pixels);
      case BINARY_CROSS_ENTROPY -> new Logits(pixels);
    };
  }

  /** The decoder gives pixels, and its last layer needs them in the backward pass. */
  final class Intensities implements RowOutput {

    private final SquaredError squaredError = new SquaredError();
    private final BatchMemory<Matrix> errors;

    Intensities(int pixels) {
      errors = new BatchMemory<>(rows -> Matrix.allocate(rows, pixels), Matrix::close);
    }

    @Override
    public ActivationFunction activation() {
      return ActivationFunction.SIGMOID;
    }

    @Override
    public double loss(Matrix output, float[] target) {
      return squaredError.loss(output, target) / target.length;
    }

    @Override
    public Matrix error(Matrix output, float[] target) {
      Matrix error = errors.forRows(output.rows());
      error.copyFrom(output);
      squaredError.lossAndGradient(error, target, 1f / target.length);
      return error;
    }

    @Override
    public void pixels(Matrix output, float[] pixels, int offset) {
      output.buffer().get(0, pixels, offset, output.rows() * output.columns());
    }

    @Override
    public void close() {
      errors.clear();
    }
  }

  /** The decoder gives logits, which the gradient may replace. */
  final class Logits implements RowOutput {

    private final BernoulliLogits likelihood;

    Logits(int pixels) {
      likelihood = new BernoulliLogits(pixels);
    }

    @Override
    public ActivationFunction activation() {
      return ActivationFunction.IDENTITY;
    }

    @Override
    public double loss(Matrix output, float[] target) {
      return likelihood.negativeLogLikelihood(output, target) / output.rows();
    }

    @Override
    public Matrix error(Matrix output, float[] target) {
      likelihood.lossAndGradient(output, target, 1f / target.length);
      return output;
    }

    @Override
    public void pixels(Matrix output, float[] pixels, int offset) {
      likelihood.probabilities(output, pixels, offset);
    }

    @Override
    public void close() {
      // Its memory is on the heap.
    }
  }
}
