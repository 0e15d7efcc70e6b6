package latentlab.models.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.models.ModelFamilies;
import latentlab.storage.AtomicFolder;
import latentlab.storage.FileContent;
import latentlab.storage.IoReason;
import latentlab.storage.Precision;
import latentlab.storage.SafetensorsFile;
import latentlab.storage.Tensors;
import latentlab.storage.TextFile;

/**
 * A folder with one model: {@code model.json} says what it is, {@code weights.safetensors} what it
 * has learnt; a prior that was fitted to its codes is in {@code prior.json} and {@code
 * prior.safetensors}; {@code card.md} describes it to people; and a checkpoint has files of the
 * training beside them, whose names start with {@code training}. All of them are replaced at once,
 * and go where a new model comes without them, as they would tell of another one; other files in
 * the folder are left alone. Stateless; any thread may use it, but only one at a time may write.
 */
public final class ModelFolder {

  private static final String CARD = "model.json";
  private static final String DESCRIPTION = "card.md";
  private static final String WEIGHTS = "weights.safetensors";
  private static final String PRIOR = "prior.json";
  private static final String PRIOR_WEIGHTS = "prior.safetensors";
  private static final String TRAINING = "training";
  private static final int LARGEST_CARD = 1 << 20;

  /** A writer may swap the folder between two files that are read; not more often than this. */
  private static final int READINGS = 10;

  private final Path folder;
  private final AtomicFolder files;

  /**
   * A folder that holds, or will hold, one model.
   *
   * @param folder the folder, which need not exist
   */
  public ModelFolder(Path folder) {
    this.folder = folder;
    files = new AtomicFolder(folder, ModelFolder::isOwned);
  }

  /**
   * The folder.
   *
   * @return as it was given
   */
  public Path path() {
    return folder;
  }

  /**
   * Whether there is a model, sound or not.
   *
   * @return true if there is a {@code model.json}
   */
  public boolean holdsModel() {
    return Files.isDirectory(folder) && Files.exists(folder.resolve(CARD));
  }

  /**
   * Writes or replaces the model, both files at once.
   *
   * @param card what is known about it
   * @param weights its weights
   * @throws InvalidInputException if the folder holds other files and no model
   * @throws OperationFailedException if it cannot be written; what was there before is unchanged
   */
  public void write(ModelCard card, Tensors weights) {
    write(card, weights, Map.of());
  }

  /**
   * Writes or replaces the model with further files, all at once. Files of a training that are
   * there now and not among these go.
   *
   * @param card what is known about it
   * @param weights its weights
   * @param trainingFiles further files, by names that start with {@code training}
   * @throws InvalidInputException if the folder holds other files and no model
   * @throws OperationFailedException if it cannot be written; what was there before is unchanged
   */
  public void write(ModelCard card, Tensors weights, Map<String, FileContent> trainingFiles) {
    write(card, weights, trainingFiles, "");
  }

  /**
   * As {@link #write(ModelCard, Tensors, Map)}, with a description for people.
   *
   * @param card what is known about it
   * @param weights its weights
   * @param trainingFiles further files, by names that start with {@code training}
   * @param description the text of {@code card.md}; empty for none
   * @throws InvalidInputException if the folder holds other files and no model
   * @throws OperationFailedException if it cannot be written; what was there before is unchanged
   */
  public void write(
      ModelCard card, Tensors weights, Map<String, FileContent> trainingFiles, String description) {
    write(new StoredModel(card, weights), trainingFiles, Precision.SINGLE, description);
  }

  /**
   * Writes or replaces the model and, if it has one, its prior, all files at once. A prior that is
   * there now goes.
   *
   * @param model the model
   * @throws InvalidInputException if the folder holds other files and no model
   * @throws OperationFailedException if it cannot be written; what was there before is unchanged
   */
  public void write(StoredModel model) {
    write(model, Precision.SINGLE);
  }

  /**
   * As {@link #write(StoredModel)}, with weights of another precision; a prior's stay as they are.
   *
   * @param model the model
   * @param precision of its weights
   * @throws InvalidInputException if the folder holds other files and no model
   * @throws OperationFailedException if it cannot be written, or a weight is too large for the
   *     precision; what was there before is unchanged
   */
  public void write(StoredModel model, Precision precision) {
    write(model, precision, "");
  }

