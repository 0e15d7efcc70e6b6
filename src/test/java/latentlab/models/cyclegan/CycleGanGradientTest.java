package latentlab.models.cyclegan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.models.LossTerms;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Along a random direction in all weights of a generator the generators' loss rises as its gradient
 * says, through the discriminator, the way back and the identity; likewise for a discriminator and
 * its own loss. In each step the discriminators' loss also depends on the generators, which is not
 * in their gradients: each player is held to its own term.
 */
class CycleGanGradientTest {

  private static final double STEP = 2e-3;

  @ParameterizedTest
  @ValueSource(strings = {"generator.0", "generator.1", "discriminator.0", "discriminator.1"})
  void theGradientOfAPlayersLossEqualsCentralDifferences(String network) {
    try (CycleGanModel model = CycleGans.model(0, 3)) {
      ImageBatch batch = CycleGans.batch(1, 0, 1, 1, 0, 0, 1);
      Tensors start = model.weights();
      model.networks().computeGradients(DomainBatch.of(batch), new Seed(1).generator());
      Tensors gradients = model.networks().all().gradients();
      String term = network.substring(0, network.indexOf('.'));
      for (int trial = 0; trial < 6; trial++) {
        Tensors direction = direction(gradients, network, trial);

        double rise =
            loss(model, start, direction, STEP, batch, term)
                - loss(model, start, direction, -STEP, batch, term);

        double expected = product(gradients, direction);
        assertThat(rise / (2 * STEP))
            .as(network + " " + trial)
            .isCloseTo(expected, within(0.02 * Math.abs(expected) + 2e-3));
      }
    }
  }

  private static double loss(
      CycleGanModel model,
      Tensors start,
      Tensors direction,
      double length,
      ImageBatch batch,
      String term) {
    Map<String, Tensor> moved = new LinkedHashMap<>(start.byName());
    direction
        .byName()
        .forEach(
            (name, along) -> {
              float[] values = start.get(name).values().clone();
              for (int i = 0; i < values.length; i++) {
                values[i] += (float) (length * along.values()[i]);
              }
              moved.put(name, new Tensor(along.shape(), values));
            });
    model.setWeights(new Tensors(moved));
    LossTerms terms = model.networks().measure(DomainBatch.of(batch));
    return terms.parts().getOrDefault(term, Double.NaN);
  }

  /** Of length 1, half of it the gradient's own direction, so that there is a rise to be seen. */
  private static Tensors direction(Tensors gradients, String network, int trial) {
    RandomGenerator random = new Seed(9).derive(network, trial).generator();
    Map<String, Tensor> chosen = new LinkedHashMap<>(gradients.byName());
    chosen.keySet().removeIf(name -> !name.startsWith(network + "."));
    double length = Math.sqrt(product(new Tensors(chosen), new Tensors(chosen)));
    int count = chosen.values().stream().mapToInt(tensor -> tensor.values().length).sum();
    chosen.replaceAll(
        (name, gradient) -> {
          float[] values = gradient.values().clone();
          for (int i = 0; i < values.length; i++) {
            values[i] =
                (float) (0.5 * values[i] / length + random.nextGaussian() / Math.sqrt(count));
          }
          return new Tensor(gradient.shape(), values);
        });
    return new Tensors(chosen);
  }

  private static double product(Tensors first, Tensors second) {
    double sum = 0;
    for (Map.Entry<String, Tensor> entry : second.byName().entrySet()) {
      float[] left = first.get(entry.getKey()).values();
      float[] right = entry.getValue().values();
      for (int i = 0; i < left.length; i++) {
        sum += (double) left[i] * right[i];
      }
    }
    return sum;
  }
}
