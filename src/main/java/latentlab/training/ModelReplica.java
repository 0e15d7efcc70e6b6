package latentlab.training;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import latentlab.models.GenerativeModel;
import org.jspecify.annotations.Nullable;

/**
 * A model for exploring, on a thread of its own, which makes it, asks it and closes it. It answers
 * in the order of the questions. Any thread may call; none waits but in {@link #close}.
 */
public final class ModelReplica implements AutoCloseable {

  private final OwnerThread thread;
  private volatile @Nullable WeightsFeed feed;
  private volatile boolean closed;

  // These belong to the thread.
  private @Nullable GenerativeModel model;
  private @Nullable Throwable makerFailure;
  private WeightsFeed.@Nullable Snapshot taken;

  /**
   * Begins to make the model.
   *
   * @param name the thread is called {@code latent-lab-} and this
   * @param maker makes the model, on the replica's own thread; if it throws, every question fails
   *     with what it threw
   */
  public ModelReplica(String name, Supplier<? extends GenerativeModel> maker) {
    thread = new OwnerThread("latent-lab-" + name, Thread.NORM_PRIORITY);
    thread.execute(() -> make(maker));
  }

  /**
   * Before each further question the newest weights of a feed are taken over, and newer ones asked
   * for.
   *
   * @param newFeed the feed of a training of the same config and images, instead of any before
   */
  public void follow(WeightsFeed newFeed) {
    feed = newFeed;
  }

  /**
   * Asks the model something on its thread.
   *
   * @param question gets the model; must not keep it, and its answer must be an immutable value
   * @param <T> the type of the answer
   * @return the answer; what depends on it runs on the replica's thread unless it is told
   *     otherwise. If it is cancelled before its turn, the question is not computed. It fails with
   *     what the question or the maker threw, with {@link latentlab.failure.InvalidInputException}
   *     if the feed's weights do not fit, and with {@link CancellationException} if the replica is
   *     closed.
   */
  public <T> CompletableFuture<T> ask(Function<? super GenerativeModel, ? extends T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    enqueue(answer, () -> answer(question, answer));
    return answer;
  }

  /**
   * Cancels the questions that wait, closes the model on its thread, and returns when the thread
   * has ended: after the question that is being computed. A second call does nothing more.
   */
  @Override
  public void close() {
    closed = true;
    thread.close(this::closeModel);
  }

  private void enqueue(CompletableFuture<?> answer, Runnable task) {
    if (!thread.execute(task)) {
      answer.cancel(false);
    }
  }

  private void make(Supplier<? extends GenerativeModel> maker) {
    if (closed) {
      return;
    }
    try {
      model = maker.get();
    } catch (RuntimeException | Error e) {
      makerFailure = e;
    }
  }

  private void closeModel() {
    GenerativeModel made = model;
    model = null;
    if (made != null) {
      made.close();
    }
  }

  private <T> void answer(
      Function<? super GenerativeModel, ? extends T> question, CompletableFuture<T> answer) {
    GenerativeModel live = model;
    if (answer.isDone()) {
      return;
    }
    if (closed) {
      answer.cancel(false);
    } else if (makerFailure != null) {
      answer.completeExceptionally(makerFailure);
    } else if (live != null) {
      try {
        takeNewestWeights(live);
        answer.complete(question.apply(live));
      } catch (RuntimeException | Error e) {
        answer.completeExceptionally(e);
      }
    }
  }

  private void takeNewestWeights(GenerativeModel live) {
    WeightsFeed followed = feed;
    if (followed == null) {
      return;
    }
    WeightsFeed.Snapshot newest = followed.latest();
    if (!newest.isEmpty() && !newest.equals(taken)) {
      live.setWeights(newest.weights());
      taken = newest;
    }
  }
}
