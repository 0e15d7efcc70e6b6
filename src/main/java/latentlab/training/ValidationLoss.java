package latentlab.training;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import latentlab.data.ImageSet;
import latentlab.models.LossTerms;
import latentlab.models.ModelTrainer;
import latentlab.models.TrainingPoint;
import latentlab.random.Seed;

/**
 * The loss on the whole validation part. Its noise is the same after each epoch, and its batches
 * are the same whatever the training's are, so that curves can be compared.
 */
final class ValidationLoss {

  private static final int BATCH = 256;

  private final int[] order;
  private final BatchReader reader;
  private final Seed seed;

  ValidationLoss(ImageSet images, Seed seed) {
    this.order = IntStream.range(0, images.size()).toArray();
    this.reader = new BatchReader(images);
    this.seed = seed.derive("validation");
  }

  /**
   * Measures.
   *
   * @param point where the training is
   * @param stopRequested asked before each batch
   * @return the mean over all images, or empty if asked to stop
   */
  Optional<LossTerms> measure(
      ModelTrainer trainer, TrainingPoint point, BooleanSupplier stopRequested) {
    LossSum sum = LossSum.NONE;
    for (int from = 0; from < order.length; from += BATCH) {
      if (stopRequested.getAsBoolean()) {
        return Optional.empty();
      }
      int to = Math.min(order.length, from + BATCH);
      LossTerms loss =
          trainer.evaluate(reader.read(order, from, to), point, seed.derive("batch", from));
      sum = sum.with(loss, to - from);
    }
    return Optional.of(sum.mean());
  }
}
