package latentlab.models.cyclegan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.AdversarialTrainer;
import latentlab.models.ImageDomain;
import latentlab.models.LossTerms;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CycleGanModelTest {

  private final CycleGanFamily family = new CycleGanFamily();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void refusesImagesThatHaveNotTwoClassesAndSaysHowToGetThem(int classes) {
    List<String> names = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    ImageDomain images = new ImageDomain(CycleGans.SHAPE, names);

    assertThatThrownBy(() -> family.create(family.defaultConfig(), images, new Seed(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("two classes")
        .hasMessageContaining("--split-by");
  }

  @Test
  void refusesImagesThatAreTooSmallToBeHalved() {
    ImageDomain images = new ImageDomain(new ImageShape(7, 30, 1), List.of("a", "b"));

    assertThatThrownBy(() -> family.create(family.defaultConfig(), images, new Seed(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at least 8 pixels");
  }

  @ParameterizedTest
  @CsvSource({"8, 8, 1, 1", "28, 28, 1, 2", "32, 32, 3, 3", "23, 17, 1, 2"})
  void imagesOfAnySizeComeOutInTheirSize(int height, int width, int channels, int halvings) {
    CycleGanConfig plain = CycleGans.config(2);
    CycleGanConfig config =
        new CycleGanConfig(2, halvings, 1, 2, 10, 0.5, 2, 1e-3, plain.schedule());
    ImageShape shape = new ImageShape(height, width, channels);
    try (CycleGanModel model =
        new CycleGanModel(config, new ImageDomain(shape, List.of("a", "b")), new Seed(1))) {
      float[] pixels = new float[2 * shape.size()];
      ImageBatch batch = new ImageBatch(shape, 2, pixels, new int[] {0, 1});

      assertThat(model.trainer().step(batch, CycleGans.FIRST, new Seed(1)).isFinite()).isTrue();
      assertThat(model.translate(batch, 0).shape()).isEqualTo(shape);
    }
  }

  @Test
  void translatesEachImageByItselfInOrderWithTheLabelAskedFor() {
    int count = RowChunks.ROWS + 3;
    ImageBatch many = CycleGans.batch(1, new int[count]);
    try (CycleGanModel model = CycleGans.model(2, 1)) {
      ImageBatch drawn = model.translate(many, 1);

      assertThat(drawn.count()).isEqualTo(count);
      assertThat(drawn.labels()).containsOnly(1);
      for (float pixel : drawn.pixels()) {
        assertThat(pixel).isBetween(0f, 1f);
      }
      for (int i : new int[] {0, 7, RowChunks.ROWS, count - 1}) {
        ImageBatch one = ImageBatch.unlabelled(many.shape(), many.image(i));
        assertThat(model.translate(one, 1).image(0))
            .usingComparatorWithPrecision(1e-5f)
            .containsExactly(drawn.image(i));
        assertThat(model.translate(one, 0).image(0)).isNotEqualTo(drawn.image(i));
      }
    }
  }

  @Test
  void refusesAClassThatThereIsNot() {
    try (CycleGanModel model = CycleGans.model(2, 1)) {
      ImageBatch batch = CycleGans.batch(1, 0);

      assertThatThrownBy(() -> model.translate(batch, 2))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("no class 2");
    }
  }

  @Test
  void refusesToLearnFromImagesWithoutAClassOrWithAThird() {
    try (CycleGanModel model = CycleGans.model(2, 1)) {
      ImageBatch unlabelled =
          ImageBatch.unlabelled(CycleGans.SHAPE, CycleGans.batch(1, 0, 1).pixels());
      ImageBatch third = CycleGans.batch(1, 0, 2);

      assertThatThrownBy(() -> model.trainer().step(unlabelled, CycleGans.FIRST, new Seed(1)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("class of each image");
      assertThatThrownBy(() -> model.trainer().step(third, CycleGans.FIRST, new Seed(1)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("label 2");
    }
  }

  @Test
  void aBatchOfOneClassChangesNothing() {
    try (CycleGanModel model = CycleGans.model(2, 1)) {
      Tensors before = model.weights();
      Tensors state = model.trainer().optimizerState();

      LossTerms loss =
          model.trainer().step(CycleGans.batch(1, 1, 1, 1), CycleGans.FIRST, new Seed(1));

      assertThat(loss.isFinite()).isTrue();
      assertThat(same(model.weights(), before)).isTrue();
      assertThat(same(model.trainer().optimizerState(), state)).isTrue();
    }
  }

  @Test
  void aBatchIsLearntFromInEqualHalves() {
    DomainBatch halves = DomainBatch.of(CycleGans.batch(1, 1, 0, 1, 1, 1));

    int size = CycleGans.SHAPE.size();
    assertThat(halves.rows()).isEqualTo(3);
    assertThat(Arrays.copyOfRange(halves.first(), 0, size))
        .isEqualTo(Arrays.copyOfRange(halves.first(), 2 * size, 3 * size));
    ImageBatch batch = CycleGans.batch(1, 1, 0, 1, 1, 1);
    for (int i = 0; i < size; i++) {
      assertThat(halves.first()[i]).isEqualTo(2 * batch.image(1)[i] - 1);
      assertThat(halves.second()[2 * size + i]).isEqualTo(2 * batch.image(3)[i] - 1);
    }
  }

  @Test
  void aStepOfOnePlayerLeavesNothingBehindForTheNext() {
    try (CycleGanModel plain = CycleGans.model(0, 1);
        CycleGanModel disturbed = CycleGans.model(0, 1)) {
      AdversarialTrainer trainer = (AdversarialTrainer) disturbed.trainer();
      Tensors start = plain.weights();
      Tensors state = plain.trainer().optimizerState();
      trainer.step(
          CycleGans.batch(5, 0, 1),
          CycleGans.FIRST,
          new Seed(1),
          AdversarialTrainer.Player.DISCRIMINATOR);
      disturbed.setWeights(start);
      trainer.setOptimizerState(state);

      plain.trainer().step(CycleGans.batch(2, 0, 1, 1), CycleGans.FIRST, new Seed(2));
      trainer.step(CycleGans.batch(2, 0, 1, 1), CycleGans.FIRST, new Seed(2));

      assertThat(same(plain.weights(), disturbed.weights())).isTrue();
    }
  }

  @Test
  void goesOnBitForBitWithTheImagesThatItRemembers() {
    try (CycleGanModel unbroken = CycleGans.model(3, 1);
        CycleGanModel resumed = CycleGans.model(3, 2)) {
      for (int step = 0; step < 4; step++) {
        unbroken.trainer().step(batch(step), CycleGans.FIRST, new Seed(step));
      }
      resumed.setWeights(unbroken.weights());
      resumed.trainer().setOptimizerState(unbroken.trainer().optimizerState());
      for (int step = 4; step < 8; step++) {
        LossTerms expected = unbroken.trainer().step(batch(step), CycleGans.FIRST, new Seed(step));

        assertThat(resumed.trainer().step(batch(step), CycleGans.FIRST, new Seed(step)))
            .isEqualTo(expected);
      }
      assertThat(same(resumed.weights(), unbroken.weights())).isTrue();
      assertThat(same(resumed.trainer().optimizerState(), unbroken.trainer().optimizerState()))
          .isTrue();
    }
  }

  @Test
  void learnsToMakeDarkImagesLight() {
    try (CycleGanModel model = CycleGans.model(5, 1)) {
      for (int step = 0; step < 250; step++) {
        model.trainer().step(batch(step), CycleGans.FIRST, new Seed(step));
      }

      double light = mean(model.translate(CycleGans.batch(900, new int[20]), 1));
      double dark = mean(model.translate(CycleGans.batch(901, ones(20)), 0));
      assertThat(light).isGreaterThan(dark + 0.2);
    }
  }

  private static ImageBatch batch(int step) {
    return CycleGans.batch(100 + step, 0, 1, 0, 1, 1, 0, 0, 1);
  }

  private static int[] ones(int count) {
    int[] ones = new int[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double mean(ImageBatch images) {
    double sum = 0;
    for (float pixel : images.pixels()) {
      sum += pixel;
    }
    return sum / images.pixels().length;
  }

  private static boolean same(Tensors one, Tensors other) {
    return one.byName().keySet().equals(other.byName().keySet())
        && one.byName().keySet().stream()
            .allMatch(name -> Arrays.equals(one.get(name).values(), other.get(name).values()));
  }
}
