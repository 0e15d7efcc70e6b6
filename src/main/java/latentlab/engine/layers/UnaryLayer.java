package latentlab.engine.layers;

import java.util.List;
import latentlab.engine.kernels.Matrix;

/** A layer with one input. */
public interface UnaryLayer extends Layer {

  /**
   * Computes the output.
   *
   * @param input a batch
   * @param pass what it is for
   * @return a batch
   */
  Matrix forwardOne(Matrix input, Pass pass);

  /**
   * Goes back through the batch that went forward last, in training.
   *
   * @param error dL/d(output); overwritten
   * @param wanted what is needed
   * @return dL/d(input); if it is not wanted, anything
   */
  Matrix backwardOne(Matrix error, Wanted wanted);

  @Override
  default Matrix forward(List<Matrix> inputs, Pass pass) {
    return forwardOne(inputs.get(0), pass);
  }

  @Override
  default List<Matrix> backward(Matrix error, Wanted wanted) {
    return List.of(backwardOne(error, wanted));
  }
}
