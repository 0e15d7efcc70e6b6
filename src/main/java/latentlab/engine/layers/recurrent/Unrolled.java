package latentlab.engine.layers.recurrent;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.primitives.FeatureShape;
import org.jspecify.annotations.Nullable;

/** The memory of a recurrent layer for one batch size; what only training needs is made late. */
final class Unrolled {

  private final FeatureShape shape;
  private final int rows;
  private final StateOutput form;
  private final Cell cell;
  private final Steps inputs;
  private final Matrix product;
  private final Matrix output;
  private @Nullable UnrolledErrors errors;

  Unrolled(FeatureShape shape, int rows, StateOutput form, Cell cell) {
    int steps = shape.height();
    this.shape = shape;
    this.rows = rows;
    this.form = form;
    this.cell = cell;
    this.inputs = new Steps(steps, rows, Gates.features(shape));
    this.product = Matrix.allocate(rows, cell.gates().all().columns());
    Steps states = cell.states();
    this.output =
        form == StateOutput.LAST_STEP
            ? states.at(steps - 1)
            : Matrix.allocate(rows, Math.multiplyExact(steps, states.all().columns()));
  }

  Cell cell() {
    return cell;
  }

  /** What goes forward, step-major. */
  Steps inputs() {
    return inputs;
  }

  /** R h of the step at hand. */
  Matrix product() {
    return product;
  }

  /** What the layer gives. */
  Matrix output() {
    return output;
  }

  /** The memory of the backward pass. */
  UnrolledErrors errors() {
    UnrolledErrors known = errors;
    if (known == null) {
      known = new UnrolledErrors(shape, rows, form, cell);
      errors = known;
    }
    return known;
  }

  void close() {
    cell.close();
    inputs.close();
    product.close();
    if (form == StateOutput.EVERY_STEP) {
      output.close();
    }
    if (errors != null) {
      errors.close();
    }
  }
}
