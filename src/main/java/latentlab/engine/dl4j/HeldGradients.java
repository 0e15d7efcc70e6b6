package latentlab.engine.dl4j;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixSum;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Gradients that are to be added to those of the next backward pass: of further batches, or of
 * other layers that use the same parameters. Takes memory when first used.
 */
public final class HeldGradients {

  private final int length;
  private final MatrixSum adder;
  private @Nullable Matrix sum;
  private boolean empty = true;

  HeldGradients(int length, MatrixSum adder) {
    this.length = length;
    this.adder = adder;
  }

  /**
   * Adds the gradients of all parameters.
   *
   * @param gradients [1, n], the flat vector
   */
  public void add(Matrix gradients) {
    adder.add(vector(), gradients);
    empty = false;
  }

  /** Adds the gradient of one parameter, which starts at the offset in the flat vector. */
  void add(long offset, Matrix gradient) {
    int size = gradient.rows() * gradient.columns();
    INDArray all = vector().array();
    INDArray part = all.reshape(length).get(NDArrayIndex.interval(offset, offset + size));
    adder.add(Matrix.over(part, 1, size), gradient);
    empty = false;
  }

  /**
   * Adds what is held to the flat vector; nothing is held afterwards.
   *
   * @param gradients [1, n], changed
   */
  public void moveInto(Matrix gradients) {
    if (!empty) {
      adder.add(gradients, vector());
      vector().array().assign(0);
      empty = true;
    }
  }

  private Matrix vector() {
    if (sum == null) {
      sum = Matrix.allocate(1, length);
      sum.array().assign(0);
    }
    return sum;
  }

  void close() {
    if (sum != null) {
      sum.close();
    }
  }
}
