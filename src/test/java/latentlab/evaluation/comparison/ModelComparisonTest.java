package latentlab.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelFamily;
import latentlab.models.config.ConfigSchema;
import latentlab.models.storage.ModelCard;
import latentlab.models.storage.ModelFolder;
import latentlab.models.storage.StoredModel;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small untrained models, stored and compared. */
class ModelComparisonTest {

  private static final int SIDE = 8;
  private static final ModelFamilies FAMILIES = ModelFamilies.discover();
  private static final ComparisonSettings SETTINGS = new ComparisonSettings(30, 10, new Seed(1));

  /** Of the others it is not known. */
  private static final Map<String, Optional<Duration>> TIMES =
      Map.of("vae", Optional.of(Duration.ofSeconds(90)));

  @TempDir private Path folder;
  private ComparedModel vae = new ComparedModel("vae", new ModelFolder(Path.of("")));
  private ComparedModel autoencoder = vae;
  private ComparedModel classifier = vae;

  @BeforeEach
  void store() {
    vae = store("vae", SIDE, Map.of("latent", "2", "widths", "8"));
    autoencoder = store("autoencoder", SIDE, Map.of("latent", "2", "widths", "8"));
    classifier = store("classifier", SIDE, Map.of("filters", "2", "features", "6"));
  }

  @Test
  void measuresWhatEachModelCanDoAndLeavesTheRestEmpty() {
    ComparisonTable table = measure(data(true), vae, autoencoder);

    ComparisonRow first = table.rows().get(0);
    assertThat(first.title()).isEqualTo("Variational autoencoder");
    assertThat(first.figures())
        .containsKeys(
            Figure.PARAMETERS,
            Figure.SIZE,
            Figure.MSE,
            Figure.SSIM,
            Figure.CLASS_KEPT,
            Figure.ELBO,
            Figure.FRECHET_DISTANCE,
            Figure.PRECISION,
            Figure.MEMORISED)
        .containsEntry(Figure.EPOCHS, 3.0)
        .containsEntry(Figure.TRAINING_TIME, 1.5)
        .containsEntry(Figure.LATENT_SIZE, 2.0);
    assertThat(table.rows().get(1).figures())
        .containsKeys(Figure.MSE, Figure.SSIM)
        .doesNotContainKeys(
            Figure.ELBO, Figure.FRECHET_DISTANCE, Figure.SAMPLING_TIME, Figure.TRAINING_TIME);
    assertThat(table.caption())
        .isEqualTo("20 test images of tiny, 30 samples of each model, seed 1");
  }

  @Test
  void realImagesAreMeasuredInPlaceOfSamples() {
    ComparisonTable table = measure(data(true), vae);

    assertThat(table.reference()).isPresent();
    assertThat(table.reference().get().figures())
        .containsKeys(Figure.FRECHET_DISTANCE, Figure.PRECISION, Figure.SHARPNESS)
        .containsEntry(Figure.MEMORISED, 0.05)
        .doesNotContainKeys(Figure.SAMPLING_TIME, Figure.MSE);
  }

  /** The clock is read twice for each part and goes a millisecond each time. */
  @Test
  void theTimeOfDrawingIsThatOfTheClock() {
    long[] now = {0};
    ComparisonTable table =
        new ModelComparison(FAMILIES, data(false), SETTINGS, () -> now[0] += 1_000_000)
            .measure(List.of(vae), soFar -> {}, Progress.NONE, new Cancellation());

    assertThat(table.rows().get(0).figure(Figure.SAMPLING_TIME)).hasValue(1.0 / 30);
    assertThat(table.reference()).isEmpty();
  }

  @Test
  void theListenerIsGivenTheTableAsItGrows() {
    List<Integer> sizes = new ArrayList<>();
    new ModelComparison(FAMILIES, data(false), SETTINGS)
        .measure(
            List.of(vae, autoencoder),
            table -> sizes.add(table.rows().size()),
            Progress.NONE,
            new Cancellation());

    assertThat(sizes).containsExactly(0, 1, 2);
  }

