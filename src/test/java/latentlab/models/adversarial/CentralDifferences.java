package latentlab.models.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import latentlab.engine.Network;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/** Compares the gradients in a network with central differences of a loss. */
final class CentralDifferences {

  private static final float STEP = 1e-2f;

  private CentralDifferences() {}

  static void check(Network network, DoubleSupplier loss) {
    Tensors gradients = network.gradients();
    Tensors weights = network.weights();
    gradients
        .byName()
        .forEach(
            (name, gradient) -> {
              for (int i = 0; i < gradient.values().length; i++) {
                double rise = at(network, weights, name, i, STEP, loss);
                double fall = at(network, weights, name, i, -STEP, loss);
                assertThat((double) gradient.values()[i])
                    .as(name + " " + i)
                    .isCloseTo((rise - fall) / (2 * STEP), within(3e-4));
              }
            });
    network.setWeights(weights);
  }

  private static double at(
      Network network, Tensors weights, String name, int index, float step, DoubleSupplier loss) {
    Map<String, Tensor> moved = new LinkedHashMap<>(weights.byName());
    float[] values = weights.get(name).values().clone();
    values[index] += step;
    moved.put(name, new Tensor(weights.get(name).shape(), values));
    network.setWeights(new Tensors(moved));
    return loss.getAsDouble();
  }
}
