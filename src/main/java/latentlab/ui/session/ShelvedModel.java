package latentlab.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import latentlab.models.GenerativeModel;
import latentlab.models.origin.ModelReference;
import latentlab.models.storage.ModelCard;
import latentlab.training.ModelReplica;

/**
 * A stored model that can be opened.
 *
 * @param id unique on its shelf: the name of a bundled model, or else the path of its folder
 * @param title the name for people
 * @param card what is known about it besides its weights
 * @param opener reads the weights and makes a live model, owned by the thread that calls; throws
 *     {@link latentlab.failure.UserException} if its files are not sound
 * @param hash of its weights file
 */
public record ShelvedModel(
    String id,
    String title,
    ModelCard card,
    Supplier<? extends GenerativeModel> opener,
    WeightsHash hash) {

  /**
   * A model of whose weights no hash is known.
   *
   * @param id unique on its shelf
   * @param title the name for people
   * @param card what is known about it besides its weights
   * @param opener reads the weights and makes a live model
   */
  public ShelvedModel(
      String id, String title, ModelCard card, Supplier<? extends GenerativeModel> opener) {
    this(id, title, card, opener, WeightsHash.NONE);
  }

  /**
   * Opens the model anew, to be explored.
   *
   * @return at rest, with a replica that belongs to the caller
   */
  public ExploredModel explored() {
    ModelReplica replica = new ModelReplica("explored-model", opener);
    return new ExploredModel(title, card, replica, false, name(), hash);
  }

  /**
   * Where it lies, if it did not come with the program.
   *
   * @return an absolute path
   */
  public Optional<Path> folder() {
    return Optional.of(Path.of(id)).filter(Path::isAbsolute);
  }

  /**
   * By which pictures name it.
   *
   * @return the name of its folder without the path, which is nobody's business
   */
  public String name() {
    return String.valueOf(Path.of(id).getFileName());
  }

  /**
   * Names the model in the origin of a picture. Reads the weights file at the first call.
   *
   * @return with the hash of the weights
   */
  public ModelReference reference() {
    Optional<String> read = hash.read();
    return ModelReference.of(name(), title, card, read);
  }
}
