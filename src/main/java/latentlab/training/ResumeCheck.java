package latentlab.training;

import java.nio.file.Path;
import latentlab.failure.InvalidInputException;
import latentlab.models.storage.ModelCard;

/** Whether a checkpoint is of the task that is to go on from it. */
final class ResumeCheck {

  private final Path folder;
  private final TrainingTask task;

  ResumeCheck(Path folder, TrainingTask task) {
    this.folder = folder;
    this.task = task;
  }

  /**
   * Refuses a checkpoint from which the task would not go on as one unbroken training.
   *
   * @throws InvalidInputException if there is a difference; the message names it
   */
  void require(Checkpoint checkpoint) {
    ModelCard card = checkpoint.card();
    ModelCard.Provenance origin = card.provenance();
    same("family", card.family(), task.family().name());
    same("config", card.config(), task.config());
    same("images", card.images(), TrainingCard.images(task));
    same("data set", origin.dataset(), task.dataset().name());
    same("data set's SHA-256", origin.datasetFingerprint(), task.dataset().fingerprint());
    same("seed", origin.seed(), task.plan().seed().value());
    same("batch", origin.batchSize(), task.plan().batchSize());
    requirePlace(checkpoint.record());
  }

  private void requirePlace(TrainingRecord record) {
    int epochs = record.history().size();
    if (epochs > task.plan().epochs()) {
      throw new InvalidInputException(
          String.format(
              "%s: has %d epochs behind it; epochs must be at least that many, not %d",
              folder, epochs, task.plan().epochs()));
    }
    EpochSteps steps = EpochSteps.of(task);
    long begun = record.steps() - epochs * steps.perEpoch();
    if (begun < 0
        || begun > steps.perEpoch()
        || record.begunEpoch().images() != steps.imagesIn(begun)) {
      throw new InvalidInputException(
          String.format(
              "%s: %d steps and %d epochs do not fit %d steps in each epoch",
              folder, record.steps(), epochs, steps.perEpoch()));
    }
  }

  private void same(String what, Object stored, Object wanted) {
    if (!stored.equals(wanted)) {
      throw new InvalidInputException(
          String.format(
              "%s: was trained with another %s: %s; this training asks for %s",
              folder, what, stored, wanted));
    }
  }
}
