package latentlab.training;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.models.LossTerms;

/**
 * Something that happened in a training. Immutable: any thread may read it, at any time. Events of
 * one training come in order, from its training thread.
 */
public sealed interface TrainingEvent {

  /**
   * The training changed its state.
   *
   * @param state the new state
   * @param message why, as one line for the user; empty where there is nothing to say
   */
  record StateChanged(TrainingState state, String message) implements TrainingEvent {}

  /**
   * One step was made.
   *
   * @param step the number of steps made so far, over all epochs, from 1
   * @param stepsInAll how many there will be when all epochs are done
   * @param loss the training loss of this step's batch, before its update
   * @param imagesPerSecond throughput over the last seconds; pauses do not count
   * @param timeLeft what the rest will take at that rate
   */
  record StepCompleted(
      long step, long stepsInAll, LossTerms loss, double imagesPerSecond, Duration timeLeft)
      implements TrainingEvent {}

  /**
   * A pass over the training data is done.
   *
   * @param epoch the number of epochs done so far, from 1
   * @param epochs how many there will be
   * @param step the number of steps made so far
   * @param training the mean training loss over this epoch
   * @param validation the loss on the validation data after it
   * @param pictures what the model makes of fixed inputs
   */
  record EpochCompleted(
      int epoch,
      int epochs,
      long step,
      LossTerms training,
      LossTerms validation,
      EpochPictures pictures)
      implements TrainingEvent {}

  /**
   * What a model makes of inputs that stay the same from epoch to epoch; each is empty where the
   * model lacks the capability.
   *
   * @param originals fixed validation images
   * @param reconstructions the same, passed through the model
   * @param grid images at fixed points or of a fixed seed
   * @param divergence the mean KL(q(z|x) || p(z)) of each latent dimension, in nats
   */
  record EpochPictures(
      Optional<ImageBatch> originals,
      Optional<ImageBatch> reconstructions,
      Optional<EpochGrid> grid,
      List<Double> divergence) {

    /** Copies the divergences. */
    public EpochPictures {
      divergence = List.copyOf(divergence);
    }
  }

  /**
   * Images that a model makes after each epoch from what stays the same.
   *
   * @param kind what they are
   * @param images row by row, from the top left
   * @param columns images in each row, at least 1
   */
  record EpochGrid(GridKind kind, ImageBatch images, int columns) {}

  /** What images in a grid are. */
  enum GridKind {
    /** Fixed latent points, over the first two dimensions. */
    LATENT_PLANE,
    /** A row for each class, with the same codes in each column. */
    CLASSES,
    /** Samples from the prior, of a fixed seed. */
    SAMPLES
  }
}
