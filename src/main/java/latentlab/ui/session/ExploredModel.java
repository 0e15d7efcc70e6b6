package latentlab.ui.session;

import java.util.Optional;
import latentlab.models.origin.ModelReference;
import latentlab.models.storage.ModelCard;
import latentlab.training.ModelReplica;

/**
 * A model that the tabs explore.
 *
 * @param title the name for people
 * @param card what is known about it besides its weights
 * @param replica answers questions to the model on a thread of its own; belongs to the session,
 *     which closes it
 * @param live whether the model is being trained, so that the same question may get another answer
 *     later
 * @param name by which pictures name it: that of its folder; empty if it is not stored
 * @param hash of its weights file
 */
public record ExploredModel(
    String title,
    ModelCard card,
    ModelReplica replica,
    boolean live,
    String name,
    WeightsHash hash) {

  /**
   * A model that is not stored.
   *
   * @param title the name for people
   * @param card what is known about it besides its weights
   * @param replica answers questions to the model
   * @param live whether the model is being trained
   */
  public ExploredModel(String title, ModelCard card, ModelReplica replica, boolean live) {
    this(title, card, replica, live, "", WeightsHash.NONE);
  }

  /**
   * The same model after its training.
   *
   * @return a copy that is not live
   */
  public ExploredModel atRest() {
    return new ExploredModel(title, card, replica, false, name, hash);
  }

  /**
   * Names the model in the origin of a picture.
   *
   * @return without the hash of the weights, which takes a moment to read
   */
  public ModelReference reference() {
    return ModelReference.of(name, title, card, Optional.empty());
  }
}
