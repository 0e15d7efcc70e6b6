package latentlab.cli;

import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;

/** Asks a model for what it can do. */
final class Capability {

  private Capability() {}

  /**
   * The model as something that has a capability.
   *
   * @param <T> the capability's interface
   * @param model any model
   * @param capability the interface
   * @param deed what the command needs it for, as in "this model cannot ..."
   * @return the same model
   * @throws InvalidInputException if the model lacks it
   */
  static <T> T require(GenerativeModel model, Class<T> capability, String deed) {
    if (!capability.isInstance(model)) {
      throw new InvalidInputException("this model cannot " + deed + "; choose another by --model");
    }
    return capability.cast(model);
  }
}
