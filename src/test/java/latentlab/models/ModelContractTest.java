package latentlab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every registered family of models promises, whatever else it does. */
class ModelContractTest {

  private static final ImageDomain IMAGES =
      new ImageDomain(new ImageShape(9, 8, 1), List.of("light", "dark"));

  private static final int STEPS = 60;
  private static final int PLAYER_STEPS = 15;
  private static final TrainingPoint START = new TrainingPoint(0, STEPS);
  private static final TrainingPoint END = new TrainingPoint(STEPS - 1, STEPS);

  static Stream<ModelFamily<?>> families() {
    return ModelFamilies.discover().all().stream();
  }

  @Test
  void thereIsAFamily() {
    assertThat(families()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("families")
  void hasANameForOptionsAndTextsForPeople(ModelFamily<?> family) {
    assertThat(family.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    assertThat(family.title()).isNotBlank();
    assertThat(family.summary()).endsWith(".");
    assertThat(ModelFamilies.discover().named(family.name()).name()).isEqualTo(family.name());
  }

  @ParameterizedTest
  @MethodSource("families")
  void theSameSeedGivesTheSameModel(ModelFamily<?> family) {
    try (GenerativeModel one = create(family, 1);
        GenerativeModel same = create(family, 1);
        GenerativeModel other = create(family, 2)) {
      assertThat(flat(one.weights())).isEqualTo(flat(same.weights()));
      assertThat(flat(one.weights())).isNotEqualTo(flat(other.weights()));
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void aStepChangesTheWeightsAndStaysFinite(ModelFamily<?> family) {
    try (GenerativeModel model = create(family, 1)) {
      float[] before = flat(model.weights());

      LossTerms loss = model.trainer().step(batch(5, 1), START, new Seed(3));

      assertThat(loss.isFinite()).isTrue();
      assertThat(flat(model.weights())).isNotEqualTo(before);
      for (float weight : flat(model.weights())) {
        assertThat(Float.isFinite(weight)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void trainingLowersTheLoss(ModelFamily<?> family) {
    try (GenerativeModel model = create(family, 1)) {
      ModelTrainer trainer = model.trainer();
      assumeThat(trainer).isNotInstanceOf(AdversarialTrainer.class);
      double before = trainer.evaluate(batch(16, 1), END, new Seed(3)).total();
      for (int step = 0; step < STEPS; step++) {
        trainer.step(
            batch(16, 1), new TrainingPoint(step, STEPS), new Seed(4).derive("step", step));
      }

      assertThat(trainer.evaluate(batch(16, 1), END, new Seed(3)).total()).isLessThan(before);
    }
  }

  /** What one player gains the other loses: each is held to its own loss while it moves alone. */
  @ParameterizedTest
  @MethodSource("families")
  void eachPlayerLowersItsLossWhileTheOtherIsFrozen(ModelFamily<?> family) {
    try (GenerativeModel model = create(family, 1)) {
      assumeThat(model.trainer()).isInstanceOf(AdversarialTrainer.class);
      AdversarialTrainer trainer = (AdversarialTrainer) model.trainer();
      for (AdversarialTrainer.Player player : AdversarialTrainer.Player.values()) {
        String term = player.name().toLowerCase(Locale.ROOT);
        double first =
            trainer
                .step(batch(8, 1), START, new Seed(3), player)
                .parts()
                .getOrDefault(term, Double.NaN);
        double last = first;
        for (int step = 0; step < PLAYER_STEPS; step++) {
          last =
              trainer
                  .step(batch(8, 1), START, new Seed(3), player)
                  .parts()
                  .getOrDefault(term, Double.NaN);
        }
        assertThat(last).as(term).isLessThan(first);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void aPlayerMovesAloneAndIsToldTheLossesOfBoth(ModelFamily<?> family) {
    try (GenerativeModel model = create(family, 1)) {
      assumeThat(model.trainer()).isInstanceOf(AdversarialTrainer.class);
      AdversarialTrainer trainer = (AdversarialTrainer) model.trainer();
      LossTerms both = trainer.step(batch(6, 1), END, new Seed(3));
      for (AdversarialTrainer.Player player : AdversarialTrainer.Player.values()) {
        float[] generator = flat(trained(model, "generator"));
        float[] discriminator = flat(trained(model, "discriminator"));

        LossTerms loss = trainer.step(batch(6, 1), START, new Seed(3), player);

        assertThat(loss.isFinite()).isTrue();
        assertThat(loss.parts()).containsOnlyKeys(both.parts().keySet());
        boolean drawing = player == AdversarialTrainer.Player.GENERATOR;
        assertThat(Arrays.equals(flat(trained(model, "generator")), generator)).isEqualTo(!drawing);
        assertThat(Arrays.equals(flat(trained(model, "discriminator")), discriminator))
            .isEqualTo(drawing);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void adversarialTrainingIsTheSameForTheSameSeed(ModelFamily<?> family) {
    try (GenerativeModel one = create(family, 1);
        GenerativeModel same = create(family, 1)) {
      assumeThat(one.trainer()).isInstanceOf(AdversarialTrainer.class);
      for (int step = 0; step < 6; step++) {
        LossTerms expected =
            one.trainer().step(batch(6, step), new TrainingPoint(step, STEPS), new Seed(step));
        assertThat(
                same.trainer().step(batch(6, step), new TrainingPoint(step, STEPS), new Seed(step)))
            .isEqualTo(expected);
      }

      assertThat(flat(same.weights())).isEqualTo(flat(one.weights()));
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void evaluationChangesNothingAndRepeats(ModelFamily<?> family) {
    try (GenerativeModel model = create(family, 1)) {
      float[] before = flat(model.weights());

      LossTerms first = model.trainer().evaluate(batch(5, 1), START, new Seed(3));
      LossTerms second = model.trainer().evaluate(batch(5, 1), START, new Seed(3));

      assertThat(first).isEqualTo(second);
      assertThat(flat(model.weights())).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void goesOnBitForBitAfterItsStateWasRestored(ModelFamily<?> family) {
    try (GenerativeModel unbroken = create(family, 1);
        GenerativeModel resumed = create(family, 2)) {
      unbroken.trainer().step(batch(6, 1), START, new Seed(5));
      resumed.trainer().step(batch(6, 2), START, new Seed(6));
      resumed.setWeights(unbroken.weights());
      resumed.trainer().setOptimizerState(unbroken.trainer().optimizerState());

      LossTerms expected = unbroken.trainer().step(batch(3, 3), START, new Seed(7));
      LossTerms actual = resumed.trainer().step(batch(3, 3), START, new Seed(7));

      assertThat(actual).isEqualTo(expected);
      assertThat(flat(resumed.weights())).isEqualTo(flat(unbroken.weights()));
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void refusesWeightsThatAreNotFiniteAndKeepsItsOwn(ModelFamily<?> family) {
    try (GenerativeModel model = create(family, 1)) {
      float[] before = flat(model.weights());
      Map<String, Tensor> broken = new LinkedHashMap<>(model.weights().byName());
      String last = List.copyOf(broken.keySet()).get(broken.size() - 1);
      Tensor whole = model.weights().get(last);
      float[] values = whole.values().clone();
      values[0] = Float.NaN;
      broken.put(last, new Tensor(whole.shape(), values));

      assertThatThrownBy(() -> model.setWeights(new Tensors(broken)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(last);
      assertThat(flat(model.weights())).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void codesGoThroughTheLatentSpaceRowByRow(ModelFamily<?> family) {
    try (GenerativeModel model = create(family, 1)) {
      assumeThat(model).isInstanceOf(Encoder.class);
      Encoder encoder = (Encoder) model;
      ImageBatch images = batch(7, 1);

      LatentCodes codes = encoder.encode(images);
      ImageBatch decoded = encoder.decode(codes);

      assertThat(codes.count()).isEqualTo(7);
      assertThat(codes.size()).isEqualTo(encoder.latentSize());
      assertThat(decoded.count()).isEqualTo(7);
      assertThat(decoded.shape()).isEqualTo(IMAGES.shape());
      assertPixels(decoded);
      ImageBatch single = encoder.decode(LatentCodes.of(codes.code(4)));
      assertThat(single.image(0))
          .usingComparatorWithPrecision(1e-5f)
          .containsExactly(decoded.image(4));
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void aSearchFindsCodesWhoseImagesAreNearerThanThoseOfChance(ModelFamily<?> family) {
    try (GenerativeModel model = create(family, 1)) {
      for (Inverter space : inverters(model)) {
        int size = space.latentSize();
        LatentCodes wanted = LatentCodes.standardNormal(2, size, new Seed(11), "wanted");
        ImageBatch images = space.decode(wanted);
        InversionSettings brief = new InversionSettings(20, 2, 30, 0.1, 0);

        LatentCodes found = invert(space, images, brief);

        assertThat(found.count()).isEqualTo(2);
        assertThat(found.size()).isEqualTo(size);
        assertThat(squaredError(space.decode(found), images))
            .isLessThan(
                0.5
                    * squaredError(
                        space.decode(LatentCodes.standardNormal(2, size, new Seed(12), "chance")),
                        images));
        assertThat(invert(space, images, brief).values()).isEqualTo(found.values());
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThatThrownBy(() -> space.invert(images, brief, new Seed(3), Progress.NONE, cancelled))
            .isInstanceOf(CancellationException.class);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void everyClassOfAModelCanBeEncodedIfOneCan(ModelFamily<?> family) {
    try (GenerativeModel model = create(family, 1)) {
      assumeThat(model).isInstanceOf(ClassConditional.class);
      List<LatentSpace> spaces = spaces(model);
      LatentCodes code =
          LatentCodes.standardNormal(1, spaces.get(0).latentSize(), new Seed(2), "c");

      assertThat(spaces).extracting(LatentSpace::latentSize).containsOnly(code.size());
      assertThat(spaces.stream().map(space -> space instanceof Encoder).distinct()).hasSize(1);
      assertThat(spaces.stream().map(space -> space instanceof Inverter).distinct()).hasSize(1);
      assertThat(spaces.get(0).decode(code).pixels())
          .isNotEqualTo(spaces.get(1).decode(code).pixels());
    }
  }

  /** What can be searched: the model, or its space of each class. */
  private static List<Inverter> inverters(GenerativeModel model) {
    List<Inverter> found =
        spaces(model).stream()
            .filter(Inverter.class::isInstance)
            .map(Inverter.class::cast)
            .toList();
    assumeThat(found).isNotEmpty();
    return found;
  }

  private static List<LatentSpace> spaces(GenerativeModel model) {
    if (model instanceof ClassConditional conditional) {
      return IntStream.range(0, IMAGES.classNames().size()).mapToObj(conditional::ofClass).toList();
    }
    return model instanceof LatentSpace space ? List.of(space) : List.of();
  }

  private static LatentCodes invert(Inverter space, ImageBatch images, InversionSettings settings) {
    return space.invert(images, settings, new Seed(3), Progress.NONE, new Cancellation());
  }

  private static double squaredError(ImageBatch one, ImageBatch other) {
    double sum = 0;
    for (int i = 0; i < one.pixels().length; i++) {
      double difference = one.pixels()[i] - other.pixels()[i];
      sum += difference * difference;
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("families")
  void reconstructionsHaveTheSizeOfTheirOriginals(ModelFamily<?> family) {
    try (GenerativeModel model = create(family, 1)) {
      assumeThat(model).isInstanceOf(Reconstructor.class);

      ImageBatch result = ((Reconstructor) model).reconstruct(batch(3, 1));

      assertThat(result.count()).isEqualTo(3);
      assertPixels(result);
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void aSampleDependsOnItsSeedAndPlaceAlone(ModelFamily<?> family) {
    try (GenerativeModel model = create(family, 1)) {
      assumeThat(model).isInstanceOf(PriorSampler.class);
      PriorSampler sampler = (PriorSampler) model;

      ImageBatch few = sampler.sample(2, new Seed(8));
      ImageBatch many = sampler.sample(9, new Seed(8));

      assertPixels(many);
      assertThat(few.image(1)).usingComparatorWithPrecision(1e-5f).containsExactly(many.image(1));
      assertThat(many.image(0)).isNotEqualTo(many.image(1));
      assertThat(sampler.sample(9, new Seed(9)).pixels()).isNotEqualTo(many.pixels());
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void takesImagesWithThreeChannels(ModelFamily<?> family) {
    ImageDomain colour = new ImageDomain(new ImageShape(8, 8, 3), List.of("light", "dark"));
    try (GenerativeModel model = create(family, colour, 1)) {
      float[] pixels = new float[2 * 8 * 8 * 3];

      LossTerms loss =
          model
              .trainer()
              .step(
                  new ImageBatch(colour.shape(), 2, pixels, new int[] {0, 1}), START, new Seed(1));

      assertThat(loss.isFinite()).isTrue();
    }
  }

  private static void assertPixels(ImageBatch images) {
    for (float pixel : images.pixels()) {
      assertThat(pixel).isBetween(0f, 1f);
    }
  }

  /** What a player learns: its weights without averages that follow the batches. */
  private static Tensors trained(GenerativeModel model, String player) {
    Map<String, Tensor> chosen = new LinkedHashMap<>(model.weights().byName());
    chosen.keySet().removeIf(name -> !name.startsWith(player + ".") || name.contains(".running_"));
    assertThat(chosen).isNotEmpty();
    return new Tensors(chosen);
  }

  private static GenerativeModel create(ModelFamily<?> family, long seed) {
    return create(family, IMAGES, seed);
  }

  private static <C extends Record & ModelConfig> GenerativeModel create(
      ModelFamily<C> family, ImageDomain images, long seed) {
    return family.create(family.defaultConfig(), images, new Seed(seed));
  }

  private static ImageBatch batch(int count, long seed) {
    RandomGenerator random = new Seed(seed).generator();
    float[] pixels = new float[count * IMAGES.shape().size()];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = random.nextInt(2);
      for (int p = 0; p < IMAGES.shape().size(); p++) {
        boolean lit = (p / 8 + labels[i]) % 2 == 0;
        pixels[i * IMAGES.shape().size() + p] = lit ? 0.9f : 0.1f * random.nextFloat();
      }
    }
    return new ImageBatch(IMAGES.shape(), count, pixels, labels);
  }

  private static float[] flat(Tensors tensors) {
    int size = tensors.byName().values().stream().mapToInt(t -> t.values().length).sum();
    float[] all = new float[size];
    int offset = 0;
    for (Tensor tensor : tensors.byName().values()) {
      System.arraycopy(tensor.values(), 0, all, offset, tensor.values().length);
      offset += tensor.values().length;
    }
    return all;
  }
}
