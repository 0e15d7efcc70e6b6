package latentlab.engine.layers.merge;

import java.util.Arrays;
import java.util.List;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.layers.KeptBatch;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.FeatureShape;

/** See {@link ChannelScaleShift}. The backward pass reads both inputs. */
final class ChannelScaleShiftLayer implements Layer {

  private final FeatureShape image;
  private final Workers workers;
  private final Scratch[] scratch;
  private final BatchMemory<Matrix> outputs;
  private final BatchMemory<Matrix> vectorErrors;
  private final KeptBatch keptImages = new KeptBatch();
  private final KeptBatch keptVectors = new KeptBatch();

  /** Memory of one worker; sums are those of the backward pass over pixels. */
  private static final class Scratch {
    final float[] block;
    final float[] other;
    final float[] vector;
    final ChannelTile scale;
    final ChannelTile shift;
    final ChannelTile scaleSum;
    final ChannelTile shiftSum;

    Scratch(FeatureShape image) {
      block = new float[ChannelTile.blockSize(image)];
      other = new float[ChannelTile.blockSize(image)];
      vector = new float[2 * image.channels()];
      scale = new ChannelTile(image);
      shift = new ChannelTile(image);
      scaleSum = new ChannelTile(image);
      shiftSum = new ChannelTile(image);
    }
  }

  ChannelScaleShiftLayer(LayerContext context) {
    image = context.input();
    workers = context.primitives().workers();
    scratch = new Scratch[workers.parts()];
    Arrays.setAll(scratch, part -> new Scratch(image));
    outputs = new BatchMemory<>(rows -> Matrix.allocate(rows, image.size()), Matrix::close);
    vectorErrors =
        new BatchMemory<>(rows -> Matrix.allocate(rows, 2 * image.channels()), Matrix::close);
  }

  @Override
  public Matrix forward(List<Matrix> inputs, Pass pass) {
    Matrix images = inputs.get(0);
    Matrix vectors = inputs.get(1);
    keptImages.set(images);
    keptVectors.set(vectors);
    Matrix output = outputs.forRows(images.rows());
    workers.run(
        images.rows(),
        image.size(),
        (part, from, to) -> {
          for (int row = from; row < to; row++) {
            scaleAndShift(images, vectors, output, row, scratch[part]);
          }
        });
    return output;
  }

  private void scaleAndShift(Matrix images, Matrix vectors, Matrix output, int row, Scratch own) {
    readScale(vectors, row, own);
    own.shift.repeat(own.vector, image.channels());
    int end = (row + 1) * image.size();
    for (int i = row * image.size(); i < end; i += own.block.length) {
      int count = Math.min(own.block.length, end - i);
      images.buffer().get(i, own.block, 0, count);
      scaleAndShift(own.block, own.scale.values(), own.shift.values(), count);
      output.buffer().put(i, own.block, 0, count);
    }
  }

  private void readScale(Matrix vectors, int row, Scratch own) {
    vectors.buffer().get(row * own.vector.length, own.vector);
    for (int c = 0; c < image.channels(); c++) {
      own.vector[c] += 1f;
    }
    own.scale.repeat(own.vector, 0);
  }

  private static void scaleAndShift(float[] x, float[] scale, float[] shift, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = x[i] * scale[i] + shift[i];
    }
  }

  @Override
  public List<Matrix> backward(Matrix error, Wanted wanted) {
    Matrix vectorError = vectorErrors.forRows(error.rows());
    if (wanted.inputs()) {
      Matrix images = keptImages.get();
      Matrix vectors = keptVectors.get();
      workers.run(
          error.rows(),
          image.size(),
          (part, from, to) -> {
            for (int row = from; row < to; row++) {
              readScale(vectors, row, scratch[part]);
              goBack(images, error, vectorError, row, scratch[part]);
            }
          });
    }
    return List.of(error, vectorError);
  }

  private void goBack(Matrix images, Matrix error, Matrix vectorError, int row, Scratch own) {
    own.scaleSum.clear();
    own.shiftSum.clear();
    int end = (row + 1) * image.size();
    for (int i = row * image.size(); i < end; i += own.block.length) {
      int count = Math.min(own.block.length, end - i);
      images.buffer().get(i, own.block, 0, count);
      error.buffer().get(i, own.other, 0, count);
      addProducts(own.scaleSum.values(), own.block, own.other, count);
      addAndScale(own.shiftSum.values(), own.other, own.scale.values(), count);
      error.buffer().put(i, own.other, 0, count);
    }
    own.scaleSum.sum(own.vector, 0);
    own.shiftSum.sum(own.vector, image.channels());
    vectorError.buffer().put(row * own.vector.length, own.vector);
  }

  private static void addProducts(float[] sums, float[] x, float[] error, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += x[i] * error[i];
    }
  }

  private static void addAndScale(float[] sums, float[] error, float[] scale, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += error[i];
      error[i] *= scale[i];
    }
  }

  @Override
  public void close() {
    outputs.clear();
    vectorErrors.clear();
  }
}
