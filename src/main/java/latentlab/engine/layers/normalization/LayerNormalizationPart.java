package latentlab.engine.layers.normalization;

import java.util.Arrays;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.channels.ChannelBlocks;
import latentlab.engine.kernels.channels.ErrorSums;
import latentlab.engine.kernels.channels.LaneLoops;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.NormalizationPrimitive;

/** Normalises runs of values, a block of them at a time, with the memory that one thread needs. */
final class LayerNormalizationPart {

  private final int normalised;
  private final int runsInBlock;
  private final ErrorSums sums;
  private final ChannelBlocks blocks;
  private final float[] block;
  private final float[] error;
  private final float[] scale;
  private final float[] shift;
  private final float[] center;
  private final float[] factor;
  private final float[] shared;
  private final float[] slope;
  private final float[] zeros;

  LayerNormalizationPart(ChannelBlocks blocks) {
    this.blocks = blocks;
    normalised = blocks.channels();
    runsInBlock = blocks.length() / normalised;
    sums = new ErrorSums(blocks);
    block = blocks.lanes();
    error = blocks.lanes();
    scale = blocks.lanes();
    shift = blocks.lanes();
    center = blocks.lanes();
    factor = blocks.lanes();
    shared = blocks.lanes();
    slope = blocks.lanes();
    zeros = blocks.lanes();
  }

  /** Takes the parameters of the pass to come; forgets the gradient. */
  void load(Matrix scaleShift) {
    scaleShift.buffer().get(0, scale, 0, normalised);
    scaleShift.buffer().get(normalised, shift, 0, normalised);
    blocks.spread(scale);
    blocks.spread(shift);
    sums.clear();
  }

  /** The gradients since the parameters were loaded: products of the scales, sums of the shifts. */
  ErrorSums sums() {
    return sums;
  }

  void forward(Matrix input, Matrix output, GroupStatistics kept, int from, int to) {
    for (int run = from; run < to; run += runsInBlock) {
      int runs = Math.min(runsInBlock, to - run);
      int length = runs * normalised;
      input.buffer().get(run * normalised, block, 0, length);
      for (int r = 0; r < runs; r++) {
        measure(kept, run + r, r * normalised);
      }
      fill(kept, run, runs);
      LaneLoops.multiply(factor, scale, length);
      LaneLoops.normalise(block, center, factor, shift, block, length);
      output.buffer().put(run * normalised, block, 0, length);
    }
  }

  private void measure(GroupStatistics kept, int run, int at) {
    float mean = (float) (RunSums.sum(block, at, at + normalised) / normalised);
    double variance = RunSums.squares(block, mean, at, at + normalised) / normalised;
    kept.means()[run] = mean;
    kept.inverses()[run] = (float) (1 / Math.sqrt(variance + NormalizationPrimitive.EPSILON));
  }

  private void fill(GroupStatistics kept, int run, int runs) {
    for (int r = 0; r < runs; r++) {
      int at = r * normalised;
      Arrays.fill(center, at, at + normalised, kept.means()[run + r]);
      Arrays.fill(factor, at, at + normalised, kept.inverses()[run + r]);
    }
  }

  /**
   * With h = (x - mean) / deviation over the n values of a run and e = dL/d(scale h + shift), the
   * gradients are dscale = sum e h and dshift = sum e over the runs, and dx = (scale e - sum(scale
   * e) / n - h sum(scale e h) / n) / deviation.
   */
  void backward(
      Matrix input, Matrix errors, GroupStatistics kept, int from, int to, Wanted wanted) {
    for (int run = from; run < to; run += runsInBlock) {
      int runs = Math.min(runsInBlock, to - run);
      int length = runs * normalised;
      input.buffer().get(run * normalised, block, 0, length);
      errors.buffer().get(run * normalised, error, 0, length);
      fill(kept, run, runs);
      LaneLoops.normalise(block, center, factor, zeros, block, length);
      if (wanted.parameters()) {
        sums.add(error, block, zeros, length);
      }
      if (wanted.inputs()) {
        LaneLoops.multiply(error, scale, length);
        for (int r = 0; r < runs; r++) {
          prepareProjection(kept.inverses()[run + r], r * normalised);
        }
        LaneLoops.projectErrors(error, block, zeros, factor, shared, slope, length);
        errors.buffer().put(run * normalised, error, 0, length);
      }
    }
  }

  private void prepareProjection(float inverse, int at) {
    int end = at + normalised;
    double sum = RunSums.sum(error, at, end);
    double product = RunSums.products(error, block, at, end);
    Arrays.fill(shared, at, end, (float) (inverse * sum / normalised));
    Arrays.fill(slope, at, end, (float) (inverse * product / normalised));
  }
}
