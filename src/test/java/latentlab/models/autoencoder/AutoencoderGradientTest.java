package latentlab.models.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import latentlab.data.ImageBatch;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Along each tensor's own gradient, the loss rises as fast as the gradient is long. A tied weight
 * moves the encoder and the decoder at once, so that its gradient must be the sum of both.
 */
class AutoencoderGradientTest {

  private static final Seed SEED = new Seed(4);

  static Stream<Map<String, String>> configs() {
    return Stream.of(
        Map.of(),
        Map.of("loss", "binary-cross-entropy"),
        Map.of("tied", "true"),
        Map.of("tied", "true", "loss", "binary-cross-entropy", "widths", ""),
        Map.of("sparsity", "kl", "sparsityWeight", "3"),
        Map.of("sparsity", "kl", "sparsityWeight", "3", "tied", "true", "targetActivity", "0.3"),
        Map.of("sparsity", "l1", "sparsityWeight", "2", "widths", ""),
        Map.of("corruption", "gaussian"),
        Map.of("corruption", "masking"),
        Map.of("corruption", "salt-and-pepper"),
        Map.of("contraction", "1", "widths", ""),
        Map.of("contraction", "1", "widths", "", "tied", "true"),
        Map.of("contraction", "5", "widths", "", "sparsity", "kl", "tied", "true"),
        Map.of("contraction", "5", "sparsity", "kl", "activation", "leaky-relu"),
        Map.of("activation", "relu"),
        Map.of("contraction", "0.3", "activation", "relu", "corruption", "masking"));
  }

  @ParameterizedTest
  @MethodSource("configs")
  void theGradientOfTheLossEqualsCentralDifferences(Map<String, String> changes) {
    Map<String, String> all = new LinkedHashMap<>(Map.of("activation", "tanh"));
    all.putAll(changes);
    if (changes.containsKey("contraction") && !changes.containsKey("activation")) {
      all.put("activation", "leaky-relu");
    }
    try (AutoencoderModel model = Autoencoders.model(all, Autoencoders.SMALL)) {
      ImageBatch batch = Autoencoders.batch(Autoencoders.SMALL, 6);
      Tensors start = Autoencoders.shaken(model.weights());
      model.setWeights(start);
      double unit = all.containsKey("loss") ? 1 : Autoencoders.SMALL.shape().size();

      for (Map.Entry<String, Tensor> entry : model.gradients(batch, SEED).byName().entrySet()) {
        float[] gradient = entry.getValue().values();
        double length = Autoencoders.length(gradient);
        double h = 1e-3;
        double up = loss(model, start, entry.getKey(), gradient, h / length, batch);
        double down = loss(model, start, entry.getKey(), gradient, -h / length, batch);
        assertThat(unit * (up - down) / (2 * h))
            .as(entry.getKey())
            .isCloseTo(length, within(1e-2 * length + 1e-3));
      }
    }
  }

  private static double loss(
      AutoencoderModel model,
      Tensors start,
      String name,
      float[] direction,
      double length,
      ImageBatch batch) {
    model.setWeights(Autoencoders.moved(start, name, direction, length));
    return model.trainer().evaluate(batch, Autoencoders.FIRST, SEED).total();
  }
}
