package latentlab.models.vqvae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.CodeMaps;
import latentlab.models.ConditionalSampler;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.TrainingPoint;
import latentlab.models.config.ConfigSchema;
import latentlab.random.Seed;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;

class VqVaeModelTest {

  private static final TrainingPoint FIRST = new TrainingPoint(0, 10);
  private static final TrainingPoint LAST = new TrainingPoint(9, 10);

  @Test
  void theAutoencoderLearnsFirstAndThePriorAfterIt() {
    try (GenerativeModel model = model(SmallVqVae.config(), SmallVqVae.LABELLED)) {
      Tensors start = model.weights();
      assertThat(step(model, FIRST)).contains("reconstruction", "perplexity");
      Tensors middle = model.weights();
      assertThat(step(model, LAST)).containsExactly("prior");
      Tensors end = model.weights();

      for (String name : start.byName().keySet()) {
        boolean prior = name.startsWith("prior.");
        float[] unchanged = (prior ? start : middle).get(name).values();
        assertThat((prior ? middle : end).get(name).values()).as(name).isEqualTo(unchanged);
      }
      assertThat(middle.get("encoder.0.weight").values())
          .isNotEqualTo(start.get("encoder.0.weight").values());
      assertThat(end.get("prior.logits.weight").values())
          .isNotEqualTo(middle.get("prior.logits.weight").values());
    }
  }

  @Test
  void aGridOfCodesStandsForItsImage() {
    try (VqVaeModel model = model(SmallVqVae.config(), SmallVqVae.LABELLED)) {
      ImageBatch batch = SmallVqVae.batch(5, 1);
      CodeMaps codes = model.encodeToCodes(batch);

      assertThat(codes.rows()).isEqualTo(model.codeRows()).isEqualTo(5);
      assertThat(codes.columns()).isEqualTo(model.codeColumns()).isEqualTo(4);
      assertThat(model.codebookSize()).isEqualTo(12);
      assertThat(model.decodeCodes(codes).pixels()).isEqualTo(model.reconstruct(batch).pixels());
    }
  }

