package latentlab.engine.primitives.plain;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.ElementwisePrimitive;
import latentlab.engine.primitives.elementwise.BlockFunction;

/** Functions of single elements, in blocks that stay in the first-level cache. */
public final class PlainElementwise implements ElementwisePrimitive {

  private static final int BLOCK = 1024;

  private final int elements;
  private final Workers workers;
  private final List<Part> parts = new ArrayList<>();

  /**
   * Makes the scratch memory.
   *
   * @param function to be applied
   * @param elements how many
   * @param workers split the elements
   */
  public PlainElementwise(ActivationFunction function, int elements, Workers workers) {
    this.elements = elements;
    this.workers = workers;
    int longest = Math.min(BLOCK, elements);
    for (int i = 0; i < workers.parts(); i++) {
      parts.add(new Part(function, longest));
    }
  }

  @Override
  public void forward(Matrix input, Matrix output) {
    workers.run(
        blocks(),
        BLOCK,
        (part, from, to) ->
            parts.get(part).forward(input, output, from * BLOCK, Math.min(elements, to * BLOCK)));
  }

  @Override
  public void backward(Matrix values, Matrix error) {
    workers.run(
        blocks(),
        BLOCK,
        (part, from, to) ->
            parts.get(part).backward(values, error, from * BLOCK, Math.min(elements, to * BLOCK)));
  }

  private int blocks() {
    return (elements - 1) / BLOCK + 1;
  }

  @Override
  public void close() {}

  /** What one of the workers needs. */
  private static final class Part {

    private final BlockFunction function;
    private final float[] x;
    private final float[] error;

    Part(ActivationFunction function, int longest) {
      this.function = BlockFunction.of(function, longest);
      this.x = new float[longest];
      this.error = new float[longest];
    }

    void forward(Matrix input, Matrix output, int from, int to) {
      for (int i = from; i < to; i += x.length) {
        int length = Math.min(x.length, to - i);
        input.buffer().get(i, x, 0, length);
        function.forward(x, length);
        output.buffer().put(i, x, 0, length);
      }
    }

    void backward(Matrix values, Matrix errors, int from, int to) {
      for (int i = from; i < to; i += x.length) {
        int length = Math.min(x.length, to - i);
        values.buffer().get(i, x, 0, length);
        errors.buffer().get(i, error, 0, length);
        function.backward(x, error, length);
        errors.buffer().put(i, error, 0, length);
      }
    }
  }
}
