package latentlab.models;

import latentlab.data.ImageBatch;
import latentlab.random.Seed;

/**
 * Trains a generator against a discriminator, which learns to tell its images from real ones. A
 * step is one update of the discriminator and, as often as the config says, updates of the
 * generator. {@link AdversarialTerms} has the names of the terms.
 */
public interface AdversarialTrainer extends ModelTrainer {

  /** The two networks that play against each other. */
  enum Player {
    /** Tells real images from generated ones; also called the critic. */
    DISCRIMINATOR,
    /** Draws images. */
    GENERATOR
  }

  /**
   * One update of one player, while the other is frozen: no parameter of it that is trained
   * changes. Running averages of batch statistics, which no loss moves, follow every batch that
   * passes through.
   *
   * @param batch images to learn from, at least one
   * @param point where in the training this step is
   * @param seed decides everything random in this step
   * @param only which player moves
   * @return the losses of both before the update, as means per image
   */
  LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed, Player only);
}
