package latentlab.models.prior;

import java.util.Arrays;
import latentlab.failure.InvalidInputException;
import latentlab.models.LatentCodes;
import latentlab.storage.Tensors;

/** The weights of priors by name. */
final class PriorTensors {

  static final String MEAN = "mean";
  static final String FACTOR = "factor";

  private PriorTensors() {}

  /**
   * The values of one tensor.
   *
   * @throws InvalidInputException if it is missing, has another shape, or a value is not finite
   */
  static float[] values(Tensors weights, String name, long... shape) {
    return weights.checked(name, Arrays.stream(shape).boxed().toList());
  }

  /** One Gaussian of some whose means and factors lie one behind the other. */
  static Gaussian gaussian(int size, float[] means, float[] factors, int component) {
    double[] mean = new double[size];
    for (int j = 0; j < size; j++) {
      mean[j] = means[component * size + j];
    }
    Factor factor =
        Factor.ofElements(size, factors, component * size * size)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "tensor '"
                            + FACTOR
                            + "' is not lower triangular with a positive diagonal"));
    return new Gaussian(mean, factor);
  }

  static void checkSize(LatentCodes codes, int size) {
    if (codes.size() != size) {
      throw new IllegalArgumentException(
          "codes have " + codes.size() + " dimensions; the prior has " + size);
    }
  }
}
