package latentlab.engine.layers.normalization;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.kernels.channels.ChannelBlocks;
import latentlab.engine.layers.KeptBatch;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.ParameterView;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.UnaryLayer;
import latentlab.engine.layers.Wanted;

/**
 * See {@link LayerNormalization}. A run is what is normalised together, and is to {@link
 * ChannelBlocks} what a pixel is elsewhere. Keeps its input and the statistics of each run.
 */
final class LayerNormalizationLayer implements UnaryLayer {

  private final int normalised;
  private final int runsInRow;
  private final ChannelBlocks blocks;
  private final ParameterView scaleShift;
  private final Workers workers;
  private final List<LayerNormalizationPart> parts = new ArrayList<>();
  private final BatchMemory<GroupStatistics> statistics;
  private final BatchMemory<Matrix> outputs;
  private final KeptBatch last = new KeptBatch();

  LayerNormalizationLayer(int normalised, LayerContext context) {
    int size = context.input().size();
    this.normalised = normalised;
    runsInRow = size / normalised;
    blocks = ChannelBlocks.of(normalised, Integer.MAX_VALUE);
    scaleShift = context.parameter("scale_shift");
    workers = context.primitives().workers();
    for (int i = 0; i < workers.parts(); i++) {
      parts.add(new LayerNormalizationPart(blocks));
    }
    statistics = new BatchMemory<>(rows -> new GroupStatistics(rows, runsInRow), released -> {});
    outputs = new BatchMemory<>(rows -> Matrix.allocate(rows, size), Matrix::close);
  }

  @Override
  public Matrix forwardOne(Matrix input, Pass pass) {
    Matrix output = outputs.forRows(input.rows());
    GroupStatistics kept = statistics.forRows(input.rows());
    inParts(
        input.rows(), (part, from, to) -> parts.get(part).forward(input, output, kept, from, to));
    if (pass.backward()) {
      last.set(input);
    }
    return output;
  }

  @Override
  public Matrix backwardOne(Matrix error, Wanted wanted) {
    Matrix input = last.get();
    GroupStatistics kept = statistics.forRows(error.rows());
    inParts(
        error.rows(),
        (part, from, to) -> parts.get(part).backward(input, error, kept, from, to, wanted));
    if (wanted.parameters()) {
      writeGradient();
    }
    return error;
  }

  /** Splits the runs of a batch at the borders of blocks. */
  private void inParts(int rows, Workers.Loop loop) {
    parts.forEach(part -> part.load(scaleShift.values()));
    int runs = Math.multiplyExact(rows, runsInRow);
    int inBlock = blocks.length() / normalised;
    workers.run(
        (runs - 1) / inBlock + 1,
        blocks.length(),
        (part, from, to) -> loop.run(part, from * inBlock, Math.min(runs, to * inBlock)));
  }

  private void writeGradient() {
    Matrix gradient = scaleShift.gradient();
    for (int i = 0; i < normalised; i++) {
      double scale = 0;
      double shift = 0;
      for (LayerNormalizationPart part : parts) {
        scale += part.sums().products()[i];
        shift += part.sums().sums()[i];
      }
      gradient.buffer().put(i, (float) scale);
      gradient.buffer().put(normalised + i, (float) shift);
    }
  }

  @Override
  public void close() {
    outputs.clear();
    statistics.clear();
  }
}
