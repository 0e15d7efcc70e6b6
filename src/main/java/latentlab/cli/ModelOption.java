package latentlab.cli;

import java.nio.file.Path;
import java.util.Optional;
import latentlab.failure.InvalidInputException;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.origin.ModelReference;
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

  /**
   * Begins to tell how a picture was made.
   *
   * @param context knows the bundled models and the families
   * @param stored what {@link #read} gave
   * @param activity the name of the command
   * @return names the model and its weights
   */
  ImageOrigin origin(CommandContext context, StoredModel stored, String activity) {
    Path folder = context.bundled().locate("--model", model);
    return origin(context, folder, stored, activity);
  }

  /**
   * Begins to tell how a picture was made.
   *
   * @param context knows the families
   * @param folder where the model lies
   * @param stored the model
   * @param activity the name of the command
   * @return names the model and its weights
   */
  static ImageOrigin origin(
      CommandContext context, Path folder, StoredModel stored, String activity) {
    String id = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    String title = id + ": " + context.families().named(stored.card().family()).title();
    Optional<String> hash = Optional.of(new ModelFolder(folder).weightsHash());
    return ImageOrigin.of(ModelReference.of(id, title, stored.card(), hash), activity);
  }
}
