package latentlab.engine.primitives.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.primitives.ElementwisePrimitive;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.memory;

/** oneDNN's functions of single elements. */
final class OneDnnElementwise implements ElementwisePrimitive {

  private final OneDnnContext context;
  private final memory source;
  private final memory target;
  private final memory values;
  private final memory errors;
  private final PrimitiveCall forward;
  private final PrimitiveCall backward;

  OneDnnElementwise(OneDnnContext parent, EltwiseAlgorithm function, int elements) {
    context = parent.child();
    memory.desc vector = context.vector(elements);
    source = context.unbound(vector);
    target = context.unbound(vector);
    values = context.unbound(vector);
    errors = context.unbound(vector);
    eltwise_forward.primitive_desc forwardKind =
        context.keep(
            new eltwise_forward.primitive_desc(
                context.keep(
                    new eltwise_forward.desc(
                        dnnl_forward_training, function.code(), vector, function.alpha(), 0f)),
                context.attributes(),
                context.engine()));
    forward =
        new PrimitiveCall(context, forwardKind, new eltwise_forward(forwardKind))
            .with(DNNL_ARG_SRC, source)
            .with(DNNL_ARG_DST, target);
    eltwise_backward.primitive_desc backwardKind =
        context.keep(
            new eltwise_backward.primitive_desc(
                context.keep(
                    new eltwise_backward.desc(
                        function.code(), vector, vector, function.alpha(), 0f)),
                context.attributes(),
                context.engine(),
                forwardKind));
    backward =
        new PrimitiveCall(context, backwardKind, new eltwise_backward(backwardKind))
            .with(function.fromOutput() ? DNNL_ARG_DST : DNNL_ARG_SRC, values)
            .with(DNNL_ARG_DIFF_DST, errors)
            .with(DNNL_ARG_DIFF_SRC, errors);
  }

  @Override
  public void forward(Matrix input, Matrix output) {
    PrimitiveCall.bind(source, input);
    PrimitiveCall.bind(target, output);
    forward.run();
  }

  @Override
  public void backward(Matrix kept, Matrix error) {
    PrimitiveCall.bind(values, kept);
    PrimitiveCall.bind(errors, error);
    backward.run();
  }

  @Override
  public void close() {
    context.close();
  }
}
