package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FewLabelsCommandTest {

  @TempDir private Path folder;

  @BeforeEach
  void writeLab() {
    TinyLab.writeDataset(folder);
    TinyLab.writeModel(folder);
  }

  @Test
  void reportsCodesBesidePixels() {
    CommandRun run = CommandRun.of(folder, "few-labels", "--labels", "10", "--json");
    assertThat(run.succeeded().out())
        .contains("\"codes_labelled\":", "\"pixels_nearest_neighbour\":", "\"labels\":10");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--labels 0 | --labels must be a whole number from 1",
        "--labels 9 | labels must be a whole number from 10, one for each class, to 57, not 9",
        "--labels 57 | has too few images of a class for 57 labels",
        "--images 1 | --images must be",
        "--model missing | --model 'missing'"
      })
  void refusesAWrongOption(String options, String words) {
    CommandRun.of(folder, ("few-labels " + options).split(" ")).refused(words);
  }
}
