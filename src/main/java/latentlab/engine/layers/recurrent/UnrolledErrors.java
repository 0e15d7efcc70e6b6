package latentlab.engine.layers.recurrent;

import java.util.Optional;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixSum;
import latentlab.engine.kernels.Workers;
import latentlab.engine.primitives.FeatureShape;

/** The memory of a backward pass through time for one batch size. */
final class UnrolledErrors {

  private final ProductErrors products;
  private final Optional<Steps> outputs;
  private final Matrix even;
  private final Matrix odd;
  private final Steps inputs;
  private final Matrix input;

  UnrolledErrors(FeatureShape shape, int rows, StateOutput form, Cell cell) {
    int steps = shape.height();
    int units = cell.states().all().columns();
    products = cell.makeErrors();
    outputs =
        form == StateOutput.EVERY_STEP
            ? Optional.of(new Steps(steps, rows, units))
            : Optional.empty();
    even = Matrix.allocate(rows, units);
    odd = Matrix.allocate(rows, units);
    inputs = new Steps(steps, rows, Gates.features(shape));
    input = Matrix.allocate(rows, shape.size());
  }

  ProductErrors products() {
    return products;
  }

  /** dL/dh after a step; neighbouring steps have different memory. */
  Matrix state(int step) {
    return step % 2 == 0 ? even : odd;
  }

  /** Takes dL/d(output), and fills in dL/dh after the last step. */
  void start(Matrix error, int lastStep, Workers workers) {
    outputs.ifPresent(steps -> steps.copyFrom(error, workers));
    state(lastStep).copyFrom(outputs.map(steps -> steps.at(lastStep)).orElse(error));
  }

  /** Adds to dL/dh what comes from the layer's output at this step, if anything does. */
  void addOutputError(int step, MatrixSum sum) {
    outputs.ifPresent(steps -> sum.add(state(step), steps.at(step)));
  }

  /** dL/dx, step-major. */
  Steps inputs() {
    return inputs;
  }

  /** dL/d(input), [rows, size of the input]. */
  Matrix input() {
    return input;
  }

  void close() {
    products.close();
    outputs.ifPresent(Steps::close);
    even.close();
    odd.close();
    inputs.close();
    input.close();
  }
}
