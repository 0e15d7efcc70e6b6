package latentlab.models.conditionalvae;

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
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.failure.InvalidInputException;
import latentlab.models.Encoder;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.TrainingPoint;
import latentlab.models.networks.NetworkType;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionalVaeModelTest {

  private static final ImageDomain IMAGES =
      new ImageDomain(new ImageShape(8, 9, 1), List.of("zero", "one", "two"));
  private static final TrainingPoint POINT = new TrainingPoint(0, 1);
  private static final double BETA = 1.7;

  /** Floats, so along each tensor's own gradient; the noise is the same in every evaluation. */
  @ParameterizedTest
  @CsvSource({"ONE_HOT, false", "ONE_HOT, true", "EMBEDDING, false", "EMBEDDING, true"})
  void theGradientOfTheLossEqualsCentralDifferences(LabelInput input, boolean learnedPrior) {
    try (ConditionalVaeModel model = model(NetworkType.DENSE, input, learnedPrior)) {
      if (learnedPrior) {
        movePrior(model);
      }
      ImageBatch batch = batch(12);
      Tensors start = model.weights();
      model.computeGradients(batch, BETA, new Seed(4));
      Tensors gradients = model.networks().group().gradients();

      assertThat(gradients.byName().containsKey("prior.0.weight")).isEqualTo(learnedPrior);
      for (Map.Entry<String, Tensor> entry : gradients.byName().entrySet()) {
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

  @ParameterizedTest
  @EnumSource(NetworkType.class)
  void aStepLearnsWithEitherNetworkAndEveryOption(NetworkType network) {
    try (ConditionalVaeModel model = model(network, LabelInput.EMBEDDING, true)) {
      ImageBatch batch = batch(20);
      double before = model.trainer().evaluate(batch, POINT, new Seed(2)).total();
      float[] prior = model.weights().get("prior.0.weight").values();

      for (int step = 0; step < 60; step++) {
        model.trainer().step(batch, new TrainingPoint(step, 60), new Seed(step));
      }

      assertThat(model.trainer().evaluate(batch, POINT, new Seed(2)).total()).isLessThan(before);
      assertThat(model.weights().get("prior.0.weight").values()).isNotEqualTo(prior);
    }
  }

  @ParameterizedTest
  @EnumSource(NetworkType.class)
  void theLabelChangesBothTheCodeAndTheImage(NetworkType network) {
    try (ConditionalVaeModel model = model(network, LabelInput.ONE_HOT, false)) {
      ImageBatch images = batch(3);
      LatentCodes codes = model.ofClass(0).encode(images);

      assertThat(model.ofClass(1).encode(images).values()).isNotEqualTo(codes.values());
      assertThat(model.ofClass(1).decode(codes).pixels())
          .isNotEqualTo(model.ofClass(0).decode(codes).pixels());
    }
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void changingTheClassAndBackKeepsTheImage(boolean learnedPrior) {
    try (ConditionalVaeModel model = model(NetworkType.DENSE, LabelInput.ONE_HOT, learnedPrior)) {
      if (learnedPrior) {
        movePrior(model);
      }
      ImageBatch images = withLabels(batch(4), 1, 1, 1, 1);
      LatentCodes codes = model.ofClass(1).encode(images);

      assertThat(model.ofClass(2).latentExtent()).isEqualTo(model.ofClass(1).latentExtent());
      assertThat(model.ofClass(2).latentSize()).isEqualTo(codes.size());
      assertThat(model.ofClass(1).decode(codes).pixels())
          .usingComparatorWithPrecision(1e-5f)
          .containsExactly(model.reconstruct(images).pixels());
    }
  }

  @Test
  void codesAreMeasuredInUnitsOfTheirClassPrior() {
    try (ConditionalVaeModel model = model(NetworkType.DENSE, LabelInput.ONE_HOT, true)) {
      ImageBatch images = batch(2);
      float[] means = model.ofClass(1).encode(images).values();
      float[] rows = new float[3 * 6];
      Arrays.fill(rows, 6, 9, 0.5f);
      Arrays.fill(rows, 9, 12, (float) Math.log(4));
      setPrior(model, rows);

      float[] units = model.ofClass(1).encode(images).values();

      for (int i = 0; i < means.length; i++) {
        assertThat(units[i]).isCloseTo((means[i] - 0.5f) / 2f, within(1e-5f));
      }
    }
  }

  @Test
  void aSampleDependsOnSeedPlaceAndLabelAlone() {
    try (ConditionalVaeModel model = model(NetworkType.DENSE, LabelInput.ONE_HOT, true)) {
      ImageBatch some = model.sample(new int[] {2, 1, 0}, new Seed(5));
      ImageBatch others = model.sample(new int[] {0, 1, 2, 2}, new Seed(5));

      assertThat(some.labels()).containsExactly(2, 1, 0);
      assertThat(some.image(1))
          .usingComparatorWithPrecision(1e-5f)
          .containsExactly(others.image(1));
      assertThat(some.image(0)).isNotEqualTo(others.image(0));
      assertThat(some.image(0)).isNotEqualTo(others.image(2));
    }
  }

  @Test
  void samplesTakeTheClassesInTurn() {
    try (ConditionalVaeModel model = model(NetworkType.DENSE, LabelInput.ONE_HOT, false)) {
      assertThat(model.sample(7, new Seed(1)).labels()).containsExactly(0, 1, 2, 0, 1, 2, 0);
    }
  }

  @Test
  void theDivergencesOfTheDimensionsAddUpToThatOfTheBound() {
    try (ConditionalVaeModel model = model(NetworkType.DENSE, LabelInput.ONE_HOT, true)) {
      movePrior(model);
      ImageBatch images = batch(900);

      assertThat(Arrays.stream(model.divergenceByDimension(images)).sum())
          .isCloseTo(model.evidenceBound(images, new Seed(1)).kl(), within(1e-6));
    }
  }

  @Test
  void refusesImagesWithoutLabels() {
    try (ConditionalVaeModel model = model(NetworkType.DENSE, LabelInput.ONE_HOT, false)) {
      ImageBatch images = ImageBatch.unlabelled(IMAGES.shape(), batch(2).pixels());

      assertThatThrownBy(() -> model.reconstruct(images))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("label");
      assertThatThrownBy(() -> model.trainer().step(images, POINT, new Seed(1)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("label");
    }
  }

  @Test
  void refusesLabelsThatAreNoClasses() {
    try (ConditionalVaeModel model = model(NetworkType.DENSE, LabelInput.ONE_HOT, false)) {
      Tensors before = model.weights();
      ImageBatch images = withLabels(batch(2), 0, 3);

      assertThatThrownBy(() -> model.trainer().step(images, POINT, new Seed(1)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage("there is no class 3; expected a label from 0 to 2");
      assertThatThrownBy(() -> model.ofClass(-1)).isInstanceOf(InvalidInputException.class);
      assertThatThrownBy(() -> model.sample(new int[] {7}, new Seed(1)))
          .isInstanceOf(InvalidInputException.class);
      assertThat(model.weights().get("encoder.0.weight").values())
          .isEqualTo(before.get("encoder.0.weight").values());
    }
  }

  @Test
  void refusesDataWithoutClasses() {
    ConditionalVaeFamily family = new ConditionalVaeFamily();
    ImageDomain unlabelled = new ImageDomain(new ImageShape(8, 8, 1), List.of());

    assertThatThrownBy(() -> family.create(family.defaultConfig(), unlabelled, new Seed(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("classes");
  }

  @Test
  void refusesCodesOfAnotherSize() {
    try (ConditionalVaeModel model = model(NetworkType.DENSE, LabelInput.ONE_HOT, false)) {
      Encoder space = model.ofClass(0);

      assertThatThrownBy(() -> space.decode(LatentCodes.of(1f, 2f)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("2 dimensions")
          .hasMessageContaining("3");
    }
  }

  @Test
  void refusesAConfigWithoutHiddenLayers() {
    assertThatThrownBy(
            () ->
                new ConditionalVaeConfig(
                    2,
                    NetworkType.DENSE,
                    List.of(),
                    HiddenActivation.RELU,
                    LabelInput.ONE_HOT,
                    4,
                    false,
                    1,
                    1e-3,
                    RateSchedule.CONSTANT))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("widths");
  }

  private static ConditionalVaeModel model(
      NetworkType network, LabelInput input, boolean learnedPrior) {
    return new ConditionalVaeModel(
        new ConditionalVaeConfig(
            3,
            network,
            List.of(10, 8),
            HiddenActivation.TANH,
            input,
            4,
            learnedPrior,
            BETA,
            2e-3,
            RateSchedule.COSINE),
        IMAGES,
        new Seed(1));
  }

  private static void movePrior(ConditionalVaeModel model) {
    RandomGenerator random = new Seed(11).generator();
    float[] rows = new float[18];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = 0.5f * (float) random.nextGaussian();
    }
    setPrior(model, rows);
  }

  private static void setPrior(ConditionalVaeModel model, float[] rows) {
    Map<String, Tensor> weights = new LinkedHashMap<>(model.weights().byName());
    weights.put("prior.0.weight", new Tensor(List.of(3L, 6L), rows));
    model.setWeights(new Tensors(weights));
  }

  private static double loss(ConditionalVaeModel model, Tensors weights, ImageBatch batch) {
    model.setWeights(weights);
    return model.trainer().evaluate(batch, POINT, new Seed(4)).total();
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

  private static ImageBatch withLabels(ImageBatch images, int... labels) {
    return new ImageBatch(images.shape(), images.count(), images.pixels(), labels);
  }

  private static ImageBatch batch(int count) {
    RandomGenerator random = new Seed(7).generator();
    float[] pixels = new float[count * IMAGES.shape().size()];
    int[] labels = new int[count];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    Arrays.setAll(labels, i -> i * 7 % 3);
    return new ImageBatch(IMAGES.shape(), count, pixels, labels);
  }
}
