package latentlab.training;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import latentlab.data.ImageBatch;
import latentlab.models.LossTerms;
import latentlab.training.watch.SampleSurvey;
import latentlab.training.watch.TrainingWarning;

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
   * Samples of an adversarial training were looked at, after an epoch.
   *
   * @param epoch the number of epochs done so far, from 1
   * @param classNames of the data; as many as the survey has shares, where it has any
   * @param survey what they are like
   */
  record SamplesSurveyed(int epoch, List<String> classNames, SampleSurvey survey)
      implements TrainingEvent {

    /** Copies the names. */
    public SamplesSurveyed {
      classNames = List.copyOf(classNames);
    }
  }

  /**
   * Other problems than before are seen in a training that goes on.
   *
   * @param present all that are seen now; empty if none are left
   */
  record WarningsChanged(Set<TrainingWarning> present) implements TrainingEvent {

    /** Copies the set, keeping its order. */
    public WarningsChanged {
      present = Collections.unmodifiableSet(new LinkedHashSet<>(present));
    }
  }

  /**
   * What a model makes of inputs that stay the same from epoch to epoch; each is empty where the
   * model lacks the capability.
   *
   * @param originals fixed validation images
   * @param reconstructions the same, passed through the model
   * @param pairs what passing them through the model is
   * @param grid images at fixed points or of a fixed seed
   * @param divergence the mean KL(q(z|x) || p(z)) of each latent dimension, in nats
   */
  record EpochPictures(
      Optional<ImageBatch> originals,
      Optional<ImageBatch> reconstructions,
      PairKind pairs,
      Optional<EpochGrid> grid,
      List<Double> divergence) {

    /** Copies the divergences. */
    public EpochPictures {
      divergence = List.copyOf(divergence);
    }

    /**
     * Pictures of a model that does not translate.
     *
     * @param originals fixed validation images
     * @param reconstructions the same, passed through the model
     * @param grid images at fixed points or of a fixed seed
     * @param divergence the mean KL(q(z|x) || p(z)) of each latent dimension, in nats
     */
    public EpochPictures(
        Optional<ImageBatch> originals,
        Optional<ImageBatch> reconstructions,
        Optional<EpochGrid> grid,
        List<Double> divergence) {
      this(originals, reconstructions, PairKind.RECONSTRUCTIONS, grid, divergence);
    }
  }

  /** What a model makes of a given image. */
  enum PairKind {
    /** The same image, as the model sees it. */
    RECONSTRUCTIONS,
    /** The image as one of the other class. */
    TRANSLATIONS
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
