package latentlab.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how long a model is trained, in what steps, and where it is kept. */
final class PlanOptions {

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "10",
      description = "Passes over the training images, with those before --resume (default: 10).")
  private int epochs;

  @Option(names = "--batch", paramLabel = "N", description = "Images in each step (default: 128).")
  private @Nullable Integer batch;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder for the model, which must be new or empty.")
  private @Nullable String out;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description =
          "Go on with the training whose checkpoint is in this folder; its settings are kept.")
  private @Nullable String resume;

  int epochs() {
    return epochs;
  }

  Optional<Integer> batch() {
    return Optional.ofNullable(batch);
  }

  Optional<String> out() {
    return Optional.ofNullable(out);
  }

  Optional<String> resume() {
    return Optional.ofNullable(resume);
  }
}
