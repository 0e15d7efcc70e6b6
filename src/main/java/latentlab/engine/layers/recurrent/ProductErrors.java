package latentlab.engine.layers.recurrent;

/**
 * The errors of both matrix products of each step.
 *
 * @param input dL/d(W x), [rows, gates * units] for each step
 * @param recurrent dL/d(R h), of the same size; the same memory where they are always equal
 */
record ProductErrors(Steps input, Steps recurrent) {

  void close() {
    input.close();
    if (recurrent != input) {
      recurrent.close();
    }
  }
}
