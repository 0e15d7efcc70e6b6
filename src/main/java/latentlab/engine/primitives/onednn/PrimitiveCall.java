package latentlab.engine.primitives.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;

import latentlab.engine.kernels.Matrix;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_desc_base;

/** A primitive with its arguments, some of which get their address before each run. */
final class PrimitiveCall {

  private final OneDnnContext context;
  private final primitive operation;
  private final IntMemoryMap arguments;

  /**
   * Gives the primitive scratch memory of its own: that of the library belongs to the thread that
   * made the primitive, and a network may change hands.
   */
  PrimitiveCall(OneDnnContext context, primitive_desc_base kind, primitive operation) {
    this.context = context;
    this.operation = context.keep(operation);
    this.arguments = context.keep(new IntMemoryMap());
    memory.desc scratch = context.keep(kind.scratchpad_desc());
    with(DNNL_ARG_SCRATCHPAD, context.allocated(scratch));
  }

  PrimitiveCall with(int argument, memory values) {
    arguments.put(argument, values);
    return this;
  }

  /** Adds an argument in memory that others own. */
  memory unbound(int argument, memory.desc description) {
    memory values = context.unbound(description);
    arguments.put(argument, values);
    return values;
  }

  void run() {
    operation.execute(context.stream(), arguments);
  }

  static void bind(memory argument, Matrix values) {
    argument.set_data_handle(values.pointer());
  }
}
