package latentlab.training;

import java.nio.file.Path;

/**
 * How far a stored training has come and where it was meant to go. Immutable.
 *
 * @param plannedEpochs the passes over the training data that its plan asked for
 * @param record what is done
 */
public record TrainingPlace(int plannedEpochs, TrainingRecord record) {

  /**
   * Reads the place of a training from its checkpoint folder.
   *
   * @param checkpointFolder the folder, as in {@link TrainingPlan#checkpointFolder()}
   * @return the place, with the losses so far
   * @throws latentlab.failure.InvalidInputException if there is no {@code training.json} or it is
   *     not as it must be; the message names the file and what was expected
   */
  public static TrainingPlace read(Path checkpointFolder) {
    return new CheckpointFolder(checkpointFolder).readPlace();
  }
}
