package latentlab.data.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.DatasetSplit;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/**
 * The embedded default: digits that the program draws itself, in chunks by several threads. Image
 * {@code i} of the training and test parts together, before any is held out, is digit {@code i} of
 * {@code new SyntheticDigits(DRAWING_SEED)}, which also knows the factors that made it.
 *
 * <p>The images are drawn from one fixed seed: like a data set that is read from files, this one
 * has one fingerprint, and the seed of a run only decides what is held out for validation.
 */
final class SyntheticDataset {

  static final int TRAIN_COUNT = 20_000;
  static final int TEST_COUNT = 2_000;

  static final Seed DRAWING_SEED = new Seed(1);

  private static final int CHUNK = 250;
  private static final String LABEL = "drawing synthetic digits";

  private final SyntheticSource source;
  private final int threads;

  SyntheticDataset(SyntheticSource source, int threads) {
    this.source = source;
    this.threads = threads;
  }

  /** Draws everything; throws CancellationException once cancelled, with no thread left behind. */
  Dataset load(String name, Seed seed, Progress progress, Cancellation cancellation) {
    int chunks = (TRAIN_COUNT + TEST_COUNT) / CHUNK;
    ImageSet[] drawn = drawChunks(chunks, progress, cancellation);
    ImageSet train = join(drawn, 0, TRAIN_COUNT / CHUNK);
    ImageSet test = join(drawn, TRAIN_COUNT / CHUNK, chunks);
    List<String> classNames = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    return DatasetSplit.split(name, train, Optional.of(test), classNames, seed);
  }

  private ImageSet[] drawChunks(int chunks, Progress progress, Cancellation cancellation) {
    ExecutorService pool = Executors.newFixedThreadPool(threads, SyntheticDataset::thread);
    try {
      List<Future<ImageSet>> pending = new ArrayList<>();
      for (int i = 0; i < chunks; i++) {
        int from = i * CHUNK;
        pending.add(pool.submit(() -> draw(from, cancellation)));
      }
      ImageSet[] drawn = new ImageSet[chunks];
      for (int i = 0; i < chunks; i++) {
        drawn[i] = await(pending.get(i));
        progress.report((i + 1L) * CHUNK, (long) chunks * CHUNK, LABEL);
      }
      return drawn;
    } finally {
      shutDown(pool);
    }
  }

  private ImageSet draw(int from, Cancellation cancellation) {
    cancellation.throwIfRequested();
    return source.images(from, CHUNK);
  }

  private static ImageSet await(Future<ImageSet> pending) {
    try {
      return pending.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(e);
    }
  }

  private static CancellationException cancelled(InterruptedException cause) {
    CancellationException cancelled = new CancellationException("interrupted while drawing");
    cancelled.initCause(cause);
    return cancelled;
  }

  /** Drops the chunks that have not begun and waits for those that have: no thread outlives us. */
  private static void shutDown(ExecutorService pool) {
    pool.shutdownNow();
    try {
      if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("drawing " + CHUNK + " digits took over a minute");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ImageSet join(ImageSet[] chunks, int start, int end) {
    ImageShape shape = chunks[start].shape();
    int imageCount = (end - start) * CHUNK;
    byte[] pixels = new byte[imageCount * shape.size()];
    byte[] labels = new byte[imageCount];
    for (int image = 0; image < imageCount; image++) {
      ImageSet chunk = chunks[start + image / CHUNK];
      byte[] bytes = chunk.imageBytes(image % CHUNK);
      System.arraycopy(bytes, 0, pixels, image * shape.size(), shape.size());
      labels[image] = (byte) chunk.label(image % CHUNK);
    }
    return new ImageSet(shape, pixels, labels);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "synthetic-digits");
    thread.setDaemon(true);
    return thread;
  }
}
