package latentlab.training;

import latentlab.models.ModelFamily;

/** Keeps the newest checkpoint of one training. For the training thread. */
interface CheckpointStore {

  /**
   * Finds out whether a checkpoint can be written, before hours are spent.
   *
   * @throws latentlab.failure.UserException if not
   */
  void checkWritable();

  /**
   * Replaces the checkpoint as a whole.
   *
   * @param checkpoint what the training goes on from
   * @param description the model in words
   * @throws latentlab.failure.UserException if that fails; the one before is then unchanged
   */
  void write(Checkpoint checkpoint, String description);

  /**
   * Reads the checkpoint and checks what can be checked without its task.
   *
   * @param family the only family that is expected
   * @throws latentlab.failure.UserException if there is none, or it is damaged
   */
  Checkpoint read(ModelFamily<?> family);
}