  /**
   * As {@link #write(StoredModel, Precision)}, with a description for people.
   *
   * @param model the model
   * @param precision of its weights
   * @param description the text of {@code card.md}; empty for none
   * @throws InvalidInputException if the folder holds other files and no model
   * @throws OperationFailedException if it cannot be written, or a weight is too large for the
   *     precision; what was there before is unchanged
   */
  public void write(StoredModel model, Precision precision, String description) {
    write(model, Map.of(), precision, description);
  }

  private void write(
      StoredModel model,
      Map<String, FileContent> trainingFiles,
      Precision precision,
      String description) {
    requireOwn();
    Map<String, String> metadata =
        Map.of(
            "family", model.card().family(), "program", "Latent Lab " + ProgramVersion.current());
    String json = ModelCardJson.toJson(model.card());
    files.write(
        target -> {
          for (Map.Entry<String, FileContent> file : trainingFiles.entrySet()) {
            target.add(requireTrainingName(file.getKey()), file.getValue());
          }
          if (model.prior().isPresent()) {
            StoredPrior prior = model.prior().get();
            target.add(PRIOR_WEIGHTS, tensors(prior.weights(), metadata, Precision.SINGLE));
            target.add(PRIOR, text(StoredPriorJson.toJson(prior)));
          }
          if (!description.isEmpty()) {
            target.add(DESCRIPTION, text(description));
          }
          target.add(WEIGHTS, tensors(model.weights(), metadata, precision));
          target.add(CARD, text(json));
        });
  }

  private static FileContent tensors(
      Tensors tensors, Map<String, String> metadata, Precision precision) {
    return SafetensorsFile.content(new SafetensorsFile.Contents(tensors, metadata), precision);
  }

  private static FileContent text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Finds out before long work whether its result can be written here. Makes missing folders above.
   *
   * @throws InvalidInputException if the folder holds other files and no model
   * @throws OperationFailedException if nothing can be written, with the reason
   */
  public void checkWritable() {
    requireOwn();
    files.checkWritable();
  }

  /**
   * Reads and checks the model. If a crash left no complete folder in place, the last complete one
   * is put back first.
   *
   * @param families the families it can be of
   * @return the model, not yet live
   * @throws InvalidInputException if a file is missing or not as it must be; the message names the
   *     file and what was expected
   * @throws OperationFailedException if the disk fails
   */
  public StoredModel read(ModelFamilies families) {
    for (int reading = 1; reading < READINGS; reading++) {
      Object version = version();
      try {
        StoredModel model = readOnce(families);
        if (version.equals(version())) {
          return model;
        }
      } catch (InvalidInputException e) {
        if (version.equals(version())) {
          throw e;
        }
      }
    }
    return readOnce(families);
  }

  /**
   * Reads what is known about the model, without its weights.
   *
   * @param families the families it can be of
   * @return its card
   * @throws InvalidInputException if {@code model.json} is missing or not as it must be
   * @throws OperationFailedException if the disk fails
   */
  public ModelCard readCard(ModelFamilies families) {
    requireFolder();
    Path json = folder.resolve(CARD);
    return new ModelCardJson(families).parse(json.toString(), TextFile.read(json, LARGEST_CARD));
  }

  /**
   * Reads a file of tensors that was written with the model.
   *
   * @param name its name, which starts with {@code training}
   * @return its contents, checked as those of the weights
   * @throws InvalidInputException if it is missing or not as it must be
   */
  public SafetensorsFile.Contents readTrainingTensors(String name) {
    requireFolder();
    return SafetensorsFile.read(folder.resolve(requireTrainingName(name)));
  }

  /**
   * Reads a text that was written with the model.
   *
   * @param name its name, which starts with {@code training}
   * @return its text, at most 1 MB
   * @throws InvalidInputException if it is missing, larger, or not UTF-8
   */
  public String readTrainingText(String name) {
    requireFolder();
    return TextFile.read(folder.resolve(requireTrainingName(name)), LARGEST_CARD);
  }

