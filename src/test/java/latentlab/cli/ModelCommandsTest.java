package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.data.image.ImageFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that use a trained model. */
class ModelCommandsTest {

  private static final ImageShape SHAPE = new ImageShape(6, 6, 1);

  @TempDir private Path folder;

  @BeforeEach
  void writeLab() {
    TinyLab.writeDataset(folder);
    TinyLab.writeModel(folder);
  }

  @Test
  void generatesTheSameImagesForTheSameSeed() {
    Path first = folder.resolve("first.npy");
    Path second = folder.resolve("second.npy");
    Path other = folder.resolve("other.npy");
    run("generate", "--count", "5", "--seed", "7", "--out", first.toString()).succeeded();
    run("generate", "--count", "5", "--seed", "7", "--out", second.toString()).succeeded();
    run("generate", "--count", "5", "--seed", "8", "--out", other.toString()).succeeded();
    ImageBatch images = ImageFile.read(first, SHAPE);
    assertThat(images.count()).isEqualTo(5);
    assertThat(ImageFile.read(second, SHAPE).pixels()).isEqualTo(images.pixels());
    assertThat(ImageFile.read(other, SHAPE).pixels()).isNotEqualTo(images.pixels());
  }

  @Test
  void reconstructsTheFirstTestImages() {
    Path out = folder.resolve("out.npy");
    CommandRun run = run("reconstruct", "--count", "7", "--json", "--out", out.toString());
    assertThat(parse(run.succeeded().out()).get("images").asInt()).isEqualTo(7);
    assertThat(ImageFile.read(out, SHAPE).count()).isEqualTo(7);
  }

  @Test
  void reconstructsTheImagesOfAFile() {
    Path in = folder.resolve("in.png");
    Path out = folder.resolve("out.npy");
    run("generate", "--count", "4", "--out", in.toString()).succeeded();
    run("reconstruct", "--in", in.toString(), "--out", out.toString()).succeeded();
    assertThat(ImageFile.read(out, SHAPE).count()).isEqualTo(4);
  }

  @Test
  void encodesAllTestImages() throws IOException {
    Path npy = folder.resolve("codes.npy");
    Path csv = folder.resolve("codes.csv");
    Path json = folder.resolve("codes.json");
    for (Path out : new Path[] {npy, csv, json}) {
      run("encode", "--out", out.toString()).succeeded();
    }
    byte[] array = Files.readAllBytes(npy);
    String header = new String(array, 10, 118, StandardCharsets.US_ASCII);
    assertThat(header).contains("'<f4'", "'fortran_order': False", "(20, 2)").endsWith("\n");
    assertThat(array).hasSize(128 + TinyLab.TEST_IMAGES * 2 * Float.BYTES);
    assertThat(Files.readAllLines(csv)).hasSize(TinyLab.TEST_IMAGES);
    JsonNode list = new ObjectMapper().readTree(json.toFile());
    assertThat(list).hasSize(TinyLab.TEST_IMAGES);
    String[] row = Files.readAllLines(csv).get(3).split(",");
    assertThat(list.get(3).get(1).asDouble()).isEqualTo(Double.parseDouble(row[1]));
  }

  @Test
  void writesAGridOfTheLatentSpace() {
    Path out = folder.resolve("grid.npy");
    run("grid", "--side", "3", "--dimensions", "2,1", "--out", out.toString()).succeeded();
    assertThat(ImageFile.read(out, SHAPE).count()).isEqualTo(9);
  }

  @Test
  void measuresAModelOnTheTestPart() {
    JsonNode metrics = parse(run("evaluate", "--json", "--seed", "3").succeeded().out());
    assertThat(metrics.fieldNames())
        .toIterable()
        .contains("reconstruction_mse", "reconstruction_bce", "kl", "elbo");
    assertThat(metrics.get("dataset").asText()).isEqualTo(TinyLab.DATASET);
    assertThat(metrics.get("images").asInt()).isEqualTo(TinyLab.TEST_IMAGES);
    assertThat(metrics.get("seed").asLong()).isEqualTo(3);
  }

  @Test
  void listsBundledModelsAndFamilies() {
    assertThat(run("models").succeeded().out())
        .contains("vae-2d", "families:", "  vae ", "3 epochs on tiny in 1 min 30 s");
    JsonNode first =
        parse(run("models", "--json").succeeded().out().lines().findFirst().orElse(""));
    assertThat(first.get("model").asText()).isEqualTo("vae-2d");
    assertThat(first.get("epochs").asInt()).isEqualTo(3);
    assertThat(first.get("training_seconds").asDouble()).isEqualTo(90);
  }

  @Test
  void listsDatasets() {
    assertThat(run("datasets").succeeded().out().lines())
        .anyMatch(line -> line.startsWith("synthetic "))
        .anyMatch(line -> line.startsWith("tiny "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "generate --count 0 | --count must be a whole number from 1",
        "generate --temperature 0 | --temperature must be a number from 0.01 to 100.0, not 0.0",
        "generate --temperature 1 | draw codes at a temperature",
        "generate --model missing | --model 'missing' is neither a folder with a model.json nor",
        "reconstruct --count 21 | --count 21 is more than the 20 images of the test part of tiny",
        "reconstruct --count 0 | --count",
        "reconstruct --in missing.png | --in 'missing.png' is not a file that can be read",
        "reconstruct --dataset nonsense | nonsense",
        "reconstruct --in a.png --dataset tiny | --in cannot be used with --dataset",
        "reconstruct --dataset tiny --data-dir x | cannot be used together",
        "grid --side 1 | --side must be a whole number from 2 to 100",
        "grid --dimensions 1,3 | --dimensions must be a whole number from 1 to 2, not 3",
        "grid --dimensions 1,1 | --dimensions must be two different numbers",
        "grid --dimensions 1 | --dimensions must be two different numbers"
      })
  void refusesAWrongOptionBeforeAnythingIsWritten(String command, String words) {
    Path out = folder.resolve("out.png");
    run((command + " --out " + out).split(" ")).refused(words);
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"out.bmp, must end in", "missing/out.png, does not exist", "., must end in"})
  void refusesAnOutputThatCannotBeWritten(String out, String words) {
    run("generate", "--out", folder.resolve(out).toString()).refused("--out", words);
  }

  @Test
  void refusesWeightsThatWereCutShort() throws IOException {
    Path weights = folder.resolve("bundled/vae-2d/weights.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(bytes, bytes.length - 5));
    Path out = folder.resolve("out.png");
    run("generate", "--out", out.toString()).refused("weights.safetensors");
    assertThat(out).doesNotExist();
  }

  @Test
  void keepsAnOlderFileWhenTheModelIsMissing() throws IOException {
    Path out = Files.writeString(folder.resolve("out.png"), "older");
    run("generate", "--model", "missing", "--out", out.toString()).refused("--model");
    assertThat(out).hasContent("older");
  }

  private CommandRun run(String... args) {
    return CommandRun.of(folder, args);
  }

  private static JsonNode parse(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException failure) {
      throw new AssertionError("no JSON: " + line, failure);
    }
  }
}
