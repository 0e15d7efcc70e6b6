package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.models.ModelFamilies;
import latentlab.models.storage.BundledModels;
import latentlab.progress.Cancellation;

/**
 * What one command printed and how it ended.
 *
 * @param exitCode the exit code
 * @param out what went to standard output
 * @param err what went to standard error
 */
record CommandRun(int exitCode, String out, String err) {

  /** Runs a command whose data sets, bundled models and cache lie in one folder. */
  static CommandRun of(Path folder, String... args) {
    return of(folder, new Cancellation(), args);
  }

  /** Runs a command that may be cancelled. */
  static CommandRun of(Path folder, Cancellation cancellation, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandContext context =
        new CommandContext(
            ModelFamilies.discover(),
            () -> new DatasetCatalog(Optional.of(folder.resolve("data")), folder.resolve("cache")),
            new BundledModels(folder.resolve("bundled")),
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            (stops, progress, cancelled) ->
                List.of(stops.folder().resolve(stops.width() + "x" + stops.height() + ".png")),
            cancellation);
    int exitCode = new CommandLineProgram(context).execute(args);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  /** Expects success and nothing on standard error. */
  CommandRun succeeded() {
    assertThat(err).isEmpty();
    assertThat(exitCode).isEqualTo(ExitCode.OK);
    return this;
  }

  /** Expects a refusal: its exit code, one line that holds some words, and no output. */
  CommandRun refused(String... words) {
    assertThat(exitCode).as(err).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(out).isEmpty();
    assertThat(err.lines()).hasSize(1);
    assertThat(err).startsWith("latent-lab: ").contains(words).doesNotContain("Exception");
    return this;
  }

  /** Expects a refusal with the place in the program where it happened. */
  CommandRun refusedWithTrace(String words) {
    assertThat(exitCode).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(err).startsWith("latent-lab: " + words).contains("\tat latentlab.cli.");
    return this;
  }
}
