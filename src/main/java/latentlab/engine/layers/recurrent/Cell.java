package latentlab.engine.layers.recurrent;

import latentlab.engine.kernels.Matrix;

/**
 * What happens between the matrix products of a recurrent layer, element by element, with the
 * memory for the steps of one batch size. One thread at a time.
 */
interface Cell {

  /**
   * The gates: before a pass W x of each step, [rows, gates * units] each; after it what the cell
   * made of them.
   */
  Steps gates();

  /** The states h after each step: [rows, units] each. The backward pass reads all but the last. */
  Steps states();

  /** New memory for the errors of the products of all steps. */
  ProductErrors makeErrors();

  /** Reads the biases, before a forward pass. */
  void readBiases();

  /**
   * Computes the state after a step.
   *
   * @param step which one; those before are done
   * @param product R h of the state before, [rows, gates * units]; not read at step 0, where h = 0
   */
  void forward(int step, Matrix product);

  /**
   * Goes back through a step.
   *
   * @param step which one; those after are done
   * @param stateError dL/dh after the step, [rows, units]; replaced by the part of dL/dh before the
   *     step that does not go through R h, unless {@link #passesStateOn} says there is none
   * @param errors receive the rest
   */
  void backward(int step, Matrix stateError, ProductErrors errors);

  /** Whether a state depends on the one before by more than the product R h. */
  boolean passesStateOn();

  /** Writes the gradients of the biases, after a backward pass. */
  void writeBiasGradients(ProductErrors errors);

  /** Gives the memory back. */
  void close();
}
