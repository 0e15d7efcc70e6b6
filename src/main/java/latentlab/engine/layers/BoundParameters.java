package latentlab.engine.layers;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.RowPass;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The parameters of a dense layer inside DL4J's flat vectors, with the addresses taken once.
 *
 * <p>DL4J stores the weights [inputs, outputs] column-major, which is the same memory as [outputs,
 * inputs] row-major.
 *
 * @param source the array that {@code weights} is over
 * @param weights [outputs, inputs]
 * @param biasMemory [1, outputs]
 * @param bias [outputs], a copy for passes over rows
 * @param weightGradient [outputs, inputs]
 * @param biasGradientMemory [1, outputs]
 * @param biasGradient [outputs], written before it goes to memory
 * @param pass scratch memory for rows of outputs
 */
@SuppressWarnings("ArrayRecordComponent") // Scratch memory, never compared.
record BoundParameters(
    INDArray source,
    Matrix weights,
    Matrix biasMemory,
    float[] bias,
    Matrix weightGradient,
    Matrix biasGradientMemory,
    float[] biasGradient,
    RowPass pass) {

  static BoundParameters bind(
      INDArray weights, INDArray bias, INDArray weightGradient, INDArray biasGradient) {
    int inputs = Math.toIntExact(weights.size(0));
    int outputs = Math.toIntExact(weights.size(1));
    return new BoundParameters(
        weights,
        Matrix.over(weights, outputs, inputs),
        Matrix.over(bias, 1, outputs),
        new float[outputs],
        Matrix.over(weightGradient, outputs, inputs),
        Matrix.over(biasGradient, 1, outputs),
        new float[outputs],
        new RowPass(outputs));
  }

  boolean isOver(INDArray weightsNow) {
    return source == weightsNow;
  }

  void readBias() {
    biasMemory.copyTo(bias);
  }

  void writeBiasGradient() {
    biasGradientMemory.copyFrom(biasGradient);
  }
}
