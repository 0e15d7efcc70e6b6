package latentlab.models.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.failure.InvalidInputException;
import latentlab.models.ConditionalSampler;
import latentlab.models.GenerativeModel;
import latentlab.models.LossTerms;
import latentlab.models.ModelTrainer;
import latentlab.models.TrainingPoint;
import latentlab.models.denoising.ClassMix;
import latentlab.models.denoising.SamplingControl;
import latentlab.models.denoising.SamplingRequest;
import latentlab.models.denoising.StepwiseSampler;
import latentlab.models.denoising.Trajectory;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;

class DiffusionModelTest {

  private static final DiffusionFamily FAMILY = new DiffusionFamily();

  @Test
  void learnsToDrawTheClassThatIsAskedFor() {
    try (GenerativeModel model = create(SmallDiffusion.config(), 2)) {
      train(model, 60);

      ImageBatch drawn = ((ConditionalSampler) model).sample(new int[] {0, 1, 1, 0}, new Seed(9));

      assertThat(drawn.labels()).containsExactly(0, 1, 1, 0);
      for (int i = 0; i < 4; i++) {
        double left = side(drawn.image(i), 0);
        double right = side(drawn.image(i), 4);
        assertThat(drawn.labels()[i] == 0 ? left - right : right - left).isGreaterThan(0.4);
      }
    }
  }

