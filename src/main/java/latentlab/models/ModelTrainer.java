package latentlab.models;

import latentlab.data.ImageBatch;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** Trains one model. Owned by the thread that owns the model. */
public interface ModelTrainer {

  /**
   * One update of the weights.
   *
   * @param batch images to learn from, at least one
   * @param point where in the training this step is
   * @param seed decides everything random in this step
   * @return the loss before the update, as a mean per image
   */
  LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed);

  /**
   * The loss without an update.
   *
   * @param batch images to measure, at least one
   * @param point where in the training the loss is asked for: the last step made
   * @param seed decides everything random in the measurement
   * @return the loss, as a mean per image
   */
  LossTerms evaluate(ImageBatch batch, TrainingPoint point, Seed seed);

  /**
   * The state of the optimisers, without which a resumed training would differ from an unbroken
   * one.
   *
   * @return copies, with the number of updates made so far
   */
  Tensors optimizerState();

  /**
   * Replaces the state of the optimisers.
   *
   * @param state what {@link #optimizerState()} gave for a model with the same config and images
   * @throws latentlab.failure.InvalidInputException if names or shapes are other ones, or a value
   *     is not finite; the state is then unchanged
   */
  void setOptimizerState(Tensors state);
}
