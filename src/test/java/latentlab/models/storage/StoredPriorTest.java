package latentlab.models.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.ModelFamilies;
import latentlab.models.prior.LatentPrior;
import latentlab.models.prior.LatentPriors;
import latentlab.models.prior.PriorKind;
import latentlab.models.prior.PriorSettings;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A fitted prior in a model's folder. */
class StoredPriorTest {

  private static final ModelFamilies FAMILIES = ModelFamilies.of(List.of(new TinyFamily()));
  private static final LatentCodes CODES =
      new LatentCodes(5, 2, new float[] {0, 0, 2, 1, 4, 5, 6, 2, 1, 1});
  private static final StoredModel MODEL =
      new StoredModel(
          new ModelCard(
              "tiny",
              new TinyFamily.Config(1),
              new ImageDomain(new ImageShape(4, 5, 1), List.of()),
              new ModelCard.Provenance("mnist", "c0ffee", 1, 8, 2, Map.of(), "0.1.0")),
          new Tensors(Map.of("w", Tensor.vector(1))));

  @TempDir private Path above;
  private ModelFolder folder;

  @BeforeEach
  void nameAFolder() {
    folder = new ModelFolder(above.resolve("model"));
  }

  @ParameterizedTest
  @EnumSource(PriorKind.class)
  void isReadBackAsItWasWritten(PriorKind kind) {
    StoredPrior written = fitted(kind);
    folder.write(MODEL.withPrior(written));
    StoredPrior read = folder.read(FAMILIES).prior().orElseThrow();
    assertThat(read.settings()).isEqualTo(written.settings());
    assertThat(read.origin()).isEqualTo(written.origin());
    assertThat(read.size()).isEqualTo(2);
    LatentPrior before = written.open();
    LatentPrior after = read.open();
    assertThat(after.logDensity(CODES)).isEqualTo(before.logDensity(CODES));
    assertThat(after.sample(3, new Seed(1)).values())
        .isEqualTo(before.sample(3, new Seed(1)).values());
  }

  @Test
  void goesWhenTheModelIsTrainedAnew() {
    folder.write(MODEL.withPrior(fitted(PriorKind.GAUSSIAN)));
    folder.write(MODEL.card(), MODEL.weights());
    assertThat(folder.read(FAMILIES).prior()).isEmpty();
    assertThat(folder.path().resolve("prior.safetensors")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format\" : 1 | \"format\" : 2 | has format 2; this program reads format 1",
        "\"size\" : 2 | \"size\" : 3 | tensor 'mean' has shape [2]; expected [3]",
        "\"size\" : 2 | \"size\" : 0 | size must be a whole number from 1",
        "\"gaussian\" | \"vague\" | kind must be",
        "\"gaussian\" | \"mixture\" | tensor 'weight' is missing",
        "\"kind\" | \"kinds\" | lacks kind",
        "\"seed\" | \"sead\" | unknown field",
        "{ | [ | is not valid JSON"
      })
  void isRefusedWithOneLineWhenItsTextIsWrong(String sound, String broken, String words)
      throws IOException {
    folder.write(MODEL.withPrior(fitted(PriorKind.GAUSSIAN)));
    Path json = folder.path().resolve("prior.json");
    String text = Files.readString(json);
    assertThat(text).contains(sound);
    Files.writeString(json, text.replaceFirst(Pattern.quote(sound), broken));
    assertRefused(words);
  }

  @Test
  void isRefusedWhenItsWeightsAreCutShortOrMissing() throws IOException {
    folder.write(MODEL.withPrior(fitted(PriorKind.FLOW)));
    Path weights = folder.path().resolve("prior.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(bytes, bytes.length - 3));
    assertRefused("prior.safetensors");
    Files.delete(weights);
    assertRefused("prior.safetensors: not found");
    Files.write(weights, bytes);
    Files.writeString(folder.path().resolve("prior.json"), "", StandardCharsets.UTF_8);
    assertRefused("prior.json");
    Files.delete(folder.path().resolve("prior.json"));
    assertRefused("prior.json: not found");
  }

  @Test
  void isRefusedForAModelOfAnotherSpace() {
    StoredModel stored = MODEL.withPrior(fitted(PriorKind.GAUSSIAN));
    try (GenerativeModel model = stored.open(FAMILIES)) {
      assertThatThrownBy(() -> stored.sampler(model))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("a prior over 2 dimensions");
      assertThat(MODEL.sampler(model)).isEmpty();
    }
  }

  private void assertRefused(String words) {
    assertThatThrownBy(() -> folder.read(FAMILIES))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(words)
        .hasMessageStartingWith(folder.path().resolve("prior").toString())
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain("\n");
  }

  private static StoredPrior fitted(PriorKind kind) {
    PriorSettings settings = new PriorSettings(kind, 2, 20, 2, 8, 2, 4, 1e-3);
    LatentPrior prior =
        LatentPriors.fit(settings, CODES, new Seed(1), Progress.NONE, new Cancellation());
    return new StoredPrior(
        settings, prior, new StoredPrior.Origin("mnist", "c0ffee", 5, Map.of("density", -2.5)));
  }
}
