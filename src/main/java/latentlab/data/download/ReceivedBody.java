package latentlab.data.download;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import latentlab.progress.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response as it arrives. The library's own stream of a body blocks for ever on a
 * server that has fallen silent; this one gives up, and notices a cancellation while it waits.
 */
final class ReceivedBody implements BodySubscriber<ReceivedBody>, AutoCloseable {

  private static final long POLL_MILLIS = 50;

  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private volatile @Nullable Subscription subscription;
  private volatile boolean closed;

  /**
   * The next piece.
   *
   * @param patience how long to wait for it
   * @param cancellation is asked while waiting
   * @return some bytes, or an empty list at the end
   * @throws IOException if the connection breaks or nothing arrives for too long
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  List<ByteBuffer> next(Duration patience, Cancellation cancellation) throws IOException {
    Signal signal = await(patience, cancellation);
    if (signal.failure() != null) {
      throw new IOException("the connection broke", signal.failure());
    }
    requestOne();
    return signal.bytes();
  }

  private Signal await(Duration patience, Cancellation cancellation) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      cancellation.throwIfRequested();
      Signal signal = poll();
      if (signal != null) {
        return signal;
      }
      if (System.nanoTime() - deadline > 0) {
        throw new IOException("nothing came for " + patience.toSeconds() + " s");
      }
    }
  }

  private @Nullable Signal poll() {
    try {
      return signals.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while downloading");
    }
  }

  private void requestOne() {
    Subscription current = subscription;
    if (current != null) {
      current.request(1);
    }
  }

  /** Drops the rest and with it the connection. */
  @Override
  public void close() {
    closed = true;
    Subscription current = subscription;
    if (current != null) {
      current.cancel();
    }
  }

  /** Is this object itself, at once: the caller takes the pieces as they come. */
  @Override
  public CompletionStage<ReceivedBody> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Subscription newSubscription) {
    subscription = newSubscription;
    if (closed) {
      newSubscription.cancel();
    } else {
      newSubscription.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    signals.add(new Signal(bytes, null));
  }

  @Override
  public void onError(Throwable failure) {
    signals.add(new Signal(List.of(), failure));
  }

  @Override
  public void onComplete() {
    signals.add(new Signal(List.of(), null));
  }

  private record Signal(List<ByteBuffer> bytes, @Nullable Throwable failure) {}
}
