package latentlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ImageTranslator;
import latentlab.models.LatentCodes;
import latentlab.models.LatentDivergence;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelFamily;
import latentlab.random.Seed;
import latentlab.training.TrainingEvent.EpochGrid;
import latentlab.training.TrainingEvent.EpochPictures;
import latentlab.training.TrainingEvent.GridKind;
import latentlab.training.TrainingEvent.PairKind;
import org.junit.jupiter.api.Test;

class FixedInputsTest {

  private static final ImageShape SHAPE = new ImageShape(8, 8, 1);

  private static ImageSet labelled() {
    byte[] pixels = new byte[6 * SHAPE.size()];
    Arrays.fill(pixels, 0, 100, (byte) 200);
    return new ImageSet(SHAPE, pixels, new byte[] {0, 1, 2, 0, 1, 2});
  }

  @Test
  void theGridRunsFromTheTopLeftToTheBottomRight() {
    LatentCodes grid = FixedInputs.grid(3, 5);

    assertThat(grid.count()).isEqualTo(100);
    assertThat(grid.code(0)).containsExactly(-4, 4, 0);
    assertThat(grid.code(9)).containsExactly(4, 4, 0);
    assertThat(grid.code(90)).containsExactly(-4, -4, 0);
    assertThat(grid.code(99)).containsExactly(4, -4, 0);
  }

  @Test
  void ofAModelThatIsToldTheClassThereIsARowForEachClass() {
    ImageDomain images = new ImageDomain(SHAPE, List.of("a", "b", "c"));
    EpochGrid grid = shownBy("conditional-vae", images);

    assertThat(grid.kind()).isEqualTo(GridKind.CLASSES);
    assertThat(grid.columns()).isEqualTo(10);
    assertThat(grid.images().count()).isEqualTo(30);
    assertThat(grid.images().labels()[19]).isEqualTo(1);
    assertThat(shownBy("conditional-vae", images).images().pixels())
        .isEqualTo(grid.images().pixels());
  }

  @Test
  void ofAModelThatOnlySamplesThereAreSamplesOfAFixedSeed() {
    FixedInputs inputs = new FixedInputs(labelled());

    EpochPictures shown = inputs.shownBy(new SamplingModel());

    assertThat(shown.reconstructions()).isEmpty();
    assertThat(shown.originals()).isEmpty();
    EpochGrid grid = shown.grid().orElseThrow();
    assertThat(grid.kind()).isEqualTo(GridKind.SAMPLES);
    assertThat(grid.images().count()).isEqualTo(100);
    assertThat(inputs.shownBy(new SamplingModel()).grid().orElseThrow().images().pixels())
        .isEqualTo(grid.images().pixels());
  }

  @Test
  void theDivergenceOfEachDimensionIsThatOfTheValidationImages() {
    try (GenerativeModel model =
        create(
            ModelFamilies.discover().named("vae"),
            new ImageDomain(SHAPE, List.of("a", "b", "c")))) {
      double[] expected =
          ((LatentDivergence) model)
              .divergenceByDimension(labelled().batch(new int[] {0, 1, 2, 3, 4, 5}));

      assertThat(new FixedInputs(labelled()).shownBy(model).divergence())
          .containsExactly(expected[0], expected[1]);
    }
    assertThat(new FixedInputs(labelled()).shownBy(new SamplingModel()).divergence()).isEmpty();
  }

  @Test
  void ofAModelThatTranslatesThereIsEachImageAsOneOfTheOtherClass() {
    ImageSet two = labelled().labelled(new byte[] {0, 1, 1, 0, 1, 0});
    try (GenerativeModel model =
        create(
            ModelFamilies.discover().named("cycle-gan"),
            new ImageDomain(SHAPE, List.of("a", "b")))) {
      EpochPictures shown = new FixedInputs(two).shownBy(model);
      ImageBatch originals = shown.originals().orElseThrow();
      ImageBatch made = shown.reconstructions().orElseThrow();

      assertThat(shown.pairs()).isEqualTo(PairKind.TRANSLATIONS);
      for (int i = 0; i < 6; i++) {
        ImageBatch one = ImageBatch.unlabelled(SHAPE, originals.image(i));
        assertThat(made.image(i))
            .usingComparatorWithPrecision(1e-5f)
            .containsExactly(
                ((ImageTranslator) model).translate(one, 1 - originals.labels()[i]).image(0));
      }
    }
  }

  @Test
  void ofAModelWithALatentSpaceThereIsAPlane() {
    EpochGrid grid = shownBy("vae", new ImageDomain(SHAPE, List.of()));

    assertThat(grid.kind()).isEqualTo(GridKind.LATENT_PLANE);
    assertThat(grid.images().count()).isEqualTo(100);
  }

  private static EpochGrid shownBy(String family, ImageDomain images) {
    return shownBy(ModelFamilies.discover().named(family), images);
  }

  private static <C extends Record & ModelConfig> EpochGrid shownBy(
      ModelFamily<C> family, ImageDomain images) {
    try (GenerativeModel model = create(family, images)) {
      return new FixedInputs(labelled()).shownBy(model).grid().orElseThrow();
    }
  }

  private static <C extends Record & ModelConfig> GenerativeModel create(
      ModelFamily<C> family, ImageDomain images) {
    return family.create(family.defaultConfig(), images, new Seed(1));
  }

  @Test
  void theOnlyDimensionRunsOnFromRowToRow() {
    LatentCodes grid = FixedInputs.grid(1, 5);

    assertThat(grid.code(0)).containsExactly(-4);
    assertThat(grid.code(99)).containsExactly(4);
    for (int i = 1; i < 100; i++) {
      assertThat(grid.code(i)[0]).isGreaterThan(grid.code(i - 1)[0]);
    }
  }
}
