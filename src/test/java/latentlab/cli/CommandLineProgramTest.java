package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineProgramTest {

  @TempDir private Path folder;

  @Test
  void listsItsCommands() {
    assertThat(CommandRun.of(folder, "--help").succeeded().out())
        .contains("train", "generate", "reconstruct", "encode", "evaluate", "grid")
        .contains("models", "datasets", "bench", "Exit codes");
  }

  @Test
  void saysItsVersion() {
    assertThat(CommandRun.of(folder, "--version").succeeded().out())
        .matches("latent-lab \\d+\\.\\d+\\S*\\R");
  }

  @Test
  void describesTheFamiliesAndTheirSettingsInTheHelpOfTrain() {
    assertThat(CommandRun.of(folder, "train", "--help").succeeded().out())
        .contains("vae: ", "latent = ", "learningRate = ", "beta = ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train",
        "generate",
        "reconstruct",
        "encode",
        "evaluate",
        "grid",
        "models",
        "datasets",
        "bench"
      })
  void everyCommandTakesTheCommonOptions(String command) {
    assertThat(CommandRun.of(folder, command, "--help").succeeded().out())
        .contains("--seed", "--threads", "--json", "--stacktrace", "--help", "--version");
  }

  @Test
  void asksForACommand() {
    CommandRun.of(folder, "--stacktrace").refusedWithTrace("a command is missing");
    CommandRun.of(folder, "trian").refused("Unmatched argument at index 0: 'trian'");
  }

  @Test
  void refusesAnUnknownWorkload() {
    CommandRun.of(folder, "bench", "nonsense")
        .refused("unknown workload 'nonsense'", "mlp-vae-train");
    CommandRun.of(folder, "bench").refused("WORKLOAD");
  }

  @Test
  void refusesToDownloadWhatItCannot() {
    CommandRun.of(folder, "datasets", "--download", "cifar10")
        .refused("--download 'cifar10'", "mnist");
  }

  @Test
  void saysThatThereAreNoBundledModels() {
    CommandRun.of(folder, "evaluate").refused("--model 'vae-2d'", "(there are none)");
  }
}
