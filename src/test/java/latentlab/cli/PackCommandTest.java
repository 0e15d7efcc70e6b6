package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackCommandTest {

  @TempDir private Path folder;
  private Path model = Path.of("");
  private Path packed = Path.of("");

  @BeforeEach
  void train() {
    TinyLab.writeDataset(folder, 8);
    model = folder.resolve("model");
    packed = folder.resolve("packed");
    run("train", "--family", "autoencoder", "--dataset", "tiny", "--epochs", "1", "--out", text())
        .succeeded();
  }

  private String text() {
    return model.toString();
  }

  private CommandRun run(String... args) {
    return CommandRun.of(folder, args);
  }

  @Test
  void leavesTheTrainingOutAndHalvesTheWeights() throws IOException {
    run("pack", "--model", text(), "--out", packed.toString()).succeeded();

    try (Stream<Path> files = Files.list(packed)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("card.md", "model.json", "weights.safetensors");
    }
    assertThat(Files.size(packed.resolve("weights.safetensors")))
        .isLessThan(Files.size(model.resolve("weights.safetensors")) * 6 / 10);
    run("evaluate", "--model", packed.toString(), "--dataset", "tiny", "--samples", "0")
        .succeeded();
  }

  @Test
  void keepsEveryBitIfItIsTold() throws IOException {
    run("pack", "--model", text(), "--precision", "single", "--out", packed.toString()).succeeded();

    assertThat(packed.resolve("weights.safetensors"))
        .hasSameBinaryContentAs(model.resolve("weights.safetensors"));
  }

  @Test
  void writesACardForPeople() {
    run("pack", "--model", text(), "--recipe", "small", "--out", packed.toString()).succeeded();

    assertThat(packed.resolve("card.md"))
        .content()
        .startsWith("# packed\n\nAutoencoder. ")
        .contains("| recipe | `small`, ", "| training time | ", " s |\n", "16 bits each")
        .contains("| training | 1 epochs, batch 128, seed 1 |", "validation_total")
        .contains("\nlatent-lab reconstruct --model packed --count 16 ")
        .contains("\nlatent-lab train --family autoencoder --dataset tiny --epochs 1 ");
    assertThat(model.resolve("card.md")).content().contains("# model\n", "32 bits each");
  }

  @Test
  void putsTheFiguresOfEvaluateIntoTheCard() throws IOException {
    CommandRun measured =
        run("evaluate", "--model", text(), "--dataset", "tiny", "--samples", "0", "--json");
    Path figures = Files.writeString(folder.resolve("figures.json"), measured.succeeded().out());
    pack(figures).succeeded();

    assertThat(packed.resolve("card.md"))
        .content()
        .contains("Measured on the 20 test images of tiny, judged by ", "seed 1.", "| MSE | 0.")
        .doesNotContain("validation_total");
  }

  @Test
  void takesTheLineOfTheModelOutOfAComparison() throws IOException {
    Path figures =
        Files.writeString(
            folder.resolve("figures.json"),
            """
            {"model":"real images","frechet_distance":1.5}
            {"model":"model","family":"autoencoder","parameters":9,"sampling_ms":7.5}
            {"model":"packed","family":"autoencoder","reconstruction_mse":0.00423,"own":1e-7,\
            "measured_on":"20 test images"}

            """);
    pack(figures).succeeded();

    assertThat(packed.resolve("card.md"))
        .content()
        .contains("\nMeasured on 20 test images.\n", "| MSE | 0.0042 |", "| own | 1.0000e-07 |")
        .doesNotContain("1.5", "7.5", "| Parameters | 9 |");
    Files.writeString(figures, Files.readString(figures).replace("\"packed\"", "\"other\""));
    pack(figures).succeeded();
    assertThat(packed.resolve("card.md")).content().contains("| Time per sample (ms) | 7.500 |");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "not json; line 1: is not valid JSON",
        "[1]; line 1: expected a JSON object",
        "{'model':'another','reconstruction_mse':1}; has no line with the model 'packed or model'",
        "{'model':'packed','family':'vae'}; has figures of a model of the family 'vae'",
        "{'model':'packed','reconstruction_mse':'good'}; 'reconstruction_mse' must be a finite",
        "{'model':'packed','reconstruction_mse':1e999}; 'reconstruction_mse' must be a finite",
        "{'model':'packed','reconstruction_mse':NaN}; line 1: is not valid JSON",
        "{'model':['packed']}; model must be a text",
        "{'dataset':'tiny','images':-1}; images must be a whole number",
        "'model'; line 1: expected a JSON object"
      })
  void refusesFiguresThatAreNone(String content, String words) throws IOException {
    pack(Files.writeString(folder.resolve("figures.json"), content.replace('\'', '"')))
        .refused("figures.json", words);
    assertThat(packed).doesNotExist();
  }

  @Test
  void refusesAFileOfFiguresThatIsMissing() {
    pack(folder.resolve("missing.json")).refused("--figures", "missing.json");
  }

  private CommandRun pack(Path figures) {
    String[] options = {"--out", packed.toString(), "--figures", figures.toString()};
    return run("pack", "--model", text(), options[0], options[1], options[2], options[3]);
  }

  @Test
  void refusesAnotherPrecision() {
    run("pack", "--model", text(), "--precision", "quarter", "--out", packed.toString())
        .refused("--precision", "quarter", "half", "single");
    assertThat(packed).doesNotExist();
  }

  @Test
  void refusesAFolderOfOtherThings() throws IOException {
    Files.createDirectories(packed);
    Files.writeString(packed.resolve("letter.txt"), "dear");

    run("pack", "--model", text(), "--out", packed.toString()).refused("other files");
  }
}
