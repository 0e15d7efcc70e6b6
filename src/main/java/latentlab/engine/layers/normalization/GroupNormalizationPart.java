package latentlab.engine.layers.normalization;

import java.util.Arrays;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.channels.ChannelBlocks;
import latentlab.engine.kernels.channels.ChannelMoments;
import latentlab.engine.kernels.channels.ErrorSums;
import latentlab.engine.kernels.channels.LaneLoops;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.NormalizationPrimitive;
import latentlab.engine.primitives.elementwise.BlockFunction;

/**
 * Normalises single images over groups, forward and back, with the scratch memory that one thread
 * needs: each image is read twice, the second time from the cache.
 */
final class GroupNormalizationPart {

  private final int size;
  private final int groups;
  private final int width;
  private final double count;
  private final ChannelBlocks blocks;
  private final ChannelMoments moments;
  private final boolean activated;
  private final boolean derivativeFromOutput;
  private final BlockFunction function;
  private final float[] block;
  private final float[] error;
  private final float[] normalised;
  private final float[] scale;
  private final float[] shift;
  private final float[] center;
  private final float[] factor;
  private final float[] shared;
  private final float[] slope;
  private final ErrorSums sums;
  private final double[] gradient;

  GroupNormalizationPart(GroupNormalization configuration, FeatureShape shape) {
    size = shape.size();
    groups = configuration.groups();
    width = shape.channels() / groups;
    count = (double) shape.pixels() * width;
    blocks = ChannelBlocks.of(shape.channels(), size);
    moments = new ChannelMoments(blocks);
    activated = configuration.activation() != ActivationFunction.IDENTITY;
    derivativeFromOutput = configuration.activation().derivativeFromOutput();
    function = BlockFunction.of(configuration.activation(), blocks.length());
    block = blocks.lanes();
    error = blocks.lanes();
    normalised = blocks.lanes();
    scale = new float[blocks.channels()];
    shift = blocks.lanes();
    center = blocks.lanes();
    factor = blocks.lanes();
    shared = blocks.lanes();
    slope = blocks.lanes();
    sums = new ErrorSums(blocks);
    gradient = new double[2 * blocks.channels()];
  }

  /** Takes the parameters of the pass to come; forgets the gradient. */
  void load(Matrix scaleShift) {
    scaleShift.buffer().get(0, scale, 0, scale.length);
    scaleShift.buffer().get(scale.length, shift, 0, scale.length);
    blocks.spread(shift);
    Arrays.fill(gradient, 0);
  }

  void forward(Matrix input, Matrix output, GroupStatistics kept, int row) {
    measure(input, kept, row);
    spreadStatistics(kept, row);
    int to = (row + 1) * size;
    for (int i = row * size; i < to; i += block.length) {
      int length = Math.min(block.length, to - i);
      input.buffer().get(i, block, 0, length);
      LaneLoops.normalise(block, center, factor, shift, normalised, length);
      function.forward(normalised, length);
      output.buffer().put(i, normalised, 0, length);
    }
  }

  private void measure(Matrix input, GroupStatistics kept, int row) {
    moments.clear();
    moments.add(input.buffer(), row * size, (row + 1) * size);
    for (int g = 0; g < groups; g++) {
      double variance = moments.variance(g * width, (g + 1) * width);
      kept.means()[row * groups + g] = (float) moments.mean(g * width, (g + 1) * width);
      kept.inverses()[row * groups + g] =
          (float) (1 / Math.sqrt(variance + NormalizationPrimitive.EPSILON));
    }
  }

  private void spreadStatistics(GroupStatistics kept, int row) {
    for (int g = 0; g < groups; g++) {
      float inverse = kept.inverses()[row * groups + g];
      Arrays.fill(center, g * width, (g + 1) * width, kept.means()[row * groups + g]);
      for (int c = g * width; c < (g + 1) * width; c++) {
        factor[c] = inverse * scale[c];
      }
    }
    blocks.spread(center);
    blocks.spread(factor);
  }

  /**
   * With h = (x - mean) / deviation over the n values of a group and e = dL/d(scale h + shift), the
   * gradients are dscale = sum e h, dshift = sum e, and dx = (scale e - sum(scale e) / n - h
   * sum(scale e h) / n) / deviation.
   */
  void backward(Matrix input, Matrix errors, GroupStatistics kept, int row, Wanted wanted) {
    spreadStatistics(kept, row);
    sumErrors(input, errors, row, wanted.inputs());
    for (int g = 0; g < groups; g++) {
      float inverse = kept.inverses()[row * groups + g];
      addGradient(g * width, (g + 1) * width, inverse);
      prepareProjection(g * width, (g + 1) * width, inverse);
    }
    if (wanted.inputs()) {
      projectErrors(input, errors, row);
    }
  }

  /** Goes back through the nonlinearity; the errors before it may replace those after it. */
  private void sumErrors(Matrix input, Matrix errors, int row, boolean replaced) {
    sums.clear();
    int to = (row + 1) * size;
    for (int i = row * size; i < to; i += block.length) {
      int length = Math.min(block.length, to - i);
      input.buffer().get(i, block, 0, length);
      errors.buffer().get(i, error, 0, length);
      if (activated) {
        goBackThroughFunction(length);
        if (replaced) {
          errors.buffer().put(i, error, 0, length);
        }
      }
      sums.add(error, block, center, length);
    }
  }

  private void goBackThroughFunction(int length) {
    LaneLoops.normalise(block, center, factor, shift, normalised, length);
    if (derivativeFromOutput) {
      function.forward(normalised, length);
    }
    function.backward(normalised, error, length);
  }

  private void addGradient(int from, int to, float inverse) {
    for (int c = from; c < to; c++) {
      gradient[c] += inverse * sums.products()[c];
      gradient[scale.length + c] += sums.sums()[c];
    }
  }

  private void prepareProjection(int from, int to, float inverse) {
    double sum = 0;
    double product = 0;
    for (int c = from; c < to; c++) {
      sum += scale[c] * sums.sums()[c];
      product += inverse * scale[c] * sums.products()[c];
    }
    Arrays.fill(shared, from, to, (float) (inverse * sum / count));
    Arrays.fill(slope, from, to, (float) (inverse * inverse * product / count));
  }

  private void projectErrors(Matrix input, Matrix errors, int row) {
    blocks.spread(shared);
    blocks.spread(slope);
    int to = (row + 1) * size;
    for (int i = row * size; i < to; i += block.length) {
      int length = Math.min(block.length, to - i);
      input.buffer().get(i, block, 0, length);
      errors.buffer().get(i, error, 0, length);
      LaneLoops.projectErrors(error, block, center, factor, shared, slope, length);
      errors.buffer().put(i, error, 0, length);
    }
  }

  /** The gradient of one of the parameters since they were loaded, scales before shifts. */
  double gradient(int parameter) {
    return gradient[parameter];
  }
}
