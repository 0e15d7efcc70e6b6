package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TourCommandTest {

  @TempDir private Path folder;

  private CommandRun tour(String... options) {
    String[] args = new String[options.length + 3];
    args[0] = "tour";
    args[1] = "--out";
    args[2] = folder.resolve("pictures").toString();
    System.arraycopy(options, 0, args, 3, options.length);
    return CommandRun.of(folder, args);
  }

  @Test
  void namesEachPictureAndMakesItsFolder() {
    CommandRun run = tour("--size", "1920x1080").succeeded();

    assertThat(run.out().strip()).endsWith("1920x1080.png");
    assertThat(folder.resolve("pictures")).isDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"large", "1280", "1280x", "1280x800x2", "12.5x800"})
  void refusesWhatIsNoSize(String size) {
    tour("--size", size).refused("--size", size, "1280x800");
  }

  @Test
  void refusesASizeInWhichTheTabsDoNotFit() {
    tour("--size", "300x800").refused("width", "1024");
  }

  @Test
  void refusesATrainingWithoutAnEpoch() {
    tour("--epochs", "0").refused("--epochs");
  }
}