  @Test
  void aModelThatDoesNotFitHasAProblemAndTheOthersAreMeasured() {
    ComparedModel large = store("vae", SIDE + 1, Map.of("latent", "2", "widths", "8"));
    ComparedModel missing =
        new ComparedModel("missing", new ModelFolder(folder.resolve("missing")));
    ComparisonTable table = measure(data(false), large, missing, autoencoder);

    assertThat(table.rows().get(0).problem())
        .contains("the images are 8x8x1; the model expects 9x9x1");
    assertThat(table.rows().get(1).problem().orElse("")).contains("not found");
    assertThat(table.rows().get(2).problem()).isEmpty();
    assertThat(table.rows().get(2).figures()).containsKey(Figure.MSE);
  }

  @Test
  void theSameSeedGivesTheSameFigures() {
    assertThat(withoutTime(measure(data(true), vae)))
        .isEqualTo(withoutTime(measure(data(true), autoencoder, vae)));
  }

  private static Map<Figure, Double> withoutTime(ComparisonTable table) {
    ComparisonRow last = table.rows().get(table.rows().size() - 1);
    Map<Figure, Double> figures = new EnumMap<>(last.figures());
    figures.remove(Figure.SAMPLING_TIME);
    return figures;
  }

  @Test
  void refusesAJudgeThatIsNone() {
    ComparisonData data =
        new ComparisonData("tiny", images(20, 2), images(60, 1), Optional.of(stored(vae)));
    assertThatThrownBy(() -> measure(data, autoencoder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cannot classify images");
  }

  @Test
  void endsBetweenTwoModelsWhenCancelled() {
    Cancellation cancellation = new Cancellation();
    assertThatThrownBy(
            () ->
                new ModelComparison(FAMILIES, data(false), SETTINGS)
                    .measure(
                        List.of(vae, autoencoder),
                        table -> cancellation.cancel(),
                        Progress.NONE,
                        cancellation))
        .isInstanceOf(CancellationException.class);
  }

  private static ComparisonTable measure(ComparisonData data, ComparedModel... models) {
    return new ModelComparison(FAMILIES, data, SETTINGS)
        .measure(List.of(models), table -> {}, Progress.NONE, new Cancellation());
  }

  private ComparisonData data(boolean judged) {
    return new ComparisonData(
        "tiny",
        images(20, 2),
        images(60, 1),
        judged ? Optional.of(stored(classifier)) : Optional.empty());
  }

  private static StoredModel stored(ComparedModel model) {
    return model.folder().read(FAMILIES);
  }

  private static ImageSet images(int count, long seed) {
    byte[] pixels = new byte[count * SIDE * SIDE];
    new Seed(seed).generator().nextBytes(pixels);
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 10);
    }
    return new ImageSet(new ImageShape(SIDE, SIDE, 1), pixels, labels);
  }

  private ComparedModel store(String family, int side, Map<String, String> settings) {
    return store(FAMILIES.named(family), family + "-" + side, side, settings);
  }

  private <C extends Record & ModelConfig> ComparedModel store(
      ModelFamily<C> family, String name, int side, Map<String, String> settings) {
    C config = ConfigSchema.of(family.configType()).with(family.defaultConfig(), settings);
    List<String> classes = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    ImageDomain images = new ImageDomain(new ImageShape(side, side, 1), classes);
    ModelCard card =
        new ModelCard(
            family.name(),
            config,
            images,
            new ModelCard.Provenance(
                "tiny",
                "0".repeat(64),
                1,
                16,
                3,
                TIMES.getOrDefault(family.name(), Optional.empty()),
                Map.of(),
                "0.1.0"));
    ModelFolder target = new ModelFolder(folder.resolve(name));
    try (GenerativeModel model = family.create(config, images, new Seed(1))) {
      target.write(card, model.weights());
    }
    return new ComparedModel(name, target);
  }
}
