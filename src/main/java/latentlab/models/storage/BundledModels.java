package latentlab.models.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.models.ModelFamilies;

/**
 * The models that come with the program: one folder each.
 *
 * @param folder holds the models' folders; may be missing, then there are none
 */
public record BundledModels(Path folder) {

  /** The model that is used where none was named. */
  public static final String DEFAULT_NAME = "vae-2d";

  /** The model that judges what others make, where it knows such images. */
  public static final String CLASSIFIER_NAME = "classifier";

  private static final String CARD_FILE = "model.json";

  /**
   * The models of the program that is running.
   *
   * @return those beside its jars, or, run without the start script, those of the working folder
   */
  public static BundledModels ofProgram() {
    return new BundledModels(Path.of(System.getProperty("latentlab.home", "")).resolve("models"));
  }

  /**
   * The names of the models.
   *
   * @return in alphabetical order
   * @throws OperationFailedException if the folder cannot be read
   */
  public List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(BundledModels::holdsModel)
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new OperationFailedException("cannot list the models in '" + folder + "'", failure);
    }
  }

  /**
   * The folder that somebody means.
   *
   * @param option what names the model, for messages, such as {@code --model}
   * @param nameOrFolder the name of a bundled model, or a folder that holds a model
   * @return an existing folder
   * @throws InvalidInputException if it is neither
   */
  public Path locate(String option, String nameOrFolder) {
    if (names().contains(nameOrFolder)) {
      return folder.resolve(nameOrFolder);
    }
    Optional<Path> given = parse(nameOrFolder).filter(BundledModels::holdsModel);
    return given.orElseThrow(
        () ->
            new InvalidInputException(
                option
                    + " '"
                    + nameOrFolder
                    + "' is neither a folder with a "
                    + CARD_FILE
                    + " nor one of the bundled models: "
                    + (names().isEmpty() ? "(there are none)" : String.join(", ", names()))));
  }

  /**
   * The classifier that knows the images of a data set: it must have learnt from the same, as
   * images of one size may be of digits or of clothes.
   *
   * @param dataset the name of the data set
   * @param shape of its images
   * @param families must have the classifier's
   * @return empty if there is none, or it knows other images
   * @throws latentlab.failure.UserException if it cannot be read
   */
  public Optional<StoredModel> classifierOf(
      String dataset, ImageShape shape, ModelFamilies families) {
    if (!names().contains(CLASSIFIER_NAME)) {
      return Optional.empty();
    }
    StoredModel stored = new ModelFolder(folder.resolve(CLASSIFIER_NAME)).read(families);
    ModelCard card = stored.card();
    return card.provenance().dataset().equals(dataset) && card.images().shape().equals(shape)
        ? Optional.of(stored)
        : Optional.empty();
  }

  private static Optional<Path> parse(String folder) {
    try {
      return Optional.of(Path.of(folder));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean holdsModel(Path folder) {
    return Files.isRegularFile(folder.resolve(CARD_FILE));
  }
}
