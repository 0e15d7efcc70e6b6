package latentlab.models.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamilies;
import latentlab.models.storage.ModelCard.Provenance;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileModelFolderTest {

  private final TinyFamily tiny = new TinyFamily();
  private final ModelFamilies families = ModelFamilies.of(List.of(tiny));

  @TempDir Path above;
  private Path path;
  private Path json;
  private Path weights;

  @BeforeEach
  void writeAGoodModel() {
    path = above.resolve("model");
    json = path.resolve("model.json");
    weights = path.resolve("weights.safetensors");
    write(new TinyFamily.Config(3), Tensor.vector(1, 2, 3));
  }

  @Test
  void refusesAFolderThatIsNone() throws IOException {
    Path missing = above.resolve("missing");
    assertRefused(
        missing,
        missing + ": not found; expected a folder with model.json and weights.safetensors");
    assertRefused(json, json + ": is a file; expected a model's folder");
    assertRefused(Files.createDirectory(missing), missing.resolve("model.json") + ": not found");
  }

  @Test
  void refusesAFolderThatLacksAFile() throws IOException {
    Files.delete(weights);
    assertRefused(path, weights + ": not found; expected a safetensors file");
    Files.delete(json);
    assertRefused(path, json + ": not found");
  }

  @Test
  void refusesADescriptionThatIsNoJson() throws IOException {
    Files.writeString(json, "family = tiny");
    assertRefused(path, json + ": is not valid JSON: Unrecognized token 'family'");
    Files.writeString(json, "");
    assertRefused(path, json + ": expected a JSON object, not ''");
    Files.write(json, new byte[] {(byte) 0x80, 0, 1});
    assertRefused(path, json + ": is not UTF-8 text");
    Files.delete(json);
    Files.createDirectory(json);
    assertRefused(path, json + ": is a folder; expected a text file");
  }

  @Test
  void refusesADescriptionThatIsTooLarge() throws IOException {
    Files.writeString(json, Files.readString(json) + " ".repeat(1 << 20));
    assertRefused(path, json + ": is larger than 1048576 bytes");
  }

  @Test
  void refusesADescriptionCutShortAtAnyByte() throws IOException {
    String whole = Files.readString(json).strip();
    for (int length = 0; length < whole.length(); length++) {
      Files.writeString(json, whole.substring(0, length));
      assertRefused(path, json + ": ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'format' : 1 | 'format' : 2 | has format 2; this program reads format 1",
        "'format' : 1 | 'format' : '1' | format must be a whole number from 0 to 2147483647, not",
        "'format' : 1, | '' : 1, | lacks format; expected a whole number",
        "'family' : 'tiny' | 'family' : 'giant' "
            + "| unknown model family 'giant'; expected one of: tiny",
        "'family' : 'tiny' | 'family' : null | family must be a text, not 'null'",
        "'family' | 'famly' | unknown field 'famly'; expected one of: config, dataset, family,",
        "'size' : 3 | 'size' : 10 | size must be a whole number from 1 to 9, not '10'",
        "'size' : 3 | 'size' : 'x' | size must be a whole number from 1 to 9, not '\"x\"'",
        "'size' : 3 | 'depth' : 3 | unknown setting 'depth'; expected one of: size",
        "'height' : 4 | 'height' : 0 | images: height must be a whole number from 1 to 4096",
        "'height' : 4 | 'height' : 4.5 | images: height must be a whole number from 1 to 4096",
        "'width' : 5 | 'width' : 1e9 | images: width must be a whole number from 1 to 4096",
        "'channels' : 1 | 'depth' : 1 | images: unknown field 'depth'; expected one of: channels,",
        "[ 'zero', 'one' ] | 'zero' | images: classes must be a list of texts, not '\"zero\"'",
        "[ 'zero', 'one' ] | [ 0, 1 ] | images: classes must be a list of texts, not '[0,1]'",
        "[ 'zero', 'one' ] | {} | images: classes must be a list of texts, not '{}'",
        "'name' : 'mnist' | 'name' : 1 | dataset: name must be a text, not '1'",
        "'seed' : -9 | 'seed' : 9223372036854775808 | training: seed must be a whole number from",
        "'batch' : 128 | 'batch' : -1 | training: batch must be a whole number from 0 to",
        "'epochs' : 7 | 'epochs' : true | training: epochs must be a whole number from 0 to",
        "'seconds' : 0.5 | 'seconds' : -0.5 | training: seconds must be a number from 0 to"
            + " 1000000000",
        "'seconds' : 0.5 | 'seconds' : '0.5' | training: seconds must be a number from 0 to"
            + " 1000000",
        "'seconds' : 0.5 | 'seconds' : null | training: seconds must be a number from 0 to 1000000",
        "'seconds' : 0.5 | 'seconds' : 1e999 | training: seconds must be a number from 0 to"
            + " 1000000",
        "'seconds' : 0.5 | 'seconds' : 1e10 | training: seconds must be a number from 0 to 1000000",
        "'seconds' : 0.5 | 'seconds' : NaN | is not valid JSON: Non-standard token 'NaN'",
        "'seconds' | 'secs' | training: unknown field 'secs'; expected one of: batch, epochs,"
            + " seconds",
        "-100.5 | '-100.5' | metrics: elbo must be a finite number, not '\"-100.5\"'",
        "-100.5 | -1e999 | metrics: elbo must be a finite number, not",
        "-100.5 | NaN | is not valid JSON: Non-standard token 'NaN'",
        "'0.1.0' | [] | programVersion must be a text, not '[]'"
      })
  void refusesAFieldThatIsNotAsItMustBe(String found, String replacement, String message)
      throws IOException {
    String text = Files.readString(json);
    String search = found.replace('\'', '"');
    assertThat(text).contains(search);
    Files.writeString(json, text.replace(search, replacement.replace('\'', '"')));
    assertRefused(path, json + ": " + message.replace("\"\"", "\""));
  }

  @Test
  void refusesImagesThatAreTooLarge() throws IOException {
    String text = Files.readString(json).replace(": 4,", ": 4096,").replace(": 5,", ": 4096,");
    Files.writeString(json, text.replace("\"channels\" : 1", "\"channels\" : 3"));
    assertRefused(path, json + ": images: an image of 4096x4096x3 is not supported");
  }

  @Test
  void refusesWeightsCutShort() throws IOException {
    byte[] whole = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(whole, whole.length - 1));
    assertRefused(
        path, weights + ": the file is cut short: 11 bytes follow the header; expected 12");
  }

  @Test
  void refusesWeightsOfAnotherConfigAndNamesTheirFile() {
    write(new TinyFamily.Config(2), Tensor.vector(1, 2, 3));
    StoredModel stored = new ModelFolder(path).read(families);
    assertThatThrownBy(() -> stored.open(families))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            weights + " does not fit the config of the model: expected a tensor w of shape [2]");
    assertThat(tiny.lastMade).isNotNull().matches(TinyFamily.Model::isClosed);
  }

  @Test
  void opensAGoodModelWithItsWeights() {
    try (var model = new ModelFolder(path).read(families).open(families)) {
      assertThat(model.weights().get("w").values()).containsExactly(1, 2, 3);
      assertThat(model.images().classNames()).containsExactly("zero", "one");
    }
  }

  @Test
  void refusesAConfigThatDoesNotFitTheImages() throws IOException {
    Files.writeString(json, Files.readString(json).replace("\"channels\" : 1", "\"channels\" : 3"));
    StoredModel stored = new ModelFolder(path).read(families);
    assertThatThrownBy(() -> stored.open(families))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("the model of " + weights + ": tiny needs grey images");
  }

  private void write(TinyFamily.Config config, Tensor tensor) {
    new ModelFolder(path)
        .write(
            new ModelCard(
                "tiny",
                config,
                new ImageDomain(new ImageShape(4, 5, 1), List.of("zero", "one")),
                new Provenance(
                    "mnist",
                    "c0ffee",
                    -9,
                    128,
                    7,
                    Optional.of(Duration.ofMillis(500)),
                    Map.of("elbo", -100.5),
                    "0.1.0")),
            new Tensors(Map.of("w", tensor)));
  }

  private void assertRefused(Path folder, String message) {
    assertThatThrownBy(() -> new ModelFolder(folder).read(families))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining("\n");
  }
}
