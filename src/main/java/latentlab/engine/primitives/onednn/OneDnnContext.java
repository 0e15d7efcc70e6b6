package latentlab.engine.primitives.onednn;

import java.util.ArrayDeque;
import java.util.Deque;
import latentlab.engine.primitives.FeatureShape;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Pointer;

/**
 * Where primitives run, and the native objects that belong together: closing a context frees what
 * was made in it. A child shares engine and stream.
 */
final class OneDnnContext implements AutoCloseable {

  private final engine processor;
  private final stream queue;
  private final primitive_attr attributes;
  private final Deque<Pointer> owned = new ArrayDeque<>();

  private OneDnnContext(engine processor, stream queue, primitive_attr attributes) {
    this.processor = processor;
    this.queue = queue;
    this.attributes = attributes;
  }

  /** Loads the library; a LinkageError says that it does not run here. */
  static OneDnnContext open() {
    engine cpu = new engine(dnnl.dnnl_cpu, 0);
    primitive_attr attributes = new primitive_attr();
    attributes.set_scratchpad_mode(dnnl.dnnl_scratchpad_mode_user);
    OneDnnContext context = new OneDnnContext(cpu, new stream(cpu), attributes);
    context.keep(context.processor);
    context.keep(context.queue);
    context.keep(attributes);
    return context;
  }

  OneDnnContext child() {
    return new OneDnnContext(processor, queue, attributes);
  }

  engine engine() {
    return processor;
  }

  /** Say that primitives get scratch memory as an argument. */
  primitive_attr attributes() {
    return attributes;
  }

  stream stream() {
    return queue;
  }

  /** Frees the object together with this context. */
  <P extends Pointer> P keep(P pointer) {
    owned.push(pointer);
    return pointer;
  }

  /** A batch of images; axes are always named n, c, h, w. */
  memory.desc images(FeatureShape shape, int images) {
    long[] sizes = {images, shape.channels(), shape.height(), shape.width()};
    return keep(new memory.desc(sizes, memory.data_type.f32, memory.format_tag.nhwc));
  }

  memory.desc vector(long length) {
    return keep(new memory.desc(new long[] {length}, memory.data_type.f32, memory.format_tag.a));
  }

  memory.desc described(memory.format_tag layout, long... sizes) {
    return keep(new memory.desc(sizes, memory.data_type.f32, layout));
  }

  /** A memory object whose address is set before each call. */
  memory unbound(memory.desc description) {
    return keep(new memory(description, processor, new Pointer()));
  }

  /** A memory object with memory of its own. */
  memory allocated(memory.desc description) {
    return keep(new memory(description, processor));
  }

  @Override
  public void close() {
    owned.forEach(Pointer::close);
    owned.clear();
  }
}
