package latentlab.training;

import java.util.Optional;
import latentlab.failure.UserException;
import latentlab.models.GenerativeModel;
import latentlab.models.description.ModelDescription;
import latentlab.storage.Precision;

/** Writes the checkpoints of one training, if it has a folder. For the training thread. */
final class CheckpointWriter {

  private final TrainingTask task;
  private final Optional<CheckpointStore> store;
  private final boolean attended;
  private final String programVersion;
  private final GenerativeModel model;
  private final WeightsFeed weights;
  private TrainingRecord written;

  CheckpointWriter(
      TrainingTask task,
      Optional<CheckpointStore> store,
      boolean attended,
      String programVersion,
      GenerativeModel model,
      WeightsFeed weights,
      TrainingRecord start) {
    this.task = task;
    this.store = store;
    this.attended = attended;
    this.programVersion = programVersion;
    this.model = model;
    this.weights = weights;
    this.written = start;
  }

  /** Whether somebody is there to make space when a checkpoint cannot be written. */
  boolean isAttended() {
    return attended;
  }

  /**
   * Writes a checkpoint, unless this very place was written before.
   *
   * @param record the present place, whose weights the feed holds
   * @return the failure if it could not be written; the checkpoint before is then unchanged
   */
  Optional<UserException> tryWrite(TrainingRecord record) {
    if (store.isEmpty() || record.equals(written)) {
      return Optional.empty();
    }
    try {
      Checkpoint checkpoint =
          new Checkpoint(
              TrainingCard.of(task, record, programVersion),
              weights.present().weights(),
              model.trainer().optimizerState(),
              new TrainingPlace(task.plan().epochs(), record));
      store.get().write(checkpoint, description(checkpoint));
      written = record;
      return Optional.empty();
    } catch (UserException e) {
      return Optional.of(e);
    }
  }

  private String description(Checkpoint checkpoint) {
    String name =
        task.plan()
            .checkpointFolder()
            .map(folder -> String.valueOf(folder.toAbsolutePath().normalize().getFileName()))
            .orElse("");
    return ModelDescription.of(name, task.family(), checkpoint.card(), model)
        .withWeights(checkpoint.weights(), Precision.SINGLE)
        .toMarkdown();
  }
}
