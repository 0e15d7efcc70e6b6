package latentlab.training;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latentlab.failure.InvalidInputException;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelFamily;
import latentlab.models.storage.ModelFolder;
import latentlab.models.storage.StoredModel;
import latentlab.storage.SafetensorsFile;
import latentlab.storage.TextFile;

/**
 * A checkpoint as a model folder with two files more: {@code training.json} and {@code
 * training-optimizer.safetensors}. All files are replaced at once.
 */
final class CheckpointFolder implements CheckpointStore {

  static final String RECORD = "training.json";
  private static final String OPTIMIZER = "training-optimizer.safetensors";

  private static final String STEPS = "steps";

  /** Some 250,000 epochs. */
  private static final int LARGEST_RECORD = 1 << 26;

  private final ModelFolder folder;

  CheckpointFolder(Path folder) {
    this.folder = new ModelFolder(folder);
  }

  @Override
  public void checkWritable() {
    folder.checkWritable();
  }

  @Override
  public void write(Checkpoint checkpoint, String description) {
    TrainingPlace place = checkpoint.place();
    byte[] json = TrainingPlaceJson.toJson(place).getBytes(StandardCharsets.UTF_8);
    Map<String, String> metadata = Map.of(STEPS, Long.toString(place.record().steps()));
    folder.write(
        checkpoint.card(),
        checkpoint.weights(),
        Map.of(
            RECORD,
            out -> out.write(json),
            OPTIMIZER,
            SafetensorsFile.content(
                new SafetensorsFile.Contents(checkpoint.optimizer(), metadata))),
        description);
  }

  /**
   * Reads the optimiser first and the record last: as both name the step, they are of one version
   * only if no other process replaced the folder meanwhile.
   */
  @Override
  public Checkpoint read(ModelFamily<?> family) {
    if (folder.holdsModel() && !Files.exists(folder.path().resolve(OPTIMIZER))) {
      throw new InvalidInputException(
          folder.path()
              + ": holds a model without the state of its training; expected a checkpoint with "
              + OPTIMIZER);
    }
    SafetensorsFile.Contents optimizer = folder.readTrainingTensors(OPTIMIZER);
    StoredModel model = folder.read(ModelFamilies.of(List.of(family)));
    TrainingPlace place = readPlace();
    String steps = Long.toString(place.record().steps());
    if (!steps.equals(optimizer.metadata().get(STEPS))) {
      throw new InvalidInputException(
          String.format(
              "%s: %s is not of step %s as %s is; expected files of one checkpoint",
              folder.path(), OPTIMIZER, steps, RECORD));
    }
    return new Checkpoint(model.card(), model.weights(), optimizer.tensors(), place);
  }

  /** Reads how far the training has come, and nothing else. */
  TrainingPlace readPlace() {
    Path file = folder.path().resolve(RECORD);
    return TrainingPlaceJson.parse(file.toString(), TextFile.read(file, LARGEST_RECORD));
  }
}
