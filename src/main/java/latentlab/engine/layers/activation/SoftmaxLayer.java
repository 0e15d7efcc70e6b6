package latentlab.engine.layers.activation;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.ExponentialPass;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.layers.KeptBatch;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.UnaryLayer;
import latentlab.engine.layers.Wanted;

/**
 * See {@link Softmax}. Works in place where it may, for the backward pass needs the output only.
 */
final class SoftmaxLayer implements UnaryLayer {

  /** Pixels go together in blocks of about as many values. */
  private static final int BLOCK = 1024;

  private final int channels;
  private final int pixelsInRow;
  private final int pixelsInBlock;
  private final boolean inPlace;
  private final Workers workers;
  private final List<Part> parts = new ArrayList<>();
  private final BatchMemory<Matrix> outputs;
  private final KeptBatch last = new KeptBatch();

  SoftmaxLayer(LayerContext context) {
    channels = context.input().channels();
    pixelsInRow = context.input().pixels();
    pixelsInBlock = Math.max(1, BLOCK / channels);
    inPlace = context.inputReusable();
    workers = context.primitives().workers();
    for (int i = 0; i < workers.parts(); i++) {
      parts.add(new Part(channels, pixelsInBlock));
    }
    int size = context.input().size();
    outputs = new BatchMemory<>(rows -> Matrix.allocate(rows, size), Matrix::close);
  }

  @Override
  public Matrix forwardOne(Matrix input, Pass pass) {
    Matrix output = inPlace ? input : outputs.forRows(input.rows());
    inParts(input.rows(), (part, from, to) -> parts.get(part).forward(input, output, from, to));
    last.set(output);
    return output;
  }

  @Override
  public Matrix backwardOne(Matrix error, Wanted wanted) {
    if (wanted.inputs()) {
      Matrix output = last.get();
      inParts(error.rows(), (part, from, to) -> parts.get(part).backward(output, error, from, to));
    }
    return error;
  }

  private void inParts(int rows, Workers.Loop loop) {
    int pixels = Math.multiplyExact(rows, pixelsInRow);
    workers.run(
        (pixels - 1) / pixelsInBlock + 1,
        pixelsInBlock * channels,
        (part, from, to) ->
            loop.run(part, from * pixelsInBlock, Math.min(pixels, to * pixelsInBlock)));
  }

  @Override
  public void close() {
    outputs.clear();
  }

  /** What one of the workers needs. */
  private static final class Part {

    private final int channels;
    private final int pixelsInBlock;
    private final float[] block;
    private final float[] error;
    private final ExponentialPass exponential;

    Part(int channels, int pixelsInBlock) {
      this.channels = channels;
      this.pixelsInBlock = pixelsInBlock;
      block = new float[channels * pixelsInBlock];
      error = new float[channels * pixelsInBlock];
      exponential = new ExponentialPass(channels * pixelsInBlock);
    }

    void forward(Matrix input, Matrix output, int from, int to) {
      for (int pixel = from; pixel < to; pixel += pixelsInBlock) {
        int length = Math.min(pixelsInBlock, to - pixel) * channels;
        input.buffer().get(pixel * channels, block, 0, length);
        for (int i = 0; i < length; i += channels) {
          subtractLargest(i, i + channels);
        }
        exponential.ofNegativeMagnitude(block, block);
        for (int i = 0; i < length; i += channels) {
          divideBySum(i, i + channels);
        }
        output.buffer().put(pixel * channels, block, 0, length);
      }
    }

    /** So that nothing overflows, and no exponent is positive. */
    private void subtractLargest(int from, int to) {
      float largest = block[from];
      for (int i = from + 1; i < to; i++) {
        largest = Math.max(largest, block[i]);
      }
      for (int i = from; i < to; i++) {
        block[i] -= largest;
      }
    }

    private void divideBySum(int from, int to) {
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += block[i];
      }
      float inverse = (float) (1 / sum);
      for (int i = from; i < to; i++) {
        block[i] *= inverse;
      }
    }

    /** dx = y (e - sum(e y)). */
    void backward(Matrix output, Matrix errors, int from, int to) {
      for (int pixel = from; pixel < to; pixel += pixelsInBlock) {
        int length = Math.min(pixelsInBlock, to - pixel) * channels;
        output.buffer().get(pixel * channels, block, 0, length);
        errors.buffer().get(pixel * channels, error, 0, length);
        for (int i = 0; i < length; i += channels) {
          project(i, i + channels);
        }
        errors.buffer().put(pixel * channels, error, 0, length);
      }
    }

    private void project(int from, int to) {
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += (double) error[i] * block[i];
      }
      float mean = (float) sum;
      for (int i = from; i < to; i++) {
        error[i] = block[i] * (error[i] - mean);
      }
    }
  }
}
