package latentlab.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.data.synthetic.SyntheticDigits;
import latentlab.failure.InvalidInputException;
import latentlab.failure.UserException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.ui.session.TestImages;
import latentlab.ui.training.DatasetSource;

/**
 * Test images out of the data sets that can be trained on, or synthetic digits. The latest few sets
 * are kept: some megabytes each. Any thread may call.
 */
final class DatasetTestImages implements TestImages {

  private static final int KEPT = 4;

  private final DatasetSource datasets;
  private final Executor background;

  /** The sets asked for, the latest last. */
  private final Map<Key, CompletableFuture<Opened>> kept = new LinkedHashMap<>();

  DatasetTestImages(DatasetSource datasets, Executor background) {
    this.datasets = datasets;
    this.background = background;
  }

  @Override
  public CompletableFuture<Opened> open(ImageShape shape, String dataset, Seed seed) {
    Key key = new Key(shape, dataset, seed);
    // Nobody who cancels takes it away from others.
    return ask(key).copy();
  }

  private synchronized CompletableFuture<Opened> ask(Key key) {
    CompletableFuture<Opened> answer = kept.remove(key);
    if (answer == null || answer.isCompletedExceptionally()) {
      // After a failure the data may be there by now.
      answer = CompletableFuture.supplyAsync(() -> load(key), background);
    }
    kept.put(key, answer);
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    return answer;
  }

  private Opened load(Key key) {
    if (!key.dataset().equals(DatasetCatalog.SYNTHETIC)) {
      try {
        Dataset named = datasets.load(key.dataset(), key.seed(), Progress.NONE, new Cancellation());
        if (named.shape().equals(key.shape()) && named.test().size() > 0) {
          return new Opened(named.name(), named.test(), named.classNames(), true);
        }
      } catch (UserException absent) {
        if (!key.shape().equals(SyntheticDigits.SHAPE)) {
          throw absent;
        }
      }
    }
    return synthetic(key);
  }

  private static Opened synthetic(Key key) {
    if (!key.shape().equals(SyntheticDigits.SHAPE)) {
      throw new InvalidInputException(
          "data set "
              + key.dataset()
              + ": has no test images of "
              + key.shape()
              + "; expected images of the size that the model is made for");
    }
    ImageSet digits = DatasetCatalog.syntheticTestImages();
    List<String> names = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    boolean named = key.dataset().equals(DatasetCatalog.SYNTHETIC);
    return new Opened(DatasetCatalog.SYNTHETIC, digits, names, named);
  }

  /** What was asked for. */
  private record Key(ImageShape shape, String dataset, Seed seed) {}
}
