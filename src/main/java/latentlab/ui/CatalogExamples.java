package latentlab.ui;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.data.synthetic.SyntheticDigits;
import latentlab.failure.InvalidInputException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.ui.input.ExampleImages;
import latentlab.ui.training.DatasetSource;

/**
 * Test images of the data sets on this machine. What was loaded once is kept: some megabytes for
 * each data set. Any thread may call.
 */
final class CatalogExamples implements ExampleImages {

  /** Far behind the digits that models are trained on and measured with. */
  private static final int FIRST_SYNTHETIC = 1_000_000;

  /** Test parts of most data sets do not depend on it. */
  private static final Seed SEED = new Seed(1);

  private final DatasetSource datasets;
  private final Executor background;
  private final Map<Key, CompletableFuture<ImageBatch>> kept = new ConcurrentHashMap<>();

  CatalogExamples(DatasetSource datasets, Executor background) {
    this.datasets = datasets;
    this.background = background;
  }

  @Override
  public CompletableFuture<ImageBatch> examples(ImageShape shape, String dataset) {
    Key key = new Key(shape, dataset);
    CompletableFuture<ImageBatch> before = kept.get(key);
    if (before != null && before.isCompletedExceptionally()) {
      // The data may be there by now.
      kept.remove(key, before);
    }
    CompletableFuture<ImageBatch> answer =
        kept.computeIfAbsent(
            key, wanted -> CompletableFuture.supplyAsync(() -> load(shape, dataset), background));
    // Nobody who cancels takes it away from others.
    return answer.copy();
  }

  private ImageBatch load(ImageShape shape, String dataset) {
    if (dataset.equals(DatasetCatalog.SYNTHETIC)) {
      return synthetic(shape, dataset);
    }
    try {
      ImageSet test = datasets.load(dataset, SEED, Progress.NONE, new Cancellation()).test();
      if (test.shape().equals(shape) && test.size() > 0) {
        return test.batch(IntStream.range(0, Math.min(MOST, test.size())).toArray());
      }
      return synthetic(shape, dataset);
    } catch (InvalidInputException absent) {
      if (shape.equals(SyntheticDigits.SHAPE)) {
        return synthetic(shape, dataset);
      }
      throw absent;
    }
  }

  private static ImageBatch synthetic(ImageShape shape, String dataset) {
    if (!shape.equals(SyntheticDigits.SHAPE)) {
      throw new InvalidInputException(
          "data set "
              + dataset
              + ": has no test images of "
              + shape
              + "; expected images of the size that the model is made for");
    }
    ImageSet digits = new SyntheticDigits(SEED).images(FIRST_SYNTHETIC, MOST);
    return digits.batch(IntStream.range(0, MOST).toArray());
  }

  /** What was asked for. */
  private record Key(ImageShape shape, String dataset) {}
}
