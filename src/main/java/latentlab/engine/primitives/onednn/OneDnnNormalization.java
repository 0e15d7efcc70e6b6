package latentlab.engine.primitives.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.dnnl_backward;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_global_stats;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_scaleshift;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.NormalizationPrimitive;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.memory;

/** oneDNN's batch normalisation. */
final class OneDnnNormalization implements NormalizationPrimitive {

  private final OneDnnContext context;
  private final memory source;
  private final memory target;
  private final memory scaleAndShift;
  private final memory scaleAndShiftGradient;
  private final memory meanValues;
  private final memory variances;
  private final memory errors;
  private final PrimitiveCall training;
  private final PrimitiveCall inference;
  private final PrimitiveCall backward;

  OneDnnNormalization(OneDnnContext parent, FeatureShape shape, int images) {
    context = parent.child();
    memory.desc values = context.images(shape, images);
    memory.desc channels = context.vector(shape.channels());
    memory.desc pair = context.described(memory.format_tag.ab, 2, shape.channels());
    source = context.unbound(values);
    target = context.unbound(values);
    errors = context.unbound(values);
    scaleAndShift = context.unbound(pair);
    scaleAndShiftGradient = context.unbound(pair);
    meanValues = context.unbound(channels);
    variances = context.unbound(channels);
    batch_normalization_forward.primitive_desc trainingKind =
        forwardKind(values, dnnl_forward_training, dnnl_use_scaleshift);
    training = forwardCall(trainingKind);
    inference =
        forwardCall(
            forwardKind(
                values, dnnl_forward_inference, dnnl_use_scaleshift | dnnl_use_global_stats));
    backward = backwardCall(values, trainingKind);
  }

  private batch_normalization_forward.primitive_desc forwardKind(
      memory.desc values, int purpose, int flags) {
    return context.keep(
        new batch_normalization_forward.primitive_desc(
            context.keep(new batch_normalization_forward.desc(purpose, values, EPSILON, flags)),
            context.attributes(),
            context.engine()));
  }

  private PrimitiveCall forwardCall(batch_normalization_forward.primitive_desc kind) {
    return new PrimitiveCall(context, kind, new batch_normalization_forward(kind))
        .with(DNNL_ARG_SRC, source)
        .with(DNNL_ARG_SCALE_SHIFT, scaleAndShift)
        .with(DNNL_ARG_MEAN, meanValues)
        .with(DNNL_ARG_VARIANCE, variances)
        .with(DNNL_ARG_DST, target);
  }

  private PrimitiveCall backwardCall(
      memory.desc values, batch_normalization_forward.primitive_desc trainingKind) {
    batch_normalization_backward.primitive_desc kind =
        context.keep(
            new batch_normalization_backward.primitive_desc(
                context.keep(
                    new batch_normalization_backward.desc(
                        dnnl_backward, values, values, EPSILON, dnnl_use_scaleshift)),
                context.attributes(),
                context.engine(),
                trainingKind));
    return new PrimitiveCall(context, kind, new batch_normalization_backward(kind))
        .with(DNNL_ARG_SRC, source)
        .with(DNNL_ARG_SCALE_SHIFT, scaleAndShift)
        .with(DNNL_ARG_MEAN, meanValues)
        .with(DNNL_ARG_VARIANCE, variances)
        .with(DNNL_ARG_DIFF_DST, errors)
        .with(DNNL_ARG_DIFF_SRC, errors)
        .with(DNNL_ARG_DIFF_SCALE_SHIFT, scaleAndShiftGradient);
  }

  @Override
  public void forwardTraining(
      Matrix input, Matrix scaleShift, Matrix mean, Matrix variance, Matrix output) {
    bind(input, scaleShift, mean, variance);
    PrimitiveCall.bind(target, output);
    training.run();
  }

  @Override
  public void forwardInference(
      Matrix input, Matrix scaleShift, Matrix mean, Matrix variance, Matrix output) {
    bind(input, scaleShift, mean, variance);
    PrimitiveCall.bind(target, output);
    inference.run();
  }

  @Override
  public void backward(
      Matrix input,
      Matrix scaleShift,
      Matrix mean,
      Matrix variance,
      Matrix error,
      Matrix scaleShiftGradient) {
    bind(input, scaleShift, mean, variance);
    PrimitiveCall.bind(errors, error);
    PrimitiveCall.bind(scaleAndShiftGradient, scaleShiftGradient);
    backward.run();
  }

  private void bind(Matrix input, Matrix scaleShift, Matrix mean, Matrix variance) {
    PrimitiveCall.bind(source, input);
    PrimitiveCall.bind(scaleAndShift, scaleShift);
    PrimitiveCall.bind(meanValues, mean);
    PrimitiveCall.bind(variances, variance);
  }

  @Override
  public void close() {
    context.close();
  }
}
