package latentlab.engine.layers;

import java.util.List;
import latentlab.engine.kernels.Matrix;

/**
 * A live layer: passes forward and backward over [rows, size of the shape] matrices, which it keeps
 * for the batch sizes used last. What it returns is overwritten by the next call with as many rows.
 * Owned by one thread.
 *
 * <p>Who may write where:
 *
 * <ul>
 *   <li>an input is read only, unless {@link LayerContext#inputReusable} allows the layer to
 *       overwrite it and to return it as its output;
 *   <li>inputs stay as they are until the backward pass, but for such an overwriting by the layer
 *       that takes them;
 *   <li>the error given to {@link #backward} belongs to the layer, which may overwrite it and
 *       return it;
 *   <li>the errors it returns do not share memory with each other.
 * </ul>
 */
public interface Layer extends AutoCloseable {

  /**
   * Computes the output.
   *
   * @param inputs a batch for each input, with equal numbers of rows
   * @param pass what it is for
   * @return a batch
   */
  Matrix forward(List<Matrix> inputs, Pass pass);

  /**
   * Goes back through the batch that went forward last, in training.
   *
   * @param error dL/d(output); overwritten
   * @param wanted what is needed
   * @return dL/d(input) for each input; if they are not wanted, anything. If wanted, the gradients
   *     of the parameters, summed over the rows, have replaced those of before.
   */
  List<Matrix> backward(Matrix error, Wanted wanted);

  @Override
  void close();
}
