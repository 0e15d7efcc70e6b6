package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
          .containsExactlyInAnyOrder("model.json", "weights.safetensors");
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
