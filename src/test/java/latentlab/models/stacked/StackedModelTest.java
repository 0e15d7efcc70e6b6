package latentlab.models.stacked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.failure.InvalidInputException;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.TrainingPoint;
import latentlab.models.networks.RateSchedule;
import latentlab.models.stacked.PhasePlan.Phase;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackedModelTest {

  private static final ImageShape SHAPE = new ImageShape(6, 5, 1);

  /** One step of each phase with the tests' configs. */
  private static final int STEPS = 6;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void greedyTrainingLeavesAllOtherLayersUnchanged(int layer) {
    try (StackedModel model = model(0.5, 0)) {
      Map<String, Tensor> before = model.weights().byName();

      model.trainer().step(batch(SHAPE, 8), new TrainingPoint(layer, STEPS), new Seed(2));

      Set<String> expected = new TreeSet<>();
      for (String role : List.of("encoder", "decoder")) {
        expected.add(role + (layer + 1) + ".0.weight");
        expected.add(role + (layer + 1) + ".0.bias");
      }
      Set<String> changed = changed(before, model.weights().byName());
      changed.remove("codes.scale");
      assertThat(changed).isEqualTo(expected);
    }
  }

  @Test
  void aWholePretrainingLeavesEarlierLayersAsTheirPhaseLeftThem() {
    try (StackedModel model = model(0.9, 0.3)) {
      Map<String, Tensor> first = Map.of();
      for (int step = 0; step < 27; step++) {
        if (step == 9) {
          first = model.weights().byName();
        }
        model.trainer().step(batch(SHAPE, 8), new TrainingPoint(step, 30), new Seed(step));
      }

      assertThat(changed(first, model.weights().byName()))
          .contains("encoder2.0.weight", "decoder3.0.weight", "codes.scale")
          .noneMatch(name -> name.startsWith("encoder1") || name.startsWith("decoder1"));
    }
  }

  @Test
  void fineTuningTrainsAllLayersWithFreshMoments() {
    try (StackedModel model = model(0.5, 0)) {
      for (int step = 0; step < 3; step++) {
        model.trainer().step(batch(SHAPE, 8), new TrainingPoint(step, STEPS), new Seed(2));
      }
      Map<String, Tensor> before = model.weights().byName();
      assertThat(updates(model, "encoder1")).isEqualTo(1);

      model.trainer().step(batch(SHAPE, 8), new TrainingPoint(3, STEPS), new Seed(2));
      assertThat(changed(before, model.weights().byName())).isEqualTo(before.keySet());
      assertThat(updates(model, "encoder1")).isEqualTo(1);

      model.trainer().step(batch(SHAPE, 8), new TrainingPoint(4, STEPS), new Seed(2));
      assertThat(updates(model, "encoder1")).isEqualTo(2);
      assertThat(updates(model, "decoder3")).isEqualTo(2);
    }
  }

  /** Floats, so along each tensor's own gradient. */
  @Test
  void theGradientOfTheUnrolledLayersEqualsCentralDifferences() {
    try (StackedModel model = model(0, 0)) {
      ImageBatch batch = batch(SHAPE, 12);
      Tensors start = model.weights();
      trainer(model).computeGradients(batch, new Phase(3, 0), new Seed(1));

      Map<String, Tensor> gradients = model.stack().all().gradients().byName();
      assertThat(gradients).hasSize(12);
      gradients.forEach(
          (name, gradient) -> {
            double length = Math.sqrt(squaredLength(gradient.values()));
            double h = 2e-2;
            double up = loss(model, moved(start, name, gradient.values(), h / length), batch);
            double down = loss(model, moved(start, name, gradient.values(), -h / length), batch);
            assertThat((up - down) / (2 * h)).as(name).isCloseTo(length, within(2e-2 * length));
          });
    }
  }

  @Test
  void theLossOfAPhaseIsNamedAfterIt() {
    try (StackedModel model = model(0.5, 0)) {
      for (int step = 0; step < 3; step++) {
        TrainingPoint point = new TrainingPoint(step, STEPS);
        double stepped = model.trainer().evaluate(batch(SHAPE, 8), point, new Seed(1)).total();
        assertThat(model.trainer().step(batch(SHAPE, 8), point, new Seed(1)).parts())
            .containsOnlyKeys("layer " + (step + 1))
            .allSatisfy((name, loss) -> assertThat(loss).isCloseTo(stepped, within(1e-6)));
      }
      TrainingPoint last = new TrainingPoint(5, STEPS);
      assertThat(model.trainer().evaluate(batch(SHAPE, 8), last, new Seed(1)).parts())
          .containsOnlyKeys("reconstruction");
    }
  }

  @Test
  void theReconstructionLossIsTheMeanSquaredErrorOfTheReconstructions() {
    try (StackedModel model = model(0.5, 0)) {
      ImageBatch many = batch(SHAPE, 900);
      float[] given = many.pixels();
      float[] got = model.reconstruct(many).pixels();
      double sum = 0;
      for (int i = 0; i < given.length; i++) {
        sum += (given[i] - got[i]) * (given[i] - got[i]);
      }

      assertThat(model.trainer().evaluate(many, new TrainingPoint(5, 6), new Seed(1)).total())
          .isCloseTo(sum / given.length, within(1e-6));
    }
  }

  @Test
  void corruptionIsOfThePretrainingAlone() {
    try (StackedModel clean = model(0.5, 0);
        StackedModel corrupted = model(0.5, 0.5)) {
      ImageBatch batch = batch(SHAPE, 8);
      TrainingPoint first = new TrainingPoint(0, STEPS);
      TrainingPoint last = new TrainingPoint(5, STEPS);

      assertThat(corrupted.trainer().evaluate(batch, first, new Seed(1)))
          .isEqualTo(corrupted.trainer().evaluate(batch, first, new Seed(1)))
          .isNotEqualTo(corrupted.trainer().evaluate(batch, first, new Seed(2)))
          .isNotEqualTo(clean.trainer().evaluate(batch, first, new Seed(1)));
      assertThat(corrupted.trainer().step(batch, last, new Seed(1)))
          .isEqualTo(clean.trainer().step(batch, last, new Seed(1)));
    }
  }

  @Test
  void theExtentFollowsTheCodesOfTheDataAndIsStored() {
    try (StackedModel model = model(0, 0);
        StackedModel other = model(0, 0)) {
      ImageBatch batch = batch(SHAPE, 8);
      float[] codes = model.encode(batch).values();
      model.trainer().step(batch, new TrainingPoint(0, STEPS), new Seed(1));
      other.setWeights(model.weights());

      double expected = 3 * Math.sqrt(squaredLength(codes) / codes.length);
      assertThat((double) model.latentExtent()).isCloseTo(expected, within(1e-4));
      assertThat(other.latentExtent()).isEqualTo(model.latentExtent());
    }
  }

  @Test
  void theEncoderDescendsWhatOthersMakeOfItsCodes() {
    try (StackedModel model = model(0.5, 0)) {
      ImageBatch batch = batch(SHAPE, 8);
      Map<String, Tensor> before = model.weights().byName();
      float[] inUse = model.encode(batch).values();

      LatentCodes codes = model.encodeInTraining(batch, new Seed(1));
      model.descend(codes.values(), 0.1);

      assertThat(changed(before, model.weights().byName()))
          .allMatch(name -> name.startsWith("encoder"))
          .hasSize(6);
      assertThat(squaredLength(model.encode(batch).values())).isLessThan(squaredLength(inUse));
      assertThat(codes.values()).containsExactly(inUse, within(1e-5f));
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 8, 1", "12, 9, 3", "1, 7, 1"})
  void takesImagesOfAnySize(int height, int width, int channels) {
    ImageShape shape = new ImageShape(height, width, channels);
    try (StackedModel model =
        new StackedModel(config(0.5, 0.1), new ImageDomain(shape, List.of()), new Seed(1))) {
      for (int step = 0; step < STEPS; step++) {
        TrainingPoint point = new TrainingPoint(step, STEPS);
        assertThat(model.trainer().step(batch(shape, 3), point, new Seed(1)).isFinite()).isTrue();
      }
      assertThat(model.reconstruct(batch(shape, 3)).shape()).isEqualTo(shape);
    }
  }

  @Test
  void refusesAConfigWithoutHiddenLayersAndOneWithTooMany() {
    for (List<Integer> widths : List.of(List.<Integer>of(), Collections.nCopies(17, 4))) {
      assertThatThrownBy(() -> config(widths))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("widths");
    }
  }

  @Test
  void refusesCodesAndImagesOfAnotherSize() {
    try (StackedModel model = model(0.5, 0)) {
      assertThatThrownBy(() -> model.decode(LatentCodes.of(1f)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1 dimensions");
      assertThatThrownBy(() -> model.encode(batch(new ImageShape(5, 6, 1), 2)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("5x6x1");
    }
  }

  private static StackedTrainer trainer(StackedModel model) {
    return (StackedTrainer) model.trainer();
  }

  private static StackedModel model(double pretraining, double corruption) {
    return new StackedModel(
        config(pretraining, corruption), new ImageDomain(SHAPE, List.of()), new Seed(1));
  }

  private static StackedConfig config(double pretraining, double corruption) {
    return new StackedConfig(
        3,
        List.of(10, 8),
        HiddenActivation.TANH,
        pretraining,
        corruption,
        1e-2,
        RateSchedule.CONSTANT);
  }

  private static StackedConfig config(List<Integer> widths) {
    return new StackedConfig(3, widths, HiddenActivation.TANH, 0.4, 0, 1e-2, RateSchedule.CONSTANT);
  }

  private static float updates(StackedModel model, String network) {
    return model.trainer().optimizerState().get(network + ".adam.updates").values()[1];
  }

  private static Set<String> changed(Map<String, Tensor> before, Map<String, Tensor> after) {
    Set<String> names = new TreeSet<>();
    after.forEach(
        (name, tensor) -> {
          Tensor old = before.getOrDefault(name, Tensor.vector());
          if (!Arrays.equals(old.values(), tensor.values())) {
            names.add(name);
          }
        });
    return names;
  }

  private static double loss(StackedModel model, Tensors weights, ImageBatch batch) {
    model.setWeights(weights);
    return model.trainer().evaluate(batch, new TrainingPoint(0, 1), new Seed(4)).total();
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

  private static ImageBatch batch(ImageShape shape, int count) {
    RandomGenerator random = new Seed(7).generator();
    float[] pixels = new float[count * shape.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    return ImageBatch.unlabelled(shape, pixels);
  }
}
