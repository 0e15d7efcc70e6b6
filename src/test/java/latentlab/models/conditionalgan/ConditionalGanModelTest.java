package latentlab.models.conditionalgan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.ClassConditional;
import latentlab.models.ConditionalSampler;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.TrainingPoint;
import latentlab.models.config.ConfigSchema;
import latentlab.random.Seed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalGanModelTest {

  private static final ImageShape SHAPE = new ImageShape(8, 8, 1);
  private static final ImageDomain IMAGES = new ImageDomain(SHAPE, List.of("dark", "light", "mid"));
  private static final TrainingPoint POINT = new TrainingPoint(0, 1);

  private final ConditionalGanFamily family = new ConditionalGanFamily();
  private final ConditionalGanConfig config =
      ConfigSchema.of(ConditionalGanConfig.class)
          .with(
              family.defaultConfig(),
              Map.of(
                  "latent",
                  "4",
                  "channels",
                  "4",
                  "learningRate",
                  "0.01",
                  "discriminatorRate",
                  "0.01"));
  private final GenerativeModel model = family.create(config, IMAGES, new Seed(1));

  @AfterEach
  void close() {
    model.close();
  }

  /** Images of one grey: the class decides which. */
  private static ImageBatch batch(int... labels) {
    float[] pixels = new float[labels.length * SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = new float[] {0.1f, 0.9f, 0.5f}[labels[i / SHAPE.size()]];
    }
    return new ImageBatch(SHAPE, labels.length, pixels, labels);
  }

  @Test
  void samplesHaveTheClassesThatWereAskedFor() {
    ConditionalSampler sampler = (ConditionalSampler) model;
    ImageBatch asked = sampler.sample(new int[] {2, 0, 0, 1}, new Seed(3));

    assertThat(asked.labels()).containsExactly(2, 0, 0, 1);
    assertThat(sampler.sample(5, new Seed(3)).labels()).containsExactly(0, 1, 2, 0, 1);
  }

  @Test
  void aClassIsASpaceOfItsOwn() {
    LatentCodes codes = LatentCodes.standardNormal(2, 4, new Seed(1), "test");
    ClassConditional conditional = (ClassConditional) model;

    ImageBatch one = conditional.ofClass(0).decode(codes);
    ImageBatch other = conditional.ofClass(1).decode(codes);

    assertThat(conditional.ofClass(0).latentSize()).isEqualTo(4);
    assertThat(one.labels()).containsExactly(0, 0);
    assertThat(one.pixels()).isNotEqualTo(other.pixels());
  }

  @Test
  void learnsWhatTheClassesLookLike() {
    ImageBatch batch = batch(0, 1, 0, 1, 0, 1, 0, 1);
    for (int step = 0; step < 60; step++) {
      model.trainer().step(batch, new TrainingPoint(step, 60), new Seed(step));
    }

    ConditionalSampler sampler = (ConditionalSampler) model;
    double dark = mean(sampler.sample(new int[] {0, 0, 0, 0}, new Seed(3)));
    double light = mean(sampler.sample(new int[] {1, 1, 1, 1}, new Seed(3)));
    assertThat(light).isGreaterThan(dark + 0.2);
  }

  private static double mean(ImageBatch images) {
    double sum = 0;
    for (float pixel : images.pixels()) {
      sum += pixel;
    }
    return sum / images.pixels().length;
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3})
  void refusesAClassThatDoesNotExist(int label) {
    assertThatThrownBy(() -> ((ClassConditional) model).ofClass(label))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("from 0 to 2");
    assertThatThrownBy(() -> ((ConditionalSampler) model).sample(new int[] {0, label}, new Seed(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(String.valueOf(label));
    ImageBatch wrong = new ImageBatch(SHAPE, 1, new float[64], new int[] {label});
    assertThatThrownBy(() -> model.trainer().step(wrong, POINT, new Seed(1)))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void refusesImagesWithoutLabels() {
    ImageBatch unlabelled = ImageBatch.unlabelled(SHAPE, new float[64]);
    assertThatThrownBy(() -> model.trainer().evaluate(unlabelled, POINT, new Seed(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("label");
  }

  @Test
  void refusesADatasetWithoutClasses() {
    ImageDomain none = new ImageDomain(SHAPE, List.of());
    assertThatThrownBy(() -> family.create(config, none, new Seed(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("classes");
  }
}
