package latentlab.engine.layers;

import latentlab.engine.kernels.Matrix;

/**
 * A parameter inside the network's flat vectors: live memory.
 *
 * @param parameter what it is
 * @param values as a matrix with the first axis as rows; a single row for a vector
 * @param gradient overwritten in each backward pass; the values themselves where it is not trained
 */
public record ParameterView(Parameter parameter, Matrix values, Matrix gradient) {}
