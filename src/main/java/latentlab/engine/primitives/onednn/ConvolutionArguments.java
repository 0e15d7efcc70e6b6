package latentlab.engine.primitives.onednn;

import latentlab.engine.primitives.ConvolutionShape;
import latentlab.engine.primitives.FeatureShape;
import org.bytedeco.dnnl.memory;

/**
 * What describes a convolution to oneDNN.
 *
 * @param from a batch of inputs
 * @param to a batch of outputs
 * @param anyWeights weights in the layout that the library prefers
 * @param plainWeights weights as the network stores them
 * @param bias a value for each channel of the output
 * @param strides vertical and horizontal
 * @param before zeros above and left
 * @param after zeros below and right
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
record ConvolutionArguments(
    memory.desc from,
    memory.desc to,
    memory.desc anyWeights,
    memory.desc plainWeights,
    memory.desc bias,
    long[] strides,
    long[] before,
    long[] after) {

  static ConvolutionArguments of(OneDnnContext context, ConvolutionShape shape, int images) {
    return of(context, shape, images, shape.input(), shape.output(), memory.format_tag.oihw);
  }

  /** The weights of the mirrored convolution, [its outputs, its inputs], are [inputs, outputs]. */
  static ConvolutionArguments ofTransposed(
      OneDnnContext context, ConvolutionShape mirror, int images) {
    return of(context, mirror, images, mirror.output(), mirror.input(), memory.format_tag.iohw);
  }

  private static ConvolutionArguments of(
      OneDnnContext context,
      ConvolutionShape shape,
      int images,
      FeatureShape from,
      FeatureShape to,
      memory.format_tag plain) {
    long[] sizes = {to.channels(), from.channels(), shape.kernel(), shape.kernel()};
    return new ConvolutionArguments(
        context.images(from, images),
        context.images(to, images),
        context.described(memory.format_tag.any, sizes),
        context.described(plain, sizes),
        context.vector(to.channels()),
        new long[] {shape.stride(), shape.stride()},
        new long[] {shape.top(), shape.left()},
        new long[] {shape.bottom(), shape.right()});
  }
}
