package latentlab.training;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What trainings need of the world around them.
 *
 * @param programVersion is written into stored models
 * @param stores gives the checkpoint store of a folder
 * @param judges find the classifier that tells what samples are of
 * @param nanoClock the time in nanoseconds, from any beginning
 */
record TrainingSurroundings(
    String programVersion,
    Function<Path, CheckpointStore> stores,
    Judges judges,
    LongSupplier nanoClock) {

  CheckpointStore store(Path folder) {
    return stores.apply(folder);
  }
}
