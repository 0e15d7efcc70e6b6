package latentlab.ui.session;

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
 */
public record ExploredModel(String title, ModelCard card, ModelReplica replica, boolean live) {

  /**
   * The same model after its training.
   *
   * @return a copy that is not live
   */
  public ExploredModel atRest() {
    return new ExploredModel(title, card, replica, false);
  }
}
