package latentlab.engine.layers.merge;

import java.util.Arrays;
import java.util.List;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.FeatureShape;

/** See {@link ChannelShift}. */
final class ChannelShiftLayer implements Layer {

  private final FeatureShape image;
  private final boolean inPlace;
  private final Workers workers;
  private final Scratch[] scratch;
  private final BatchMemory<Matrix> outputs;
  private final BatchMemory<Matrix> vectorErrors;

  /** Memory of one worker. */
  private static final class Scratch {
    final float[] block;
    final float[] vector;
    final ChannelTile tile;

    Scratch(FeatureShape image) {
      block = new float[ChannelTile.blockSize(image)];
      vector = new float[image.channels()];
      tile = new ChannelTile(image);
    }
  }

  ChannelShiftLayer(LayerContext context) {
    image = context.input();
    inPlace = context.inputReusable();
    workers = context.primitives().workers();
    scratch = new Scratch[workers.parts()];
    Arrays.setAll(scratch, part -> new Scratch(image));
    outputs = new BatchMemory<>(rows -> Matrix.allocate(rows, image.size()), Matrix::close);
    vectorErrors =
        new BatchMemory<>(rows -> Matrix.allocate(rows, image.channels()), Matrix::close);
  }

  @Override
  public Matrix forward(List<Matrix> inputs, Pass pass) {
    Matrix images = inputs.get(0);
    Matrix vectors = inputs.get(1);
    Matrix output = inPlace ? images : outputs.forRows(images.rows());
    workers.run(
        images.rows(),
        image.size(),
        (part, from, to) -> {
          for (int row = from; row < to; row++) {
            shift(images, vectors, output, row, scratch[part]);
          }
        });
    return output;
  }

  private void shift(Matrix images, Matrix vectors, Matrix output, int row, Scratch own) {
    vectors.buffer().get(row * image.channels(), own.vector);
    own.tile.repeat(own.vector, 0);
    int end = (row + 1) * image.size();
    for (int i = row * image.size(); i < end; i += own.block.length) {
      int count = Math.min(own.block.length, end - i);
      images.buffer().get(i, own.block, 0, count);
      add(own.block, own.tile.values(), count);
      output.buffer().put(i, own.block, 0, count);
    }
  }

  private static void add(float[] target, float[] source, int count) {
    for (int i = 0; i < count; i++) {
      target[i] += source[i];
    }
  }

  @Override
  public List<Matrix> backward(Matrix error, Wanted wanted) {
    Matrix vectorError = vectorErrors.forRows(error.rows());
    if (wanted.inputs()) {
      workers.run(
          error.rows(),
          image.size(),
          (part, from, to) -> {
            for (int row = from; row < to; row++) {
              sumPixels(error, vectorError, row, scratch[part]);
            }
          });
    }
    return List.of(error, vectorError);
  }

  private void sumPixels(Matrix error, Matrix vectorError, int row, Scratch own) {
    own.tile.clear();
    int end = (row + 1) * image.size();
    for (int i = row * image.size(); i < end; i += own.block.length) {
      int count = Math.min(own.block.length, end - i);
      error.buffer().get(i, own.block, 0, count);
      add(own.tile.values(), own.block, count);
    }
    own.tile.sum(own.vector, 0);
    vectorError.buffer().put(row * image.channels(), own.vector);
  }

  @Override
  public void close() {
    outputs.clear();
    vectorErrors.clear();
  }
}
