package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import latentlab.data.ImageShape;
import latentlab.data.image.ImageFile;
import latentlab.models.ModelFamilies;
import latentlab.models.storage.ModelFolder;
import latentlab.models.storage.StoredPrior;
import latentlab.progress.Cancellation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fitting a prior and drawing from it. */
class FitPriorCommandTest {

  private static final ImageShape SHAPE = new ImageShape(6, 6, 1);

  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void writeLab() {
    TinyLab.writeDataset(folder);
    TinyLab.writeModel(folder);
    out = folder.resolve("fitted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "gaussian", "mixture", "flow"})
  void writesTheModelWithItsPrior(String kind) {
    fit("--prior", kind, "--components", "2", "--set", "epochs=2", "--set", "couplings=2")
        .succeeded();
    StoredPrior prior = new ModelFolder(out).read(ModelFamilies.discover()).prior().orElseThrow();
    assertThat(prior.settings().kind().name()).isEqualToIgnoringCase(kind);
    assertThat(prior.settings().components()).isEqualTo(2);
    assertThat(prior.size()).isEqualTo(2);
    assertThat(prior.origin().dataset()).isEqualTo(TinyLab.DATASET);
    assertThat(prior.origin().metrics()).containsKey("validation_log_density");
  }

  @Test
  void printsTheDensityAsJson() {
    assertThat(fit("--prior", "gaussian", "--json").succeeded().out())
        .contains("\"prior\":\"gaussian\"", "\"validation_log_density\":", "\"latent\":2");
  }

  @Test
  void letsTheModelGenerateFromThePrior() {
    fit("--prior", "gaussian").succeeded();
    Path own = folder.resolve("own.npy");
    Path fitted = folder.resolve("fitted.npy");
    run("generate", "--count", "5", "--seed", "7", "--out", own.toString()).succeeded();
    run("generate", "--model", out.toString(), "--count", "5", "--seed", "7", "--out", "" + fitted)
        .succeeded();
    assertThat(ImageFile.read(fitted, SHAPE).count()).isEqualTo(5);
    assertThat(ImageFile.read(fitted, SHAPE).pixels())
        .isNotEqualTo(ImageFile.read(own, SHAPE).pixels());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prior vague | --prior: kind must be",
        "--components 0 | --components: components must be a whole number from 1 to 1000",
        "--prior mixture --components 900 | components is 900, but there are only 57 codes",
        "--set couplings=1 | --set: couplings must be",
        "--set colour=red | unknown setting",
        "--model missing | --model 'missing'",
        "--dataset nonsense | nonsense"
      })
  void refusesAWrongOptionAndWritesNothing(String options, String words) {
    fit(options.split(" ")).refused(words);
    assertThat(out).doesNotExist();
  }

  @Test
  void refusesADataSetOfAnotherSize() {
    TinyLab.writeDataset(folder, 7);
    fit("--dataset", TinyLab.DATASET).refused("images of 7x7", "made for 6x6");
    assertThat(out).doesNotExist();
  }

  @Test
  void refusesAFolderThatHoldsSomething() throws IOException {
    Files.createDirectory(out);
    Files.writeString(out.resolve("notes.txt"), "mine");
    fit("--prior", "gaussian").refused("--out", "not an empty folder");
  }

  @Test
  void writesNothingWhenItIsCancelled() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    CommandRun run = CommandRun.of(folder, cancellation, "fit-prior", "--out", out.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.CANCELLED);
    assertThat(out).doesNotExist();
  }

  private CommandRun fit(String... options) {
    String[] args = new String[options.length + 3];
    args[0] = "fit-prior";
    args[1] = "--out";
    args[2] = out.toString();
    System.arraycopy(options, 0, args, 3, options.length);
    return run(args);
  }

  private CommandRun run(String... args) {
    return CommandRun.of(folder, args);
  }
}
