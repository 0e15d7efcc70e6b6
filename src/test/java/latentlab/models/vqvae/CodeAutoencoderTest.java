package latentlab.models.vqvae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.losses.SquaredError;
import latentlab.engine.optimizer.Adam;
import latentlab.models.LossTerms;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;

class CodeAutoencoderTest {

  private static final ImageBatch BATCH = SmallVqVae.batch(6, 1);
  private static final VqVaeConfig CONFIG =
      SmallVqVae.config("commitment", "0.7", "pixelVariance", "0.2", "codebookLearning", "loss");

  /** By hand: encoder, nearest codes, decoder; its input's error and the commitment's go back. */
  @Test
  void theEncoderIsGivenTheErrorOfTheDecodersInputAndThatOfTheCommitment() {
    GridArchitecture plans = new GridArchitecture(CONFIG, SmallVqVae.SHAPE);
    try (CodeAutoencoder model = model();
        Network encoder = Network.of(plans.encoder(), new Adam(1e-3), new Seed(5));
        Network decoder = Network.of(plans.decoder(), new Adam(1e-3), new Seed(6))) {
      Tensors weights = model.networksWith(model.codebook().network()).weights();
      encoder.setWeights(weights);
      decoder.setWeights(weights);
      Matrix pixels = Matrix.allocate(6, SmallVqVae.SHAPE.size());
      pixels.copyFrom(BATCH.pixels());
      Matrix z = encoder.forward(pixels);
      int values = z.rows() * z.columns();
      float[] encodings = new float[values];
      z.copyTo(encodings);
      float[] vectors = new float[values];
      int[] codes = new int[values / 3];
      model.codebook().nearest(encodings, codes.length, codes);
      model.codebook().lookUp(codes, codes.length, vectors);
      Matrix chosen = Matrix.allocate(z.rows(), z.columns());
      chosen.copyFrom(vectors);
      Matrix decoded = decoder.forward(chosen);
      new SquaredError()
          .lossAndGradient(decoded, BATCH.pixels(), 1 / (0.2f * BATCH.pixels().length));
      float[] error = new float[values];
      decoder.backward(decoded).copyTo(error);
      for (int i = 0; i < values; i++) {
        error[i] += 0.7f * 2 * (encodings[i] - vectors[i]) / values;
      }
      z.copyFrom(error);
      encoder.backwardWithoutInputError(z);

      model.computeGradients(BATCH);

      Tensors actual = model.networksWith(model.codebook().network()).gradients();
      encoder.gradients().byName().forEach((name, expected) -> assertClose(actual, name, expected));
      decoder.gradients().byName().forEach((name, expected) -> assertClose(actual, name, expected));
    }
  }

  private static void assertClose(Tensors actual, String name, Tensor expected) {
    assertThat(actual.get(name).values())
        .as(name)
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(expected.values());
    assertThat(squaredLength(expected.values())).as(name).isPositive();
  }

  /** The codes do not change with the decoder, so its gradient is an ordinary one. */
  @Test
  void theDecodersGradientEqualsCentralDifferencesOfTheTotal() {
    try (CodeAutoencoder model = model()) {
      Tensors start = weights(model);
      model.computeGradients(BATCH);
      Tensors gradients = model.networksWith(model.codebook().network()).gradients();

      for (String name : gradients.byName().keySet()) {
        if (name.startsWith("decoder")) {
          float[] gradient = gradients.get(name).values();
          double length = Math.sqrt(squaredLength(gradient));
          double h = 2e-3;
          double up = loss(model, start, name, h / length, gradient);
          double down = loss(model, start, name, -h / length, gradient);
          assertThat((up - down) / (2 * h)).as(name).isCloseTo(length, within(2e-2 * length));
        }
      }
    }
  }

  @Test
  void theTotalIsMadeOfItsParts() {
    try (CodeAutoencoder model = model()) {
      LossTerms terms = model.evaluate(BATCH);
      Map<String, Double> parts = terms.parts();

      assertThat(parts)
          .containsOnlyKeys("reconstruction", "commitment", "codebook", "perplexity", "codes_used");
      assertThat(terms.total())
          .isCloseTo(
              parts.getOrDefault("reconstruction", Double.NaN) / 0.2
                  + 0.7 * parts.getOrDefault("commitment", Double.NaN)
                  + parts.getOrDefault("codebook", Double.NaN),
              within(1e-9));
      assertThat(model.computeGradients(BATCH).total()).isCloseTo(terms.total(), within(1e-5));
    }
  }

  @Test
  void theReconstructionTermIsTheMeanSquaredErrorOfWhatIsDecodedBeforeItIsCutOff() {
    try (CodeAutoencoder model = model()) {
      for (int i = 0; i < 200; i++) {
        model.computeGradients(BATCH);
        model.update(6, 1, new Seed(i));
      }
      float[] decoded = model.decode(model.encode(BATCH), 6);
      double sum = 0;
      for (int i = 0; i < decoded.length; i++) {
        sum += Math.pow(decoded[i] - BATCH.pixels()[i], 2);
      }

      double term = model.evaluate(BATCH).parts().getOrDefault("reconstruction", Double.NaN);
      assertThat(sum / decoded.length).isPositive().isLessThanOrEqualTo(term + 1e-7);
      assertThat(term).isCloseTo(sum / decoded.length, within(0.1 * term));
    }
  }

  /** The encoder stands still, so only the codebook can make the difference. */
  @Test
  void bothWaysOfLearningBringTheCodesNearerToTheEncodings() {
    for (String learning : new String[] {"loss", "moving-average"}) {
      VqVaeConfig config =
          SmallVqVae.config("codebookLearning", learning, "decay", "0.5", "learningRate", "0.01");
      try (CodeAutoencoder model = new CodeAutoencoder(config, SmallVqVae.SHAPE, new Seed(3))) {
        model.start(BATCH, new Seed(4));
        Tensors start = weights(model);
        double before = model.evaluate(BATCH).parts().getOrDefault("commitment", Double.NaN);
        model.computeGradients(BATCH);
        model.update(6, 1, new Seed(5));
        Map<String, Tensor> mixed = new LinkedHashMap<>(start.byName());
        mixed.put("codebook.0.weight", weights(model).get("codebook.0.weight"));
        model.networksWith(model.codebook().network()).setWeights(new Tensors(mixed));

        assertThat(model.evaluate(BATCH).parts().getOrDefault("commitment", Double.NaN))
            .as(learning)
            .isLessThan(before);
      }
    }
  }

  private static CodeAutoencoder model() {
    CodeAutoencoder model = new CodeAutoencoder(CONFIG, SmallVqVae.SHAPE, new Seed(2));
    model.start(BATCH, new Seed(3));
    for (int i = 0; i < 3; i++) { // The residual branches start at zero, without a gradient.
      model.computeGradients(BATCH);
      model.update(6, 1, new Seed(i));
    }
    return model;
  }

  private static Tensors weights(CodeAutoencoder model) {
    return model.networksWith(model.codebook().network()).weights();
  }

  private static double loss(
      CodeAutoencoder model, Tensors start, String name, double by, float[] direction) {
    float[] moved = start.get(name).values().clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += (float) (by * direction[i]);
    }
    Map<String, Tensor> changed = new LinkedHashMap<>(start.byName());
    changed.put(name, new Tensor(start.get(name).shape(), moved));
    model.networksWith(model.codebook().network()).setWeights(new Tensors(changed));
    return model.evaluate(BATCH).total();
  }

  private static double squaredLength(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum;
  }
}
