package latentlab.models.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.Denoiser;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.LossTerms;
import latentlab.models.ModelTrainer;
import latentlab.models.TrainingPoint;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutoencoderModelTest {

  private static final int STEPS = 40;
  private static final Seed SEED = new Seed(2);

  static Stream<Map<String, String>> variants() {
    return Stream.of(
        Map.of(),
        Map.of("activation", "selu"),
        Map.of("loss", "binary-cross-entropy"),
        Map.of("tied", "true"),
        Map.of("tied", "true", "widths", ""),
        Map.of("sparsity", "l1"),
        Map.of("sparsity", "kl", "tied", "true"),
        Map.of("corruption", "gaussian"),
        Map.of("corruption", "masking"),
        Map.of("corruption", "salt-and-pepper", "network", "convolutional"),
        Map.of("contraction", "0.1"),
        Map.of("contraction", "0.1", "sparsity", "kl", "corruption", "gaussian", "tied", "true"),
        Map.of("network", "convolutional"),
        Map.of("network", "convolutional", "sparsity", "kl", "loss", "binary-cross-entropy"));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyVariantLearns(Map<String, String> changes) {
    ImageBatch images = Autoencoders.batch(Autoencoders.SQUARE, 12);
    try (AutoencoderModel model = Autoencoders.model(changes, Autoencoders.SQUARE)) {
      ModelTrainer trainer = model.trainer();
      double before = trainer.evaluate(images, Autoencoders.FIRST, new Seed(3)).total();
      for (int step = 0; step < STEPS; step++) {
        LossTerms loss = trainer.step(images, new TrainingPoint(step, STEPS), new Seed(step));
        assertThat(loss.isFinite()).isTrue();
      }

      assertThat(trainer.evaluate(images, Autoencoders.FIRST, new Seed(3)).total())
          .isLessThan(0.99 * before);
      assertThat(model instanceof Denoiser).isEqualTo(changes.containsKey("corruption"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mse", "binary-cross-entropy"})
  void anyCodeIsDrawnWithPixelsFromBlackToWhite(String loss) {
    try (AutoencoderModel model = Autoencoders.model(Map.of("loss", loss), Autoencoders.SMALL)) {
      ImageBatch drawn = model.decode(new LatentCodes(2, 3, new float[] {90, -80, 70, 0, 0, 0}));

      for (float pixel : drawn.pixels()) {
        assertThat(pixel).isBetween(0f, 1f);
      }
    }
  }

  @Test
  void theLossIsTheMeanSquaredErrorOfTheReconstructions() {
    ImageBatch images = Autoencoders.batch(Autoencoders.SMALL, 7);
    try (AutoencoderModel model = Autoencoders.model(Map.of(), Autoencoders.SMALL)) {
      LossTerms loss = model.trainer().evaluate(images, Autoencoders.FIRST, new Seed(1));

      assertThat(loss.total()).isCloseTo(squaredError(model, images, images), within(1e-6));
      assertThat(loss.parts()).containsOnlyKeys("reconstruction");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaussian", "masking", "salt-and-pepper"})
  void aDenoiserReadsTheCorruptedImageAndIsComparedWithTheCleanOne(String corruption) {
    ImageBatch images = Autoencoders.batch(Autoencoders.SMALL, 7);
    try (AutoencoderModel model =
        Autoencoders.model(Map.of("corruption", corruption), Autoencoders.SMALL)) {
      ImageBatch corrupted = ((Denoiser) model).corrupt(images, new Seed(5));
      LossTerms loss = model.trainer().evaluate(images, Autoencoders.FIRST, new Seed(5));

      assertThat(corrupted.pixels()).isNotEqualTo(images.pixels());
      assertThat(loss.total()).isCloseTo(squaredError(model, corrupted, images), within(1e-6));
      assertThat(model.trainer().evaluate(images, Autoencoders.FIRST, new Seed(6)).total())
          .isNotEqualTo(loss.total());
    }
  }

  @Test
  void aMeasurementOfManyImagesIsThatOfAllOfThemAtOnce() {
    ImageBatch many = Autoencoders.batch(Autoencoders.SMALL, 1000);
    Map<String, String> settings = Map.of("sparsity", "kl", "contraction", "0.1");
    try (AutoencoderModel model = Autoencoders.model(settings, Autoencoders.SMALL)) {
      LossTerms parts = model.trainer().evaluate(many, Autoencoders.FIRST, new Seed(1));
      LossTerms whole = model.trainer().step(many, Autoencoders.FIRST, new Seed(1));

      assertThat(parts.total()).isCloseTo(whole.total(), within(1e-5));
      assertThat(parts.parts().get("sparsity"))
          .isCloseTo(whole.parts().get("sparsity"), within(1e-5));
      assertThat(parts.parts().get("contraction"))
          .isCloseTo(whole.parts().get("contraction"), within(1e-5));
    }
  }

  @Test
  void theExploredRangeFollowsTheCodes() {
    ImageBatch images = Autoencoders.batch(Autoencoders.SMALL, 7);
    try (AutoencoderModel model = Autoencoders.model(Map.of(), Autoencoders.SMALL)) {
      Map<String, Tensor> large = new LinkedHashMap<>(model.weights().byName());
      large.computeIfPresent("encoder.2.weight", (name, weight) -> scaled(weight, 50));
      model.setWeights(new Tensors(large));
      double codes = Autoencoders.length(model.encode(images).values()) / Math.sqrt(21);

      model.trainer().step(images, Autoencoders.FIRST, new Seed(1));

      assertThat(codes).isGreaterThan(3);
      assertThat((double) model.latentExtent()).isCloseTo(3 * codes, within(1e-2 * codes));
      assertThat(model.weights().get("codes.scale").values()[0])
          .isCloseTo((float) codes, within((float) (1e-2 * codes)));
    }
  }

  @Test
  void theExploredRangeIsPartOfTheWeights() {
    try (AutoencoderModel model = Autoencoders.model(Map.of(), Autoencoders.SMALL)) {
      assertThat(model.latentExtent()).isEqualTo(3);

      model.setWeights(withScale(model, Tensor.vector(4f)));

      assertThat(model.latentExtent()).isEqualTo(12);
    }
  }

  @Test
  void refusesACodeScaleThatIsNone() {
    try (AutoencoderModel model = Autoencoders.model(Map.of(), Autoencoders.SMALL)) {
      assertRefused(model, withScale(model, Tensor.vector(-1f)), "-1.0");
      assertRefused(model, withScale(model, Tensor.vector(Float.NaN)), "NaN");
      assertRefused(model, withScale(model, Tensor.vector(1f, 2f)), "[2]");
      Map<String, Tensor> without = new LinkedHashMap<>(model.weights().byName());
      without.remove("codes.scale");
      assertRefused(model, new Tensors(without), "missing");
    }
  }

  @Test
  void sigmoidCodesAreExploredAsFarAsTheyReach() {
    try (AutoencoderModel model =
        Autoencoders.model(Map.of("sparsity", "kl"), Autoencoders.SMALL)) {
      model.trainer().step(Autoencoders.batch(Autoencoders.SMALL, 4), Autoencoders.FIRST, SEED);

      assertThat(model.latentExtent()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "kl"})
  void theEncoderFollowsErrorsThatSomebodyElseComputes(String sparsity) {
    ImageBatch images = Autoencoders.batch(Autoencoders.SMALL, 6);
    Map<String, String> settings =
        Map.of("sparsity", sparsity, "corruption", "masking", "tied", "true");
    try (AutoencoderModel model = Autoencoders.model(settings, Autoencoders.SMALL)) {
      float[] codes = model.encodeInTraining(images, SEED).values();
      assertThat(codes).containsExactly(model.encode(images).values());
      double before = Autoencoders.length(codes);
      for (int i = 0; i < 50; i++) {
        model.descend(model.encodeInTraining(images, SEED).values(), 1);
      }

      assertThat(Autoencoders.length(model.encode(images).values())).isLessThan(0.8 * before);
      assertThatThrownBy(() -> model.descend(codes, 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void poolingNetworksTakeAnySizeAndNumberOfChannels() {
    for (ImageShape shape :
        List.of(new ImageShape(8, 8, 1), new ImageShape(19, 33, 3), new ImageShape(92, 112, 1))) {
      ImageDomain images = new ImageDomain(shape, List.of());
      try (AutoencoderModel model =
          Autoencoders.model(Map.of("network", "convolutional"), images)) {
        ImageBatch batch = Autoencoders.batch(images, 2);

        assertThat(model.trainer().step(batch, Autoencoders.FIRST, SEED).isFinite()).isTrue();
        assertThat(model.reconstruct(batch).shape()).isEqualTo(shape);
      }
    }
  }

  private static double squaredError(
      AutoencoderModel model, ImageBatch inputs, ImageBatch originals) {
    float[] drawn = model.reconstruct(inputs).pixels();
    double sum = 0;
    for (int i = 0; i < drawn.length; i++) {
      double difference = drawn[i] - originals.pixels()[i];
      sum += difference * difference;
    }
    return sum / drawn.length;
  }

  private static Tensor scaled(Tensor tensor, float factor) {
    float[] values = tensor.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    return new Tensor(tensor.shape(), values);
  }

  private static Tensors withScale(AutoencoderModel model, Tensor scale) {
    Map<String, Tensor> all = new LinkedHashMap<>(model.weights().byName());
    all.put("codes.scale", scale);
    return new Tensors(all);
  }

  private static void assertRefused(AutoencoderModel model, Tensors weights, String message) {
    assertThatThrownBy(() -> model.setWeights(weights))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("codes.scale")
        .hasMessageContaining(message);
  }
}
