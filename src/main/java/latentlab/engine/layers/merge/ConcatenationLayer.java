package latentlab.engine.layers.merge;

import java.util.List;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.FeatureShape;

/**
 * See {@link Concatenation}. Blocks of pixels are taken through arrays: copying each pixel's
 * channels from buffer to buffer costs several times more.
 */
final class ConcatenationLayer implements Layer {

  /** How many floats a block of pixels should have: it fits the first-level cache. */
  private static final int BLOCK = 2048;

  private final int pixels;
  private final int channels;
  private final int[] partChannels;
  private final int blockPixels;
  private final Workers workers;
  private final float[][] joined;
  private final float[][] single;
  private final BatchMemory<Matrix> outputs;
  private final BatchMemory<List<Matrix>> errors;

  ConcatenationLayer(LayerContext context, FeatureShape output) {
    List<FeatureShape> inputs = context.inputs();
    pixels = output.pixels();
    channels = output.channels();
    partChannels = inputs.stream().mapToInt(FeatureShape::channels).toArray();
    blockPixels = Math.max(1, BLOCK / channels);
    workers = context.primitives().workers();
    joined = new float[workers.parts()][blockPixels * channels];
    single = new float[workers.parts()][blockPixels * channels];
    outputs = new BatchMemory<>(rows -> Matrix.allocate(rows, output.size()), Matrix::close);
    errors =
        new BatchMemory<>(
            rows -> inputs.stream().map(shape -> Matrix.allocate(rows, shape.size())).toList(),
            made -> made.forEach(Matrix::close));
  }

  @Override
  public Matrix forward(List<Matrix> inputs, Pass pass) {
    Matrix output = outputs.forRows(inputs.get(0).rows());
    workers.run(
        output.rows() * pixels,
        channels,
        (part, from, to) -> {
          for (int pixel = from; pixel < to; pixel += blockPixels) {
            join(inputs, output, pixel, Math.min(blockPixels, to - pixel), part);
          }
        });
    return output;
  }

  private void join(List<Matrix> inputs, Matrix output, int pixel, int count, int part) {
    int at = 0;
    for (int i = 0; i < partChannels.length; i++) {
      int c = partChannels[i];
      inputs.get(i).buffer().get(pixel * c, single[part], 0, count * c);
      for (int p = 0; p < count; p++) {
        System.arraycopy(single[part], p * c, joined[part], p * channels + at, c);
      }
      at += c;
    }
    output.buffer().put(pixel * channels, joined[part], 0, count * channels);
  }

  @Override
  public List<Matrix> backward(Matrix error, Wanted wanted) {
    List<Matrix> parts = errors.forRows(error.rows());
    if (wanted.inputs()) {
      workers.run(
          error.rows() * pixels,
          channels,
          (part, from, to) -> {
            for (int pixel = from; pixel < to; pixel += blockPixels) {
              split(error, parts, pixel, Math.min(blockPixels, to - pixel), part);
            }
          });
    }
    return parts;
  }

  private void split(Matrix error, List<Matrix> parts, int pixel, int count, int part) {
    error.buffer().get(pixel * channels, joined[part], 0, count * channels);
    int at = 0;
    for (int i = 0; i < partChannels.length; i++) {
      int c = partChannels[i];
      for (int p = 0; p < count; p++) {
        System.arraycopy(joined[part], p * channels + at, single[part], p * c, c);
      }
      parts.get(i).buffer().put(pixel * c, single[part], 0, count * c);
      at += c;
    }
  }

  @Override
  public void close() {
    outputs.clear();
    errors.clear();
  }
}
