package latentlab.engine.layers.attention;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBlock;
import latentlab.engine.kernels.SoftmaxRows;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.MatrixProducts;

/**
 * Attention within some of a batch's images, one after another, so that an image's weights stay in
 * the cache from product to product. Owned by one thread at a time; others do other images.
 */
final class AttentionPart {

  private final MatrixProducts products;
  private final int pixels;
  private final int channels;
  private final SoftmaxRows softmax;
  private final Matrix scratch;

  AttentionPart(MatrixProducts products, FeatureShape shape, boolean causal) {
    this.products = products;
    this.pixels = shape.pixels();
    this.channels = shape.channels();
    this.softmax = new SoftmaxRows(pixels, (float) (1 / Math.sqrt(channels)), causal);
    this.scratch = Matrix.allocate(pixels, pixels);
  }

  /** Writes the context and the weights, [images * pixels, pixels], of a range of images. */
  void forward(AttentionBatch batch, Matrix weights, int from, int to) {
    attend(batch, weights, pixels, from, to);
  }

  /** Writes the context of a range of images, and keeps nothing for a backward pass. */
  void infer(AttentionBatch batch, int from, int to) {
    attend(batch, scratch, 0, from, to);
  }

  private void attend(AttentionBatch batch, Matrix weights, int rowsKept, int from, int to) {
    MatrixBlock queries = block(batch.qkv());
    MatrixBlock keys = block(batch.qkv());
    MatrixBlock values = block(batch.qkv());
    MatrixBlock context = block(batch.context());
    MatrixBlock scores = new MatrixBlock(weights, pixels, pixels);
    for (int image = from; image < to; image++) {
      int row = image * pixels;
      int kept = image * rowsKept;
      scores.at(kept, 0);
      products.timesTransposed(queries.at(row, 0), keys.at(row, channels), scores);
      softmax.forward(weights, kept, pixels);
      products.times(scores, values.at(row, 2 * channels), context.at(row, 0));
    }
  }

  /** Writes the errors of queries, keys and values of a range of images. */
  void backward(AttentionBatch batch, Matrix weights, int from, int to) {
    MatrixBlock operand = block(batch.qkv());
    MatrixBlock result = block(batch.qkvError());
    MatrixBlock contextError = block(batch.contextError());
    MatrixBlock kept = new MatrixBlock(weights, pixels, pixels);
    MatrixBlock scores = new MatrixBlock(scratch, pixels, pixels);
    for (int image = from; image < to; image++) {
      int row = image * pixels;
      contextError.at(row, 0);
      products.transposedTimes(kept.at(row, 0), contextError, result.at(row, 2 * channels));
      products.timesTransposed(contextError, operand.at(row, 2 * channels), scores);
      softmax.backward(weights, row, scratch, 0, pixels);
      products.times(scores, operand.at(row, channels), result.at(row, 0));
      products.transposedTimes(scores, operand.at(row, 0), result.at(row, channels));
    }
  }

  private MatrixBlock block(PixelBatch batch) {
    return new MatrixBlock(batch.pixels(), pixels, channels);
  }

  void close() {
    scratch.close();
  }
}
