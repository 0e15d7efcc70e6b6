package latentlab.engine.primitives.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_logistic_use_dst_for_bwd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu_use_dst_for_bwd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_swish;

import java.util.Optional;
import latentlab.engine.primitives.ActivationFunction;

/**
 * A function of oneDNN.
 *
 * @param code of the algorithm
 * @param alpha its parameter
 * @param fromOutput whether the backward pass reads what the forward pass gave
 */
record EltwiseAlgorithm(int code, float alpha, boolean fromOutput) {

  /**
   * Empty for what loops in Java do: SELU, whose scale oneDNN's unit does not have; softplus, whose
   * derivative oneDNN takes from the input; hyperbolic tangents, also those of GELU, which oneDNN
   * looks up element by element on processors without AVX-512, at more than twice the time.
   */
  static Optional<EltwiseAlgorithm> of(ActivationFunction function) {
    boolean fromOutput = function.derivativeFromOutput();
    return switch (function) {
      case RELU ->
          Optional.of(new EltwiseAlgorithm(dnnl_eltwise_relu_use_dst_for_bwd, 0f, fromOutput));
      case LEAKY_RELU ->
          Optional.of(
              new EltwiseAlgorithm(
                  dnnl_eltwise_relu_use_dst_for_bwd, ActivationFunction.LEAK, fromOutput));
      case SILU -> Optional.of(new EltwiseAlgorithm(dnnl_eltwise_swish, 1f, fromOutput));
      case SIGMOID ->
          Optional.of(new EltwiseAlgorithm(dnnl_eltwise_logistic_use_dst_for_bwd, 0f, fromOutput));
      case IDENTITY, SELU, GELU, SOFTPLUS, TANH -> Optional.empty();
    };
  }
}
