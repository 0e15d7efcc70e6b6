package latentlab.engine.layers;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.primitives.ActivationFunction;

/**
 * A layer that can apply its derivative to directions in the space of its inputs: the linear map
 * that it is near the batch that went forward last, without bias and with the slopes of its
 * activation frozen. A {@link #tangent} pass follows a forward pass in training with as many rows;
 * {@link #tangentBackward} follows the tangent pass. Neither changes what {@link Layer#backward}
 * reads.
 *
 * <p>Memory: the direction belongs to the layer, which may overwrite it and return it; otherwise
 * its content stays until {@link #tangentBackward}. The error belongs to the layer too. What {@link
 * Layer#backward} returned may be overwritten.
 */
public interface PiecewiseLinearLayer extends UnaryLayer {

  /**
   * Whether the derivative is the same everywhere near an input. If not, the map depends on the
   * parameters in a further way, which {@link #tangentBackward} leaves out.
   *
   * @return true if the layer is piecewise linear, as its activation decides
   */
  boolean piecewiseLinear();

  /**
   * Applies the derivative.
   *
   * @param direction [rows, inputs]
   * @return [rows, outputs] d(output)/d(input) times the direction, for each row
   */
  Matrix tangent(Matrix direction);

  /**
   * Goes back through the tangent pass.
   *
   * @param error [rows, outputs] dL/d(what {@link #tangent} returned); overwritten
   * @param wanted what is needed
   * @return [rows, inputs] dL/d(direction); if it is not wanted, anything. If wanted, the gradients
   *     of the parameters, summed over the rows, have replaced those of before; those of biases,
   *     which the map does not have, are 0.
   */
  Matrix tangentBackward(Matrix error, Wanted wanted);

  /**
   * Whether a function has a slope that does not change, but for jumps.
   *
   * @param function of single elements
   * @return true for the identity and for rectifiers
   */
  static boolean isPiecewiseLinear(ActivationFunction function) {
    return function == ActivationFunction.IDENTITY
        || function == ActivationFunction.RELU
        || function == ActivationFunction.LEAKY_RELU;
  }
}
