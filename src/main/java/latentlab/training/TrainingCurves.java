package latentlab.training;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import latentlab.failure.InvalidInputException;
import latentlab.models.LossTerms;
import latentlab.storage.FileContent;
import latentlab.storage.SafetensorsFile;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/**
 * The losses of a training as they are stored beside its model, to be drawn again later: those of
 * every epoch in {@code training.json}, as a checkpoint has them, and, where they were kept, those
 * of every step in {@code training-losses.safetensors}, which has a tensor [2, points] for each
 * term: the numbers of the steps and the losses. Immutable; any thread may use it.
 *
 * @param place how far the training has come, with the losses of its epochs
 * @param steps the training losses of single steps by the names of the terms; may be empty
 */
public record TrainingCurves(TrainingPlace place, Map<String, Points> steps) {

  private static final String LOSSES = "training-losses.safetensors";

  /** Whole numbers up to here are exact in single precision. */
  private static final long LAST_EXACT_STEP = 1L << 24;

  /** More parts of a loss than any model has; a window with a chart for each would not open. */
  private static final int MOST_TERMS = 40;

  private static final String TOTAL = "total";

  /** Copies the map, keeping its order. */
  public TrainingCurves {
    steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
  }

  /**
   * The losses of one term.
   *
   * @param steps the number of steps made, rising
   * @param values what was measured, as many
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  public record Points(long[] steps, float[] values) {

    /**
     * Checks that there are as many of both.
     *
     * @throws IllegalArgumentException if not
     */
    public Points {
      if (steps.length != values.length) {
        throw new IllegalArgumentException(steps.length + " steps, " + values.length + " values");
      }
    }
  }

  /**
   * Whether the losses of a training are stored in a folder, sound or not.
   *
   * @param folder any folder
   * @return true if there is a {@code training.json}
   */
  public static boolean areIn(Path folder) {
    return Files.isRegularFile(folder.resolve(CheckpointFolder.RECORD));
  }

  /**
   * Reads the losses of a training, of which nothing is trusted.
   *
   * @param folder a checkpoint's, or that of a model saved with its losses
   * @return the losses; without those of single steps if there are none
   * @throws InvalidInputException if there is no {@code training.json}, or a file is not as it must
   *     be; the message names the file and what was expected
   * @throws latentlab.failure.OperationFailedException if the disk fails
   */
  public static TrainingCurves read(Path folder) {
    TrainingPlace place = TrainingPlace.read(folder);
    check(folder.resolve(CheckpointFolder.RECORD), place);
    Path losses = folder.resolve(LOSSES);
    Map<String, Points> steps = new LinkedHashMap<>();
    if (Files.exists(losses)) {
      Map<String, Tensor> tensors = SafetensorsFile.read(losses).tensors().byName();
      requireFewTerms(losses, tensors.keySet());
      tensors.forEach(
          (term, tensor) ->
              steps.put(term, points(losses + ": " + term, tensor, place.record().steps())));
    }
    return new TrainingCurves(place, steps);
  }

  /**
   * What {@link #read} reads, to be written with the model. Losses that are not finite are left
   * out, and so are those of single steps if the training was longer than 2^24 steps.
   *
   * @return the contents of files by name
   */
  public Map<String, FileContent> files() {
    TrainingHistory finite =
        new TrainingHistory(
            place.record().history().epochs().stream()
                .filter(epoch -> epoch.training().isFinite() && epoch.validation().isFinite())
                .toList());
    TrainingRecord record =
        new TrainingRecord(place.record().steps(), finite, LossSum.NONE, place.record().time());
    byte[] json =
        TrainingPlaceJson.toJson(new TrainingPlace(place.plannedEpochs(), record))
            .getBytes(StandardCharsets.UTF_8);
    Map<String, FileContent> files = new LinkedHashMap<>();
    files.put(CheckpointFolder.RECORD, out -> out.write(json));
    if (!steps.isEmpty() && place.record().steps() <= LAST_EXACT_STEP) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      steps.forEach((term, points) -> tensors.put(term, tensor(points)));
      files.put(
          LOSSES,
          SafetensorsFile.content(new SafetensorsFile.Contents(new Tensors(tensors), Map.of())));
    }
    return files;
  }

  private static Tensor tensor(Points points) {
    int count = 0;
    for (float value : points.values()) {
      count += Float.isFinite(value) ? 1 : 0;
    }
    float[] both = new float[2 * count];
    int at = 0;
    for (int i = 0; i < points.values().length; i++) {
      if (Float.isFinite(points.values()[i])) {
        both[at] = points.steps()[i];
        both[count + at] = points.values()[i];
        at++;
      }
    }
    return new Tensor(List.of(2L, (long) count), both);
  }

  private static Points points(String source, Tensor tensor, long lastStep) {
    List<Long> shape = tensor.shape();
    if (shape.size() != 2 || shape.get(0) != 2) {
      throw new InvalidInputException(source + ": has shape " + shape + "; expected [2, points]");
    }
    int count = shape.get(1).intValue();
    long[] steps = new long[count];
    float[] values = new float[count];
    long before = 0;
    for (int i = 0; i < count; i++) {
      float step = tensor.values()[i];
      if (step != Math.rint(step) || step <= before || step > lastStep) {
        throw new InvalidInputException(
            String.format(
                "%s: point %d is at step %s; expected whole numbers that rise from 1 to %d",
                source, i + 1, step, lastStep));
      }
      before = (long) step;
      steps[i] = before;
      values[i] = tensor.values()[count + i];
    }
    return new Points(steps, values);
  }

  private static void check(Path file, TrainingPlace place) {
    Set<String> terms = new LinkedHashSet<>();
    long before = 0;
    int index = 0;
    for (TrainingHistory.Epoch epoch : place.record().history().epochs()) {
      if (epoch.step() <= before || epoch.step() > place.record().steps()) {
        throw new InvalidInputException(
            String.format(
                "%s: epochs[%d] ends at step %d; expected numbers that rise from 1 to %d",
                file, index, epoch.step(), place.record().steps()));
      }
      before = epoch.step();
      index++;
      for (LossTerms loss : List.of(epoch.training(), epoch.validation())) {
        terms.addAll(loss.parts().keySet());
      }
      requireFewTerms(file, terms);
    }
    if (terms.contains(TOTAL)) {
      throw new InvalidInputException(file + ": no part of the loss may be named " + TOTAL);
    }
  }

  private static void requireFewTerms(Path file, Set<String> terms) {
    if (terms.size() > MOST_TERMS) {
      throw new InvalidInputException(
          file + ": the loss has more than " + MOST_TERMS + " parts; expected at most so many");
    }
  }
}
