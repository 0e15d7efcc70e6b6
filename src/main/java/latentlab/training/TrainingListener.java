package latentlab.training;

/** Receives the events of a training, on its training thread; must return at once. */
@FunctionalInterface
public interface TrainingListener {

  /**
   * Something happened.
   *
   * @param event what
   */
  void onEvent(TrainingEvent event);
}