  @Test
  void refusesGridsOfAnotherSizeAndCodesThatAreNotInTheBook() {
    try (VqVaeModel model = model(SmallVqVae.config(), SmallVqVae.LABELLED)) {
      assertThatThrownBy(() -> model.decodeCodes(new CodeMaps(1, 4, 4, new int[16])))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("5x4");
      int[] codes = new int[20];
      codes[7] = 12;
      assertThatThrownBy(() -> model.decodeCodes(new CodeMaps(1, 5, 4, codes)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("code 12");
    }
  }

  @Test
  void aSampleDependsOnItsSeedPlaceAndClassAlone() {
    try (GenerativeModel model = model(SmallVqVae.config(), SmallVqVae.LABELLED)) {
      step(model, LAST);
      ConditionalSampler sampler = (ConditionalSampler) model;
      int[] labels = SmallVqVae.numbers(70, 3, 4);
      int[] others = labels.clone();
      for (int i = 0; i < 40; i++) {
        others[i] = (others[i] + 1) % 3;
      }

      ImageBatch all = sampler.sample(labels, new Seed(5));
      ImageBatch changed = sampler.sample(others, new Seed(5));
      int[] few = Arrays.copyOf(labels, 41);

      assertThat(all.labels()).isEqualTo(labels);
      assertThat(changed.image(40)).isEqualTo(all.image(40));
      assertThat(sampler.sample(few, new Seed(5)).image(40))
          .usingComparatorWithPrecision(1e-5f)
          .containsExactly(all.image(40));
      assertThat(sampler.sample(labels, new Seed(6)).image(40)).isNotEqualTo(all.image(40));
    }
  }

  @Test
  void drawsTheCodesOfItsSamplesAtItsOwnTemperatureAndOthersAtAnother() {
    try (VqVaeModel model = model(SmallVqVae.config(), SmallVqVae.LABELLED)) {
      step(model, LAST);
      CodeMaps own = model.sampleCodes(40, new int[0], model.temperature(), new Seed(5));
      CodeMaps cold = model.sampleCodes(40, new int[40], 1e-4, new Seed(5));
      CodeMaps hot = model.sampleCodes(40, new int[40], 100, new Seed(5));

      assertThat(model.decodeCodes(own).pixels())
          .usingComparatorWithPrecision(1e-5f)
          .containsExactly(model.sample(40, new Seed(5)).pixels());
      // So cold that the seed does not matter, and so hot that many codes come.
      assertThat(cold.map(0)).isEqualTo(cold.map(39));
      assertThat(Arrays.stream(hot.indices()).distinct().count())
          .isGreaterThan(Arrays.stream(cold.indices()).distinct().count());
    }
  }

  @Test
  void refusesTemperaturesAndClassesThatItCannotBeGiven() {
    VqVaeConfig plain = SmallVqVae.config("conditionalPrior", "false");
    try (VqVaeModel model = model(plain, SmallVqVae.LABELLED)) {
      for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
        assertThatThrownBy(() -> model.sampleCodes(1, new int[0], wrong, new Seed(1)))
            .isInstanceOf(InvalidInputException.class)
            .hasMessageContaining("temperature must be above 0");
      }
      assertThatThrownBy(() -> model.sampleCodes(1, new int[1], 1, new Seed(1)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("not told classes");
      assertThatThrownBy(() -> model.sampleCodes(2, new int[1], 1, new Seed(1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void refusesAClassThatThereIsNot() {
    try (GenerativeModel model = model(SmallVqVae.config(), SmallVqVae.LABELLED)) {
      ConditionalSampler sampler = (ConditionalSampler) model;
      for (int label : new int[] {-1, 3}) {
        assertThatThrownBy(() -> sampler.sample(new int[] {0, label}, new Seed(1)))
            .isInstanceOf(InvalidInputException.class)
            .hasMessage("there is no class " + label + "; expected 0 to 2");
      }
    }
  }

  @Test
  void withoutClassesOrWithoutTheWishForThemNoClassCanBeAskedFor() {
    VqVaeConfig plain = SmallVqVae.config("conditionalPrior", "false");
    try (VqVaeModel unlabelled = model(SmallVqVae.config(), SmallVqVae.UNLABELLED);
        VqVaeModel unconditional = model(plain, SmallVqVae.LABELLED)) {
      assertThat(unlabelled).isNotInstanceOf(ConditionalSampler.class);
      assertThat(unconditional).isNotInstanceOf(ConditionalSampler.class);
      ImageBatch batch = SmallVqVae.batch(3, 1);
      ImageBatch bare = ImageBatch.unlabelled(batch.shape(), batch.pixels());
      assertThat(unlabelled.trainer().step(bare, LAST, new Seed(1)).isFinite()).isTrue();
      assertThat(unlabelled.sample(2, new Seed(1)).count()).isEqualTo(2);
    }
  }

  @Test
  void aLearntModelIsTheSameAfterItsWeightsWereStored() {
    try (VqVaeModel model = model(SmallVqVae.config(), SmallVqVae.LABELLED);
        VqVaeModel other = model(SmallVqVae.config(), SmallVqVae.LABELLED)) {
      step(model, FIRST);
      other.setWeights(model.weights());

      ImageBatch batch = SmallVqVae.batch(4, 2);
      assertThat(other.encodeToCodes(batch).indices())
          .isEqualTo(model.encodeToCodes(batch).indices());
      assertThat(model.weights().byName().keySet())
          .contains("codebook.0.weight", "codebook.usage", "codebook.sums");
    }
  }

  @Test
  void takesImagesOfOddAndLargeSizes() {
    for (ImageShape shape : List.of(new ImageShape(17, 30, 3), new ImageShape(28, 28, 1))) {
      ImageDomain images = new ImageDomain(shape, List.of());
      try (VqVaeModel model = model(SmallVqVae.config(), images)) {
        float[] pixels = SmallVqVae.floats(2 * shape.size(), 1);
        ImageBatch result = model.reconstruct(ImageBatch.unlabelled(shape, pixels));

        assertThat(result.shape()).isEqualTo(shape);
        assertThat(model.codeRows()).isEqualTo((shape.height() + 3) / 4);
        assertThat(model.codeColumns()).isEqualTo((shape.width() + 3) / 4);
      }
    }
  }

  @Test
  void refusesImagesThatAreTooSmallToBeHalved() {
    ImageDomain images = new ImageDomain(new ImageShape(7, 20, 1), List.of());
    assertThatThrownBy(() -> model(SmallVqVae.config(), images))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at least 8 pixels")
        .hasMessageContaining("7x20x1");
  }

  @Test
  void refusesACodebookOfNoneOrOneCode() {
    for (String codes : new String[] {"0", "1"}) {
      assertThatThrownBy(() -> SmallVqVae.config("codes", codes))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("codes must be")
          .hasMessageContaining("2")
          .hasMessageContaining(codes);
    }
    String one = ConfigSchema.jsonOf(SmallVqVae.config()).replace("\"codes\":12", "\"codes\":1");
    ConfigSchema<VqVaeConfig> schema = ConfigSchema.of(VqVaeConfig.class);
    assertThatThrownBy(() -> schema.fromJson(one, SmallVqVae.config()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("codes");
  }

  @Test
  void refusesACodebookTooLargeToSearch() {
    assertThatThrownBy(
            () ->
                ConfigSchema.of(VqVaeConfig.class)
                    .with(SmallVqVae.config(), Map.of("codes", "8192", "codeSize", "512")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("codes times codeSize");
  }

  private static Set<String> step(GenerativeModel model, TrainingPoint point) {
    return model.trainer().step(SmallVqVae.batch(6, 1), point, new Seed(3)).parts().keySet();
  }

  private static VqVaeModel model(VqVaeConfig config, ImageDomain images) {
    return (VqVaeModel) new VqVaeFamily().create(config, images, new Seed(1));
  }
}
