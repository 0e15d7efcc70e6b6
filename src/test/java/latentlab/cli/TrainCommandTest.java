package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import latentlab.progress.Cancellation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {

  @TempDir private Path folder;

  @BeforeEach
  void writeDataset() {
    TinyLab.writeDataset(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "--latent=0, latent",
    "--latent=x, latent",
    "--batch=0, --batch must be a whole number from 1 to 65536",
    "--batch=-5, --batch",
    "--batch=many, --batch",
    "--learning-rate=NaN, learningRate",
    "--learning-rate=0, learningRate",
    "--epochs=-1, --epochs must be a whole number from 1 to 1000000",
    "--epochs=0, --epochs",
    "--threads=0, --threads must be a whole number from 1 to 1024",
    "--seed=1.5, --seed",
    "--family=nonsense, unknown model family 'nonsense'",
    "--dataset=nonsense, nonsense",
    "--data-dir=nonsense, nonsense",
    "--set=nonsense=1, nonsense",
    "--set=latent, KEY=VALUE",
    "--set=beta=-1, beta",
    "--config=missing.json, --config 'missing.json' is not a file that can be read",
    "--grid=grid.bmp, must end in .npy or .png",
    "--grid=missing/grid.png, does not exist",
    "--resume=missing, missing",
    "--nonsense, Unknown option: '--nonsense'"
  })
  void refusesAWrongOptionBeforeAnythingIsWritten(String option, String words) {
    Path out = folder.resolve("trained");
    CommandRun.of(folder, "train", "--out", out.toString(), option).refused(words);
    assertThat(out).doesNotExist();
  }

  @Test
  void asksForAnOutputFolder() {
    train("--epochs", "1").refused("--out DIR is missing");
  }

  @Test
  void refusesAnOutputFolderThatCannotBeMade() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "content");
    train("--out", file.resolve("below").toString()).refused("--out", "is no writable folder");
    assertThat(file).hasContent("content");
  }

  @Test
  void refusesAnOutputFolderThatHoldsSomething() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(own.resolve("letter.txt"), "dear");
    train("--out", own.toString()).refused("--out", "is not an empty folder");
    assertThat(own).isDirectoryContaining("glob:**letter.txt");
  }

  @Test
  void refusesAConfigThatIsNoJson() throws IOException {
    Path config = Files.writeString(folder.resolve("config.json"), "{ latent");
    train("--config", config.toString(), "--out", folder.resolve("trained").toString())
        .refused("--config", "config.json");
  }

  @Test
  void printsAnObjectForEachEpochAndWritesTheModel() throws IOException {
    Path out = folder.resolve("trained");
    Path grid = folder.resolve("grid.png");
    CommandRun run =
        train(small("--epochs", "2", "--json", "--out", out.toString(), "--grid", grid.toString()))
            .succeeded();
    List<JsonNode> epochs = run.out().lines().map(TrainCommandTest::parse).toList();
    assertThat(epochs).hasSize(2);
    assertThat(epochs.get(1).get("epoch").asInt()).isEqualTo(2);
    assertThat(epochs.get(1).get("epochs").asInt()).isEqualTo(2);
    assertThat(epochs.get(1).fieldNames())
        .toIterable()
        .contains(
            "step",
            "train_total",
            "train_reconstruction",
            "train_kl",
            "validation_total",
            "validation_reconstruction",
            "validation_kl",
            "images_per_second",
            "seconds");
    assertThat(epochs.get(1).get("train_total").asDouble())
        .isLessThan(epochs.get(0).get("train_total").asDouble());
    assertThat(out.resolve("model.json")).exists();
    assertThat(out.resolve("weights.safetensors")).exists();
    assertThat(grid).isNotEmptyFile();
  }

  @Test
  void goesOnWithATraining() {
    Path out = folder.resolve("trained");
    train(small("--epochs", "1", "--out", out.toString())).succeeded();
    CommandRun resumed = train("--epochs", "2", "--resume", out.toString()).succeeded();
    assertThat(resumed.out().lines().findFirst())
        .hasValueSatisfying(line -> assertThat(line).startsWith("epoch 2/2"));
    train("--epochs", "2", "--resume", out.toString()).refused("--epochs 2 leaves nothing to do");
  }

  @Test
  void keepsTheSettingsOfATrainingItGoesOnWith() {
    Path out = folder.resolve("trained");
    train(small("--epochs", "1", "--out", out.toString())).succeeded();
    train("--epochs", "2", "--resume", out.toString(), "--latent", "3").refused("--resume keeps");
  }

  @Test
  void stopsWhenItIsCancelled() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    CommandRun run =
        CommandRun.of(
            folder,
            cancellation,
            small("train", "--epochs", "5", "--out", folder.resolve("trained").toString()));
    assertThat(run.exitCode()).isEqualTo(ExitCode.CANCELLED);
    assertThat(run.err().lines()).hasSize(1);
  }

  private CommandRun train(String... options) {
    return CommandRun.of(
        folder, Stream.concat(Stream.of("train"), Stream.of(options)).toArray(String[]::new));
  }

  private static String[] small(String... options) {
    Stream<String> settings =
        Stream.of(
            "--dataset", TinyLab.DATASET, "--latent", "2", "--set", "widths=8", "--batch", "16");
    return Stream.concat(Stream.of(options), settings).toArray(String[]::new);
  }

  private static JsonNode parse(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException failure) {
      throw new AssertionError("no JSON: " + line, failure);
    }
  }
}
