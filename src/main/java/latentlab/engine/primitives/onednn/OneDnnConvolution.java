package latentlab.engine.primitives.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.primitives.ConvolutionPrimitive;
import latentlab.engine.primitives.ConvolutionShape;
import org.bytedeco.dnnl.memory;

/** A convolution or transposed convolution by oneDNN. */
final class OneDnnConvolution implements ConvolutionPrimitive {

  private final OneDnnContext context;
  private final PrimitiveCall forward;
  private final memory source;
  private final memory bias;
  private final memory target;
  private final WeightLayouts forwardWeights;
  private final PrimitiveCall backwardData;
  private final memory dataError;
  private final memory sourceError;
  private final WeightLayouts backwardDataWeights;
  private final PrimitiveCall backwardWeights;
  private final memory gradientSource;
  private final memory gradientError;
  private final memory biasGradient;
  private final WeightLayouts weightGradient;

  private OneDnnConvolution(
      OneDnnContext context, ConvolutionArguments arguments, ConvolutionPasses passes) {
    this.context = context;
    memory.desc plain = arguments.plainWeights();
    forwardWeights = WeightLayouts.read(context, plain, passes.forward().weights());
    forward =
        new PrimitiveCall(context, passes.forward().kind(), passes.forward().operation())
            .with(DNNL_ARG_WEIGHTS, forwardWeights.chosen());
    source = forward.unbound(DNNL_ARG_SRC, arguments.from());
    bias = forward.unbound(DNNL_ARG_BIAS, arguments.bias());
    target = forward.unbound(DNNL_ARG_DST, arguments.to());

    backwardDataWeights = WeightLayouts.read(context, plain, passes.backwardData().weights());
    backwardData =
        new PrimitiveCall(context, passes.backwardData().kind(), passes.backwardData().operation())
            .with(DNNL_ARG_WEIGHTS, backwardDataWeights.chosen());
    dataError = backwardData.unbound(DNNL_ARG_DIFF_DST, arguments.to());
    sourceError = backwardData.unbound(DNNL_ARG_DIFF_SRC, arguments.from());

    weightGradient = WeightLayouts.written(context, plain, passes.backwardWeights().weights());
    backwardWeights =
        new PrimitiveCall(
                context, passes.backwardWeights().kind(), passes.backwardWeights().operation())
            .with(DNNL_ARG_DIFF_WEIGHTS, weightGradient.chosen());
    gradientSource = backwardWeights.unbound(DNNL_ARG_SRC, arguments.from());
    gradientError = backwardWeights.unbound(DNNL_ARG_DIFF_DST, arguments.to());
    biasGradient = backwardWeights.unbound(DNNL_ARG_DIFF_BIAS, arguments.bias());
  }

  static OneDnnConvolution of(OneDnnContext parent, ConvolutionShape shape, int images) {
    OneDnnContext context = parent.child();
    ConvolutionArguments arguments = ConvolutionArguments.of(context, shape, images);
    return new OneDnnConvolution(
        context, arguments, ConvolutionPasses.ofConvolution(context, arguments));
  }

  static OneDnnConvolution ofTransposed(OneDnnContext parent, ConvolutionShape mirror, int images) {
    OneDnnContext context = parent.child();
    ConvolutionArguments arguments = ConvolutionArguments.ofTransposed(context, mirror, images);
    return new OneDnnConvolution(
        context, arguments, ConvolutionPasses.ofTransposed(context, arguments));
  }

  @Override
  public void forward(Matrix input, Matrix weights, Matrix biases, Matrix output) {
    forwardWeights.reorder(weights);
    PrimitiveCall.bind(source, input);
    PrimitiveCall.bind(bias, biases);
    PrimitiveCall.bind(target, output);
    forward.run();
  }

  @Override
  public void backwardData(Matrix error, Matrix weights, Matrix inputError) {
    backwardDataWeights.reorder(weights);
    PrimitiveCall.bind(dataError, error);
    PrimitiveCall.bind(sourceError, inputError);
    backwardData.run();
  }

  @Override
  public void backwardWeights(Matrix input, Matrix error, Matrix weights, Matrix biases) {
    PrimitiveCall.bind(gradientSource, input);
    PrimitiveCall.bind(gradientError, error);
    PrimitiveCall.bind(biasGradient, biases);
    backwardWeights.run();
    weightGradient.reorder(weights);
  }

  @Override
  public void close() {
    context.close();
  }
}
