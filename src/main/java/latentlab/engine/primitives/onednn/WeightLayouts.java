package latentlab.engine.primitives.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;

import latentlab.engine.kernels.Matrix;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;

/** A copy of weights in the layout that a primitive chose. */
final class WeightLayouts {

  private final memory plain;
  private final memory chosen;
  private final PrimitiveCall copy;

  private WeightLayouts(
      OneDnnContext context, memory.desc plain, memory.desc chosen, boolean toChosen) {
    this.plain = context.unbound(plain);
    this.chosen = context.allocated(context.keep(chosen));
    memory from = toChosen ? this.plain : this.chosen;
    memory to = toChosen ? this.chosen : this.plain;
    reorder.primitive_desc kind =
        context.keep(new reorder.primitive_desc(from, to, context.attributes(), false));
    this.copy =
        new PrimitiveCall(context, kind, new reorder(kind))
            .with(DNNL_ARG_FROM, from)
            .with(DNNL_ARG_TO, to);
  }

  /** For weights that a primitive reads. */
  static WeightLayouts read(OneDnnContext context, memory.desc plain, memory.desc chosen) {
    return new WeightLayouts(context, plain, chosen, true);
  }

  /** For gradients that a primitive writes. */
  static WeightLayouts written(OneDnnContext context, memory.desc plain, memory.desc chosen) {
    return new WeightLayouts(context, plain, chosen, false);
  }

  /** The argument of the primitive. */
  memory chosen() {
    return chosen;
  }

  /** Copies from plain to chosen layout or, for gradients, back. */
  void reorder(Matrix values) {
    PrimitiveCall.bind(plain, values);
    copy.run();
  }
}
