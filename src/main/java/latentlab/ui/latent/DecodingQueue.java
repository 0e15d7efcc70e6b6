package latentlab.ui.latent;

import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import latentlab.data.ImageBatch;
import latentlab.models.LatentCodes;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the decoder of one space is asked next. A point comes before the plane; of several
 * points that wait only the latest is asked; the plane is asked for in small batches, two at a time
 * so that the decoder need not wait for the JavaFX thread, and only while no point waits. So a
 * point waits for two batches at most, and at most three answers are on their way to the JavaFX
 * thread at any time.
 *
 * <p>All methods are called, and all answers given, on the thread of the executor.
 */
final class DecodingQueue implements AutoCloseable {

  private static final int MOST_BATCHES = 2;

  private final Decoder decoder;
  private final Executor uiThread;
  private final LongSupplier nanoTime;
  private final Consumer<Throwable> failed;
  private @Nullable Request waitingPoint;
  private Iterator<Request> plane = Collections.emptyIterator();
  private boolean pointAsked;
  private int batchesAsked;

  /** When the decoder was done with what it was asked last. */
  private long decodedAt = Long.MIN_VALUE;

  private boolean closed;

  /**
   * A queue with nothing in it.
   *
   * @param decoder is asked
   * @param uiThread runs what brings the answers
   * @param nanoTime tells the time, on any thread
   * @param failed is told what the decoder failed with; the plane is then given up
   */
  DecodingQueue(
      Decoder decoder, Executor uiThread, LongSupplier nanoTime, Consumer<Throwable> failed) {
    this.decoder = decoder;
    this.uiThread = uiThread;
    this.nanoTime = nanoTime;
    this.failed = failed;
  }

  /** Asks for a point, in place of one that still waits. */
  void decodePoint(Request request) {
    waitingPoint = request;
    askNext();
  }

  /** Asks for a plane, in place of what is left of the one before. */
  void decodePlane(Iterator<Request> batches) {
    plane = batches;
    askNext();
  }

  /** Whether nothing is asked and nothing waits. */
  boolean isIdle() {
    return waitingPoint == null && !pointAsked && batchesAsked == 0 && !plane.hasNext();
  }

  /** Whether an answer for a point is on its way. */
  boolean isPointAsked() {
    return pointAsked;
  }

  /** No answer will be given any more. */
  @Override
  public void close() {
    closed = true;
  }

  private void askNext() {
    Request point = waitingPoint;
    if (!closed && point != null && !pointAsked) {
      waitingPoint = null;
      pointAsked = true;
      ask(
          point,
          () -> {
            pointAsked = false;
            return true;
          });
    }
    while (!closed && waitingPoint == null && batchesAsked < MOST_BATCHES && plane.hasNext()) {
      Iterator<Request> asked = plane;
      batchesAsked++;
      ask(
          asked.next(),
          () -> {
            batchesAsked--;
            return asked == plane;
          });
    }
  }

  /** Asks the decoder; the answer counts only if arrived says that it is still wanted. */
  private void ask(Request request, BooleanSupplier arrived) {
    long asked = nanoTime.getAsLong();
    CompletableFuture<ImageBatch> unused =
        decoder
            .decode(request.codes())
            .whenComplete(
                (images, failure) -> {
                  Times times = new Times(asked, nanoTime.getAsLong());
                  uiThread.execute(() -> answered(request, arrived, images, failure, times));
                });
  }

  private void answered(
      Request request,
      BooleanSupplier arrived,
      @Nullable ImageBatch images,
      @Nullable Throwable failure,
      Times times) {
    long started = Math.max(times.asked(), decodedAt);
    decodedAt = times.decoded();
    boolean wanted = arrived.getAsBoolean() && !closed;
    if (wanted && images != null) {
      request.answer().accept(images, times.decoded() - started);
    } else if (wanted && failure != null) {
      plane = Collections.emptyIterator();
      failed.accept(failure);
    }
    askNext();
  }

  /**
   * Some points and what becomes of their images.
   *
   * @param codes [count, latentSize]
   * @param answer takes the images
   */
  record Request(LatentCodes codes, Answer answer) {}

  /** Of one question, in nanoseconds: when it was asked, and when it was answered. */
  private record Times(long asked, long decoded) {}

  /** Takes images. */
  @FunctionalInterface
  interface Answer {

    /**
     * The images have come.
     *
     * @param images [count, height, width, channels]
     * @param nanos from the question, or the answer before if that came later, to the decoder's
     *     answer
     */
    void accept(ImageBatch images, long nanos);
  }
}