  @Test
  void withoutLabelsItDrawsImagesOfNoClass() {
    try (GenerativeModel model = create(SmallDiffusion.config(), 0)) {
      ImageBatch labelled = SmallDiffusion.batch(4, new Seed(1));
      ImageBatch images = ImageBatch.unlabelled(labelled.shape(), labelled.pixels());
      assertThat(model.trainer().step(images, SmallDiffusion.START, new Seed(1)).isFinite())
          .isTrue();
      assertThat(model).isNotInstanceOf(ConditionalSampler.class);
      StepwiseSampler sampler = (StepwiseSampler) model;
      SamplingRequest request = sampler.request(2, new Seed(1));
      assertThat(sampler.diffusion().images(request, SamplingControl.none()).count()).isEqualTo(2);
      assertThatThrownBy(
              () ->
                  sampler
                      .diffusion()
                      .images(request.withClass(ClassMix.of(0)), SamplingControl.none()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("without classes");
    }
  }

  @Test
  void aTrajectoryOfTheModelEndsInTheImagesItDraws() {
    try (GenerativeModel model = create(SmallDiffusion.config(), 2)) {
      train(model, 3);
      StepwiseSampler sampler = (StepwiseSampler) model;
      SamplingRequest request = sampler.request(3, new Seed(4)).withClass(ClassMix.of(1));
      Trajectory trajectory = sampler.diffusion().sample(request, SamplingControl.none());
      assertThat(trajectory.steps()).hasSize(10);
      assertThat(trajectory.result().pixels())
          .containsExactly(
              ((ConditionalSampler) model).sample(new int[] {1, 1, 1}, new Seed(4)).pixels(),
              within(1e-5f));
    }
  }

  @Test
  void refusesAClassThatThereIsNot() {
    try (GenerativeModel model = create(SmallDiffusion.config(), 2)) {
      assertThatThrownBy(() -> ((ConditionalSampler) model).sample(new int[] {2}, new Seed(1)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage("there is no class 2; expected 0 to 1");
    }
  }

  @Test
  void withoutDecayTheAverageIsTheNetworkItself() {
    try (GenerativeModel model = create(SmallDiffusion.withDecay(0), 2)) {
      train(model, 2);
      model
          .weights()
          .byName()
          .forEach(
              (name, tensor) -> {
                if (name.startsWith("unet.")) {
                  String average = name.replaceFirst("unet", "average");
                  assertThat(model.weights().get(average).values()).isEqualTo(tensor.values());
                }
              });
    }
  }

  /** With warm-up d = min(decay, (1 + n) / (10 + n)): 0.1 in the first update. */
  @Test
  void theAverageFollowsTheNetworkAndSoonForgetsItsStart() {
    try (GenerativeModel model = create(SmallDiffusion.withDecay(0.999), 2)) {
      float[] start = values(model, "unet.class.weight");
      train(model, 1);
      float[] now = values(model, "unet.class.weight");
      float[] average = values(model, "average.class.weight");
      for (int i = 0; i < now.length; i++) {
        assertThat(average[i]).isCloseTo(0.1f * start[i] + 0.9f * now[i], within(1e-6f));
      }
    }
  }

  @Test
  void samplesAndMeasurementsAreTheAveragesOwn() {
    try (GenerativeModel model = create(SmallDiffusion.config(), 2)) {
      train(model, 3);
      ImageBatch drawn = ((ConditionalSampler) model).sample(2, new Seed(1));
      ImageBatch batch = SmallDiffusion.batch(6, new Seed(1));
      LossTerms loss = model.trainer().evaluate(batch, SmallDiffusion.START, new Seed(2));

      Map<String, Tensor> changed = new LinkedHashMap<>(model.weights().byName());
      changed.replaceAll(
          (name, tensor) ->
              name.startsWith("unet.")
                  ? new Tensor(tensor.shape(), new float[tensor.values().length])
                  : tensor);
      model.setWeights(new Tensors(changed));

      assertThat(((ConditionalSampler) model).sample(2, new Seed(1)).pixels())
          .isEqualTo(drawn.pixels());
      assertThat(model.trainer().evaluate(batch, SmallDiffusion.START, new Seed(2)))
          .isEqualTo(loss);
    }
  }

  @Test
  void theStateSaysHowManyUpdatesTheAverageHad() {
    try (GenerativeModel model = create(SmallDiffusion.config(), 2)) {
      train(model, 3);
      Tensors state = model.trainer().optimizerState();
      assertThat(state.get("average.updates").values()).containsExactly(0, 3);
      Map<String, Tensor> broken = new LinkedHashMap<>(state.byName());
      broken.put("average.updates", Tensor.vector(0, -1));
      assertThatThrownBy(() -> model.trainer().setOptimizerState(new Tensors(broken)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("average.updates");
      broken.remove("average.updates");
      assertThatThrownBy(() -> model.trainer().setOptimizerState(new Tensors(broken)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("average.updates");
    }
  }

  @Test
  void refusesMoreSamplingStepsThanThereAreAndStepsOutOfRange() {
    DiffusionConfig usual = SmallDiffusion.config();
    assertThatThrownBy(() -> withSteps(usual, 40, 41))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("samplingSteps must be from 1 to the 40 noise steps, not 41");
    assertThatThrownBy(() -> create(withSteps(usual, 5000, 50), 2))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("10 to 4000, not 5000");
  }

  private static DiffusionConfig withSteps(DiffusionConfig usual, int steps, int samplingSteps) {
    return new DiffusionConfig(
        usual.size(),
        steps,
        usual.noiseSchedule(),
        usual.prediction(),
        usual.minSnr(),
        usual.emaDecay(),
        usual.conditional(),
        usual.classDropout(),
        usual.guidance(),
        samplingSteps,
        usual.gradientNorm(),
        usual.learningRate(),
        usual.schedule());
  }

  private static GenerativeModel create(DiffusionConfig config, int classes) {
    return FAMILY.create(config, SmallDiffusion.domain(classes), new Seed(1));
  }

  private static void train(GenerativeModel model, int steps) {
    ModelTrainer trainer = model.trainer();
    for (int i = 0; i < steps; i++) {
      Seed seed = new Seed(5).derive("step", i);
      trainer.step(SmallDiffusion.batch(16, seed), new TrainingPoint(i, steps), seed);
    }
  }

  private static float[] values(GenerativeModel model, String name) {
    return model.weights().get(name).values();
  }

  private static double side(float[] image, int from) {
    double sum = 0;
    for (int i = 0; i < 64; i++) {
      if (i % 8 >= from && i % 8 < from + 4) {
        sum += image[i];
      }
    }
    return sum / 32;
  }
}
