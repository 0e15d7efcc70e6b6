package latentlab.training;

import java.nio.file.Path;
import java.util.Optional;
import latentlab.failure.InvalidInputException;
import latentlab.random.Seed;

/**
 * How a model is trained.
 *
 * @param epochs passes over the training data in all, at least 1; a resumed training counts those
 *     made before
 * @param batchSize images in each step, from 1 to 65,536
 * @param seed decides the initial weights, the order of the images and all noise
 * @param checkpointFolder where the model and the state of its training are written after each
 *     epoch and when it is stopped, or empty if they are kept in memory only
 */
public record TrainingPlan(int epochs, int batchSize, Seed seed, Optional<Path> checkpointFolder) {

  /**
   * Checks the ranges.
   *
   * @throws InvalidInputException if one is left
   */
  public TrainingPlan {
    if (epochs < 1) {
      throw new InvalidInputException("epochs must be at least 1, not " + epochs);
    }
    if (batchSize < 1 || batchSize > 65_536) {
      throw new InvalidInputException("batch must be from 1 to 65536, not " + batchSize);
    }
  }
}
