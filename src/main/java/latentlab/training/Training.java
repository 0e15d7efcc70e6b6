package latentlab.training;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import latentlab.failure.UserException;
import latentlab.models.AdversarialTrainer.Player;
import latentlab.models.storage.StoredModel;

/**
 * One training under way. All methods return at once and may be called by any thread, in any order
 * and as often as one likes, also after its end.
 */
public interface Training {

  /**
   * Where it stands. A single step made out of a pause does not change the state.
   *
   * @return running until the first pause or the end
   */
  TrainingState state();

  /** Waits after the present step, or after the present end of an epoch. */
  void pause();

  /** Goes on after a pause. */
  void resume();

  /**
   * Makes one step and waits again; if it runs, it begins one more step and then waits. Each call
   * is one step; a pause forgets the steps that were not begun.
   */
  void singleStep();

  /**
   * As {@link #singleStep()}, but moves one player of an adversarial training alone; of other
   * trainings it is an ordinary step. The training then no longer follows from its seed alone.
   *
   * @param player who is moved
   */
  void singleStep(Player player);

  /**
   * Ends after the present step, keeping what was learnt. With a checkpoint folder the place is
   * written there, even in the middle of an epoch, and can be resumed from.
   */
  void stop();

  /**
   * Weights as training goes on; at the end the final ones, or the last good ones after a failure.
   *
   * @return the same feed at each call
   */
  WeightsFeed weights();

  /**
   * The losses of the epochs that are done, with those made before a resume.
   *
   * @return an immutable value
   */
  TrainingHistory history();

  /**
   * What the steps and the ends of epochs took until the last epoch was done, or until the end of
   * the training: with those before a resume, without pauses.
   *
   * @return empty if it goes on from a checkpoint of a version that did not count it
   */
  Optional<Duration> time();

  /**
   * What was learnt, once this has ended.
   *
   * @return the final weights, the last good ones after a failure; empty before the end, and if
   *     there never was a model
   */
  Optional<StoredModel> result();

  /**
   * What went wrong, once this has ended.
   *
   * @return the failure, with its cause, of a training that failed, or that was stopped but whose
   *     checkpoint could not be written; empty if all went well
   */
  Optional<UserException> failure();

  /**
   * Completed with the state it ended in, when the training thread has let go of the model; never
   * exceptionally.
   *
   * @return a future of the caller's own, whose cancellation has no effect on the training
   */
  CompletableFuture<TrainingState> ended();
}
