package latentlab.engine.layers.attention;

import java.util.List;
import java.util.stream.IntStream;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.layers.KeptBatch;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.UnaryLayer;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.MatrixProducts;

/** See {@link SelfAttention}. */
final class SelfAttentionLayer implements UnaryLayer {

  private final String name;
  private final FeatureShape shape;
  private final PixelwiseDense queriesKeysValues;
  private final PixelwiseDense projection;
  private final Workers workers;
  private final List<AttentionPart> parts;
  private final BatchMemory<AttentionBatch> batches;
  private final BatchMemory<Matrix> weights;
  private final KeptBatch last = new KeptBatch();

  SelfAttentionLayer(LayerContext context, boolean causal) {
    name = context.name();
    shape = context.input();
    queriesKeysValues = new PixelwiseDense(context, "qkv");
    projection = new PixelwiseDense(context, "projection");
    workers = context.primitives().workers();
    MatrixProducts products = context.primitives().products();
    parts =
        IntStream.range(0, workers.parts())
            .mapToObj(part -> new AttentionPart(products, shape, causal))
            .toList();
    batches =
        new BatchMemory<>(rows -> AttentionBatch.allocate(shape, rows), AttentionBatch::close);
    weights = new BatchMemory<>(this::allocateWeights, Matrix::close);
  }

  private Matrix allocateWeights(int images) {
    long pixels = shape.pixels();
    if (images * pixels * pixels > SelfAttention.MOST_VALUES) {
      throw new IllegalArgumentException(
          String.format(
              "%s: training on %d images of %s keeps %d weights between positions;"
                  + " expected at most %d, so batches of at most %d images",
              name,
              images,
              shape,
              images * pixels * pixels,
              SelfAttention.MOST_VALUES,
              SelfAttention.MOST_VALUES / (pixels * pixels)));
    }
    return Matrix.allocate(images * shape.pixels(), shape.pixels());
  }

  @Override
  public Matrix forwardOne(Matrix input, Pass pass) {
    AttentionBatch batch = batches.forRows(input.rows());
    Workers.Loop attention = attention(batch, pass);
    queriesKeysValues.forward(PixelBatch.of(input, shape.channels()), batch.qkv());
    workers.run(input.rows(), valuesForEach(), attention);
    projection.forward(batch.context(), batch.output());
    last.set(input);
    return batch.output().images();
  }

  private Workers.Loop attention(AttentionBatch batch, Pass pass) {
    if (!pass.backward()) {
      return (part, from, to) -> parts.get(part).infer(batch, from, to);
    }
    Matrix kept = weights.forRows(batch.output().images().rows());
    return (part, from, to) -> parts.get(part).forward(batch, kept, from, to);
  }

  @Override
  public Matrix backwardOne(Matrix error, Wanted wanted) {
    AttentionBatch batch = batches.forRows(error.rows());
    Matrix kept = weights.forRows(error.rows());
    PixelBatch errors = PixelBatch.of(error, shape.channels());
    if (wanted.parameters()) {
      projection.writeGradients(batch.context(), errors);
    }
    projection.backward(errors, batch.contextError());
    workers.run(
        error.rows(),
        valuesForEach(),
        (part, from, to) -> parts.get(part).backward(batch, kept, from, to));
    if (wanted.parameters()) {
      queriesKeysValues.writeGradients(
          PixelBatch.of(last.get(), shape.channels()), batch.qkvError());
    }
    if (wanted.inputs()) {
      queriesKeysValues.backward(batch.qkvError(), errors);
    }
    return error;
  }

  /** The floats that attention within one image touches. */
  private int valuesForEach() {
    return (int)
        Math.min(Integer.MAX_VALUE, shape.pixels() * (shape.pixels() + 4L * shape.channels()));
  }

  @Override
  public void close() {
    parts.forEach(AttentionPart::close);
    batches.clear();
    weights.clear();
  }
}
