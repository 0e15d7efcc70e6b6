package latentlab.ui.session;

import java.util.Optional;

/** Opens a model that comes with the program, for a tab that needs one of a kind. */
@FunctionalInterface
public interface BundledModel {

  /**
   * Opens the model; may take a moment, so that it is called in the background.
   *
   * @return the model, or empty if it does not come with this program
   * @throws latentlab.failure.UserException if its files are not sound
   */
  Optional<ExploredModel> open();
}
