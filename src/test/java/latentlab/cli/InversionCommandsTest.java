package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.data.image.ImageFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands do with a model that draws and has no encoder. */
class InversionCommandsTest {

  private static final ImageShape SHAPE = new ImageShape(6, 6, 1);

  @TempDir private Path folder;

  @BeforeEach
  void writeLab() {
    TinyLab.writeDataset(folder);
    TinyLab.writeModel(folder, "drawer", "gan", 6, Map.of("latent", "2", "generatorWidths", "8"));
  }

  @Test
  void findsTheCodesOfImagesThatTheModelDrew() {
    Path drawn = folder.resolve("drawn.npy");
    Path again = folder.resolve("again.npy");
    run("generate --count 3 --out " + drawn).succeeded();

    run("reconstruct --in " + drawn + " --out " + again).succeeded();

    ImageBatch originals = ImageFile.read(drawn, SHAPE);
    assertThat(ImageFile.read(again, SHAPE).pixels())
        .usingComparatorWithPrecision(0.05f)
        .containsExactly(originals.pixels());
  }

  @Test
  void encodesTheSameImagesToTheSameCodesForTheSameSeed() throws IOException {
    Path one = folder.resolve("one.csv");
    Path same = folder.resolve("same.csv");
    run("encode --count 2 --seed 4 --out " + one).succeeded();
    run("encode --count 2 --seed 4 --out " + same).succeeded();

    assertThat(Files.readString(one)).isEqualTo(Files.readString(same));
    assertThat(Files.readAllLines(one)).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void evaluateMeasuresInversionsIfAskedFor() {
    assertThat(run("evaluate --json --inversions 3").succeeded().out()).contains("inversion_mse");
    assertThat(run("evaluate --json --inversions 0").succeeded().out())
        .doesNotContain("inversion_mse");
    run("evaluate --inversions -1").refused("--inversions must be a whole number from 0");
  }

  private CommandRun run(String command) {
    return CommandRun.of(folder, (command + " --model drawer").split(" "));
  }
}
