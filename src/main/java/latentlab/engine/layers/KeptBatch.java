package latentlab.engine.layers;

import latentlab.engine.kernels.Matrix;
import org.jspecify.annotations.Nullable;

/** The batch that went forward last, for the backward pass. */
public final class KeptBatch {

  private @Nullable Matrix input;

  /**
   * Keeps a batch until the next call.
   *
   * @param batch live memory
   */
  public void set(Matrix batch) {
    input = batch;
  }

  /**
   * The batch kept last.
   *
   * @return live memory
   * @throws IllegalStateException if there was none
   */
  public Matrix get() {
    if (input == null) {
      throw new IllegalStateException("a backward pass needs a forward pass before it");
    }
    return input;
  }
}