  /**
   * The SHA-256 of the weights file, by which an export can say what made it.
   *
   * @return 64 hexadecimal digits
   * @throws InvalidInputException if there is no weights file
   * @throws OperationFailedException if it cannot be read
   */
  public String weightsHash() {
    requireFolder();
    Path weights = folder.resolve(WEIGHTS);
    if (!Files.isRegularFile(weights)) {
      throw new InvalidInputException(weights + ": not found");
    }
    try (InputStream file = Files.newInputStream(weights);
        DigestInputStream in = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
      byte[] chunk = new byte[1 << 16];
      while (in.read(chunk) >= 0) {
        // Reading is all that the digest needs.
      }
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (IOException e) {
      throw new OperationFailedException("cannot read " + weights + ": " + IoReason.of(e), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * How large the model is: {@code model.json}, weights and prior, without the files of a training.
   *
   * @return in bytes
   * @throws OperationFailedException if a size cannot be read
   */
  public long sizeInBytes() {
    long size = 0;
    for (String name : List.of(CARD, WEIGHTS, PRIOR, PRIOR_WEIGHTS)) {
      Path file = folder.resolve(name);
      try {
        size += Files.exists(file) ? Files.size(file) : 0;
      } catch (IOException e) {
        throw new OperationFailedException("cannot read " + file + ": " + IoReason.of(e), e);
      }
    }
    return size;
  }

  private StoredModel readOnce(ModelFamilies families) {
    ModelCard card = readCard(families);
    Path weights = folder.resolve(WEIGHTS);
    return new StoredModel(
        card, SafetensorsFile.read(weights).tensors(), weights.toString(), readPrior());
  }

  /** A prior of which one file is missing is refused by the reading of that file. */
  private Optional<StoredPrior> readPrior() {
    Path json = folder.resolve(PRIOR);
    Path weights = folder.resolve(PRIOR_WEIGHTS);
    if (!Files.exists(json) && !Files.exists(weights)) {
      return Optional.empty();
    }
    StoredPrior prior =
        StoredPriorJson.parse(
            json.toString(),
            TextFile.read(json, LARGEST_CARD),
            SafetensorsFile.read(weights).tensors(),
            weights.toString());
    prior.open(); // Checks every size.
    return Optional.of(prior);
  }

  /** Changes whenever a writer comes; the same as long as there is no model. */
  private Object version() {
    try {
      requireFolder();
      BasicFileAttributes card =
          Files.readAttributes(folder.resolve(CARD), BasicFileAttributes.class);
      // A new file may get the place of one that is gone, within one tick of the file system's
      // clock.
      return card.fileKey()
          + " "
          + card.lastModifiedTime()
          + " "
          + TextFile.read(folder.resolve(CARD), LARGEST_CARD);
    } catch (IOException | InvalidInputException e) {
      return "";
    }
  }

  private void requireFolder() {
    if (Files.isRegularFile(folder)) {
      throw new InvalidInputException(folder + ": is a file; expected a model's folder");
    }
    files.recover();
    if (!Files.exists(folder)) {
      throw new InvalidInputException(
          folder + ": not found; expected a folder with " + CARD + " and " + WEIGHTS);
    }
  }

  /** A mistyped path must not put a model among somebody's documents. */
  private void requireOwn() {
    if (!Files.isDirectory(folder) || holdsModel()) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      if (entries.iterator().hasNext()) {
        throw new InvalidInputException(
            folder + ": holds other files; expected a new or empty folder, or a model's");
      }
    } catch (IOException e) {
      throw new OperationFailedException("cannot read " + folder + ": " + IoReason.of(e), e);
    }
  }

  private static String requireTrainingName(String name) {
    if (!name.startsWith(TRAINING)) {
      throw new IllegalArgumentException(name + " does not start with " + TRAINING);
    }
    return name;
  }

  private static boolean isOwned(String name) {
    return Set.of(CARD, DESCRIPTION, WEIGHTS, PRIOR, PRIOR_WEIGHTS).contains(name)
        || name.startsWith(TRAINING);
  }
}
