package latentlab.cli;

import latentlab.failure.InvalidInputException;
import latentlab.models.storage.BundledModels;
import latentlab.models.storage.ModelFolder;
import latentlab.models.storage.StoredModel;
import picocli.CommandLine.Option;

/** The option that chooses a trained model. */
final class ModelOption {

  @Option(
      names = "--model",
      paramLabel = "DIR",
      defaultValue = BundledModels.DEFAULT_NAME,
      description =
          "A model's folder, or the name of a bundled model (default: "
              + BundledModels.DEFAULT_NAME
              + ").")
  private String model = BundledModels.DEFAULT_NAME;

  /**
   * What was asked for.
   *
   * @return a name or a folder
   */
  String value() {
    return model;
  }

  /**
   * Reads and checks the model.
   *
   * @param context knows the bundled models and the families
   * @return the model, not yet live
   * @throws InvalidInputException if there is none, or its files are not sound
   */
  StoredModel read(CommandContext context) {
    return new ModelFolder(context.bundled().locate("--model", model)).read(context.families());
  }
}
