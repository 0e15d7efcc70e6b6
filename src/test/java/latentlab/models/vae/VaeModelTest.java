package latentlab.models.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.EvidenceBound.Bound;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.TrainingPoint;
import latentlab.models.config.ConfigSchema;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaeModelTest {

  private static final ImageDomain IMAGES = new ImageDomain(new ImageShape(6, 5, 1), List.of());
  private static final double BETA = 1.7;

  /**
   * Floats, so along each tensor's own gradient; the noise is the same in every evaluation. Dense
   * networks do the same in training and after it.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "beta=1.7",
        "beta=0.3,likelihood=gaussian,pixelDeviation=0.4",
        "samples=4",
        "samples=3,likelihood=gaussian,pixelDeviation=0.8",
        "beta=2,capacity=40",
        "beta=3,warmUp=0.5",
        "similarityWeight=20",
        "likelihood=gaussian,pixelDeviation=1,similarityWeight=20"
      })
  void theGradientOfTheLossEqualsCentralDifferences(String settings) {
    try (VaeModel model = model(settings + ",activation=tanh")) {
      ImageBatch batch = batch(12);
      Tensors start = model.weights();
      loss(model, start, batch);

      for (Map.Entry<String, Tensor> entry : model.group().gradients().byName().entrySet()) {
        float[] gradient = entry.getValue().values();
        double length = Math.sqrt(squaredLength(gradient));
        double h = 2e-2;
        double up = loss(model, moved(start, entry.getKey(), gradient, h / length), batch);
        double down = loss(model, moved(start, entry.getKey(), gradient, -h / length), batch);
        assertThat((up - down) / (2 * h))
            .as(entry.getKey())
            .isCloseTo(length, within(1e-2 * length));
      }
    }
  }

  @Test
  void theTotalIsReconstructionPlusBetaTimesDivergence() {
    try (VaeModel model = model("beta=1.7")) {
      Bound bound = model.evidenceBound(batch(5), new Seed(1));

      assertThat(model.trainer().evaluate(batch(5), new TrainingPoint(0, 1), new Seed(1)).total())
          .isCloseTo(bound.reconstruction() + BETA * bound.kl(), within(1e-9));
      assertThat(bound.elbo()).isEqualTo(-(bound.reconstruction() + bound.kl()));
    }
  }

  @Test
  void theBoundOfManyImagesIsTheMeanOverTheirParts() {
    try (VaeModel model = model("beta=1.7")) {
      ImageBatch many = batch(1000);
      Bound bound = model.evidenceBound(many, new Seed(1));

      double kl = 0;
      for (int i = 0; i < 1000; i++) {
        kl +=
            model
                .evidenceBound(ImageBatch.unlabelled(IMAGES.shape(), many.image(i)), new Seed(2))
                .kl();
      }
      assertThat(bound.kl()).isCloseTo(kl / 1000, within(1e-4));
    }
  }

  @Test
  void aConditionOnTheCodeIsChecked() {
    try (VaeModel model = model("beta=1.7")) {
      assertThatThrownBy(() -> model.decode(LatentCodes.of(1f, 2f)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("2 dimensions")
          .hasMessageContaining("3");
    }
  }

  @Test
  void refusesImagesOfAnotherSize() {
    try (VaeModel model = model("beta=1.7")) {
      ImageBatch other = ImageBatch.unlabelled(new ImageShape(5, 6, 1), new float[30]);

      assertThatThrownBy(() -> model.encode(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("5x6x1")
          .hasMessageContaining("6x5x1");
    }
  }

  @Test
  void theWorkloadOfTheReferenceHasItsNumberOfParameters() {
    ImageDomain digits = new ImageDomain(new ImageShape(28, 28, 1), List.of());
    VaeConfig config = config("latent=16");
    try (VaeModel model = new VaeModel(config, digits, new Seed(1))) {
      assertThat(model.parameterCount()).isEqualTo(1_079_600);
    }
  }

  @Test
  void refusesAConfigWithoutHiddenLayers() {
    assertThatThrownBy(() -> config("widths="))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("widths");
  }

  @ParameterizedTest
  @ValueSource(strings = {"beta=2", "warmUp=0.1", "capacity=5", "similarityWeight=1"})
  void refusesTermsThatTheImportanceWeightedBoundDoesNotHave(String setting) {
    assertThatThrownBy(() -> config("samples=5," + setting))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("samples");
  }

  @Test
  void refusesAPerceptualModelThatIsNotThere() {
    try (VaeModel model = model("perceptualWeight=1,perceptualModel=nowhere")) {
      assertThatThrownBy(model::trainer)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("perceptualModel 'nowhere'");
    }
  }

  @Test
  void refusesImagesThatAreTooSmallForConvolutions() {
    assertThatThrownBy(() -> model("network=convolutional"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("8 pixels")
        .hasMessageContaining("6x5x1");
  }

  @Test
  void theImportanceWeightedBoundOfOneSampleIsTheEvidenceBound() {
    try (VaeModel model = model("beta=1")) {
      ImageBatch batch = batch(2000);
      int seeds = 10;
      double weighted = 0;
      double bound = 0;
      for (int seed = 0; seed < seeds; seed++) {
        weighted += mean(model.logLikelihood(batch, 1, new Seed(seed))) / seeds;
        bound += model.evidenceBound(batch, new Seed(seed)).elbo() / seeds;
      }

      assertThat(weighted).isCloseTo(bound, within(0.1));
    }
  }

  @Test
  void theImportanceWeightedBoundRisesWithItsSamples() {
    try (VaeModel model = model("beta=1")) {
      double one = mean(model.logLikelihood(batch(100), 1, new Seed(1)));
      double many = mean(model.logLikelihood(batch(100), 100, new Seed(1)));

      assertThat(many).isGreaterThan(one);
    }
  }

  /** Then p(x) = p(x|z) for every z, and the weights p(z) / q(z|x) have the mean 1. */
  @Test
  void theLikelihoodIsExactWhereTheDecoderIgnoresTheCode() {
    try (VaeModel model = model("beta=1")) {
      Map<String, Tensor> blind = new LinkedHashMap<>(model.weights().byName());
      blind.computeIfPresent(
          "decoder.0.weight",
          (name, weight) -> new Tensor(weight.shape(), new float[weight.values().length]));
      model.setWeights(new Tensors(blind));
      ImageBatch batch = batch(5);
      double[] exact = model.rowLosses(new float[5 * 3], batch.pixels(), 5);

      double[] estimated = model.logLikelihood(batch, 20_000, new Seed(1));

      for (int i = 0; i < 5; i++) {
        assertThat(estimated[i]).isCloseTo(-exact[i], within(0.05));
      }
    }
  }

  @Test
  void theDivergencesOfTheDimensionsAddUpToTheDivergence() {
    try (VaeModel model = model("beta=1")) {
      double[] parts = model.divergenceByDimension(batch(500));

      assertThat(parts).hasSize(3);
      assertThat(parts[0] + parts[1] + parts[2])
          .isCloseTo(model.evidenceBound(batch(500), new Seed(1)).kl(), within(1e-6));
    }
  }

  @Test
  void binarisingDrawsGreyPixelsAndKeepsBlackAndWhiteOnes() {
    try (VaeModel grey = model("beta=1");
        VaeModel binary = model("beta=1,binarise=true")) {
      ImageBatch batch = batch(6);
      float[] pixels = batch.pixels().clone();
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = Math.round(pixels[i]);
      }
      ImageBatch sharp = ImageBatch.unlabelled(batch.shape(), pixels);

      assertThat(total(binary, sharp)).isEqualTo(total(grey, sharp));
      assertThat(total(binary, batch)).isNotEqualTo(total(grey, batch));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"8x8x1", "11x9x2", "32x32x3"})
  void convolutionalNetworksTakeAnySize(String size) {
    String[] sides = size.split("x");
    ImageShape shape =
        new ImageShape(
            Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), Integer.parseInt(sides[2]));
    ImageDomain domain = new ImageDomain(shape, List.of());
    try (VaeModel model = new VaeModel(config("network=convolutional"), domain, new Seed(1))) {
      ImageBatch batch = ImageBatch.unlabelled(shape, new float[2 * shape.size()]);

      double before = total(model, batch);
      for (int step = 0; step < 10; step++) {
        model.trainer().step(batch, new TrainingPoint(step, 10), new Seed(step));
      }

      assertThat(model.reconstruct(batch).shape()).isEqualTo(shape);
      assertThat(total(model, batch)).isLessThan(before);
    }
  }

  @Test
  void theEncoderGoesOnAlongTheErrorOfItsCodes() {
    try (VaeModel model = model("beta=1")) {
      ImageBatch batch = batch(10);
      float before = model.encode(batch).code(0)[1];
      float[] errors = new float[10 * 3];
      for (int step = 0; step < 20; step++) {
        float[] codes = model.encodeInTraining(batch, new Seed(step)).values();
        for (int i = 0; i < errors.length; i++) {
          errors[i] = codes[i] - 2;
        }
        model.descend(errors, 1);
      }

      assertThat(model.encode(batch).code(0)[1]).isGreaterThan(before + 0.1f);
    }
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double total(VaeModel model, ImageBatch batch) {
    return model.trainer().evaluate(batch, new TrainingPoint(0, 1), new Seed(4)).total();
  }

  private static VaeConfig config(String settings) {
    Map<String, String> changes = new LinkedHashMap<>();
    for (String setting : settings.split(",")) {
      int equals = setting.indexOf('=');
      changes.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return ConfigSchema.of(VaeConfig.class).with(new VaeFamily().defaultConfig(), changes);
  }

  private static VaeModel model(String settings) {
    Map<String, String> small = Map.of("latent", "3", "widths", "10,8");
    return new VaeModel(
        ConfigSchema.of(VaeConfig.class).with(config(settings), small), IMAGES, new Seed(1));
  }

  /** Leaves the gradient of the loss in the model. */
  private static double loss(VaeModel model, Tensors weights, ImageBatch batch) {
    model.setWeights(weights);
    return ((VaeTrainer) model.trainer())
        .computeGradients(batch, new TrainingPoint(1, 4), new Seed(4))
        .total();
  }

  private static Tensors moved(Tensors start, String name, float[] direction, double length) {
    float[] values = start.get(name).values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (length * direction[i]);
    }
    Map<String, Tensor> changed = new LinkedHashMap<>(start.byName());
    changed.put(name, new Tensor(start.get(name).shape(), values));
    return new Tensors(changed);
  }

  private static double squaredLength(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum;
  }

  private static ImageBatch batch(int count) {
    RandomGenerator random = new Seed(7).generator();
    float[] pixels = new float[count * IMAGES.shape().size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    return ImageBatch.unlabelled(IMAGES.shape(), pixels);
  }
}
