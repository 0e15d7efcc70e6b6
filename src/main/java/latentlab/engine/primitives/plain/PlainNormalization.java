package latentlab.engine.primitives.plain;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.kernels.channels.ChannelBlocks;
import latentlab.engine.kernels.channels.ChannelMoments;
import latentlab.engine.kernels.channels.ErrorSums;
import latentlab.engine.kernels.channels.LaneLoops;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.NormalizationPrimitive;

/** Batch normalisation by loops in Java over the pixels of all images. */
final class PlainNormalization implements NormalizationPrimitive {

  private final int channels;
  private final int values;
  private final Workers workers;
  private final ChannelBlocks blocks;
  private final List<Part> parts = new ArrayList<>();
  private final float[] center;
  private final float[] factor;
  private final float[] shift;
  private final float[] shared;
  private final float[] slope;

  PlainNormalization(FeatureShape shape, int images, Workers workers) {
    this.channels = shape.channels();
    this.values = Math.multiplyExact(shape.size(), images);
    this.workers = workers;
    blocks = ChannelBlocks.of(channels, values);
    for (int i = 0; i < workers.parts(); i++) {
      parts.add(new Part(blocks));
    }
    center = blocks.lanes();
    factor = blocks.lanes();
    shift = blocks.lanes();
    shared = blocks.lanes();
    slope = blocks.lanes();
  }

  /** Splits the pixels; each part gets a range of values. */
  private void inParts(Workers.Loop loop) {
    int length = blocks.length();
    workers.run(
        (values - 1) / length + 1,
        length,
        (part, from, to) -> loop.run(part, from * length, Math.min(values, to * length)));
  }

  @Override
  public void forwardTraining(
      Matrix input, Matrix scaleShift, Matrix mean, Matrix variance, Matrix output) {
    parts.forEach(part -> part.moments.clear());
    inParts((part, from, to) -> parts.get(part).moments.add(input.buffer(), from, to));
    ChannelMoments all = parts.get(0).moments;
    parts.subList(1, parts.size()).forEach(part -> all.add(part.moments));
    for (int c = 0; c < channels; c++) {
      mean.buffer().put(c, (float) all.mean(c, c + 1));
      variance.buffer().put(c, (float) all.variance(c, c + 1));
    }
    forwardInference(input, scaleShift, mean, variance, output);
  }

  @Override
  public void forwardInference(
      Matrix input, Matrix scaleShift, Matrix mean, Matrix variance, Matrix output) {
    loadStatistics(scaleShift, mean, variance);
    scaleShift.buffer().get(channels, shift, 0, channels);
    blocks.spread(shift);
    inParts((part, from, to) -> normalise(parts.get(part), input, output, from, to));
  }

  private void loadStatistics(Matrix scaleShift, Matrix mean, Matrix variance) {
    mean.buffer().get(0, center, 0, channels);
    for (int c = 0; c < channels; c++) {
      factor[c] = (float) (scaleShift.buffer().get(c) * inverseDeviation(variance, c));
    }
    blocks.spread(center);
    blocks.spread(factor);
  }

  private static double inverseDeviation(Matrix variance, int channel) {
    return 1 / Math.sqrt((double) variance.buffer().get(channel) + EPSILON);
  }

  private void normalise(Part part, Matrix input, Matrix output, int from, int to) {
    float[] x = part.block;
    for (int i = from; i < to; i += x.length) {
      int length = Math.min(x.length, to - i);
      input.buffer().get(i, x, 0, length);
      LaneLoops.normalise(x, center, factor, shift, x, length);
      output.buffer().put(i, x, 0, length);
    }
  }

  /**
   * With h = (x - mean) / deviation over n values, the gradients are dscale = sum e h, dshift = sum
   * e, and dx = scale / deviation (e - dshift / n - h dscale / n).
   */
  @Override
  public void backward(
      Matrix input,
      Matrix scaleShift,
      Matrix mean,
      Matrix variance,
      Matrix error,
      Matrix scaleShiftGradient) {
    loadStatistics(scaleShift, mean, variance);
    parts.forEach(part -> part.sums.clear());
    inParts((part, from, to) -> sumErrors(parts.get(part), input, error, from, to));
    prepareProjection(variance, scaleShiftGradient);
    inParts((part, from, to) -> projectErrors(parts.get(part), input, error, from, to));
  }

  private void sumErrors(Part part, Matrix input, Matrix errors, int from, int to) {
    for (int i = from; i < to; i += part.block.length) {
      int length = Math.min(part.block.length, to - i);
      input.buffer().get(i, part.block, 0, length);
      errors.buffer().get(i, part.error, 0, length);
      part.sums.add(part.error, part.block, center, length);
    }
  }

  private void prepareProjection(Matrix variance, Matrix scaleShiftGradient) {
    double count = (double) values / channels;
    for (int c = 0; c < channels; c++) {
      double inverse = inverseDeviation(variance, c);
      double scaleGradient = 0;
      double shiftGradient = 0;
      for (Part part : parts) {
        scaleGradient += inverse * part.sums.products()[c];
        shiftGradient += part.sums.sums()[c];
      }
      scaleShiftGradient.buffer().put(c, (float) scaleGradient);
      scaleShiftGradient.buffer().put(channels + c, (float) shiftGradient);
      shared[c] = (float) (factor[c] * shiftGradient / count);
      slope[c] = (float) (factor[c] * inverse * scaleGradient / count);
    }
    blocks.spread(shared);
    blocks.spread(slope);
  }

  private void projectErrors(Part part, Matrix input, Matrix errors, int from, int to) {
    for (int i = from; i < to; i += part.block.length) {
      int length = Math.min(part.block.length, to - i);
      input.buffer().get(i, part.block, 0, length);
      errors.buffer().get(i, part.error, 0, length);
      LaneLoops.projectErrors(part.error, part.block, center, factor, shared, slope, length);
      errors.buffer().put(i, part.error, 0, length);
    }
  }

  @Override
  public void close() {}

  /** What one of the workers needs. */
  private static final class Part {

    private final ChannelMoments moments;
    private final ErrorSums sums;
    private final float[] block;
    private final float[] error;

    Part(ChannelBlocks blocks) {
      moments = new ChannelMoments(blocks);
      sums = new ErrorSums(blocks);
      block = blocks.lanes();
      error = blocks.lanes();
    }
  }
}
