package latentlab.engine.primitives.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_auto;
import static org.bytedeco.dnnl.global.dnnl.dnnl_deconvolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.deconvolution_backward_data;
import org.bytedeco.dnnl.deconvolution_backward_weights;
import org.bytedeco.dnnl.deconvolution_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_desc;

/**
 * The three operations of a convolution.
 *
 * @param forward from inputs to outputs; reads weights
 * @param backwardData from errors of outputs to those of inputs; reads weights
 * @param backwardWeights from inputs and errors to gradients; writes weights
 */
record ConvolutionPasses(Pass forward, Pass backwardData, Pass backwardWeights) {

  /**
   * One operation.
   *
   * @param kind what it was made from
   * @param operation itself
   * @param weights the layout of weights that it chose
   */
  record Pass(primitive_desc kind, primitive operation, memory.desc weights) {}

  /** A convolution. */
  static ConvolutionPasses ofConvolution(OneDnnContext context, ConvolutionArguments with) {
    convolution_forward.desc forward =
        context.keep(
            new convolution_forward.desc(
                dnnl_forward_training,
                dnnl_convolution_auto,
                with.from(),
                with.anyWeights(),
                with.bias(),
                with.to(),
                with.strides(),
                with.before(),
                with.after()));
    convolution_forward.primitive_desc forwardKind =
        context.keep(
            new convolution_forward.primitive_desc(
                forward, context.attributes(), context.engine()));
    convolution_backward_data.desc data =
        context.keep(
            new convolution_backward_data.desc(
                dnnl_convolution_auto,
                with.from(),
                with.anyWeights(),
                with.to(),
                with.strides(),
                with.before(),
                with.after()));
    convolution_backward_data.primitive_desc dataKind =
        context.keep(
            new convolution_backward_data.primitive_desc(
                data, context.attributes(), context.engine(), forwardKind));
    convolution_backward_weights.desc weights =
        context.keep(
            new convolution_backward_weights.desc(
                dnnl_convolution_auto,
                with.from(),
                with.anyWeights(),
                with.bias(),
                with.to(),
                with.strides(),
                with.before(),
                with.after()));
    convolution_backward_weights.primitive_desc weightsKind =
        context.keep(
            new convolution_backward_weights.primitive_desc(
                weights, context.engine(), forwardKind));
    return new ConvolutionPasses(
        new Pass(forwardKind, new convolution_forward(forwardKind), forwardKind.weights_desc()),
        new Pass(dataKind, new convolution_backward_data(dataKind), dataKind.weights_desc()),
        new Pass(
            weightsKind,
            new convolution_backward_weights(weightsKind),
            weightsKind.diff_weights_desc()));
  }

  /** A transposed convolution, which oneDNN calls deconvolution. */
  static ConvolutionPasses ofTransposed(OneDnnContext context, ConvolutionArguments with) {
    deconvolution_forward.desc forward =
        context.keep(
            new deconvolution_forward.desc(
                dnnl_forward_training,
                dnnl_deconvolution_direct,
                with.from(),
                with.anyWeights(),
                with.bias(),
                with.to(),
                with.strides(),
                with.before(),
                with.after()));
    deconvolution_forward.primitive_desc forwardKind =
        context.keep(
            new deconvolution_forward.primitive_desc(
                forward, context.attributes(), context.engine()));
    deconvolution_backward_data.desc data =
        context.keep(
            new deconvolution_backward_data.desc(
                dnnl_deconvolution_direct,
                with.from(),
                with.anyWeights(),
                with.to(),
                with.strides(),
                with.before(),
                with.after()));
    deconvolution_backward_data.primitive_desc dataKind =
        context.keep(
            new deconvolution_backward_data.primitive_desc(
                data, context.attributes(), context.engine(), forwardKind));
    deconvolution_backward_weights.desc weights =
        context.keep(
            new deconvolution_backward_weights.desc(
                dnnl_deconvolution_direct,
                with.from(),
                with.anyWeights(),
                with.bias(),
                with.to(),
                with.strides(),
                with.before(),
                with.after()));
    deconvolution_backward_weights.primitive_desc weightsKind =
        context.keep(
            new deconvolution_backward_weights.primitive_desc(
                weights, context.engine(), forwardKind));
    return new ConvolutionPasses(
        new Pass(forwardKind, new deconvolution_forward(forwardKind), forwardKind.weights_desc()),
        new Pass(dataKind, new deconvolution_backward_data(dataKind), dataKind.weights_desc()),
        new Pass(
            weightsKind,
            new deconvolution_backward_weights(weightsKind),
            weightsKind.diff_weights_desc()));
  }
}
