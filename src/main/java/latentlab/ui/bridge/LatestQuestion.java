package latentlab.ui.bridge;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import latentlab.ui.text.Failures;
import org.jspecify.annotations.Nullable;

/**
 * Asks one question at a time; of those that wait only the latest is asked. For the thread of the
 * executor.
 *
 * @param <A> the answers
 */
public final class LatestQuestion<A> {

  private final Executor foreground;
  private final Consumer<Throwable> failed;
  private @Nullable Asking<A> waiting;
  private boolean asked;
  private long valid;

  /**
   * Creates a queue of one.
   *
   * @param foreground runs what brings the answers
   * @param failed is told why there is no answer
   */
  public LatestQuestion(Executor foreground, Consumer<Throwable> failed) {
    this.foreground = foreground;
    this.failed = failed;
  }

  /**
   * Asks as soon as the question before is answered, whose answer still counts.
   *
   * @param question asks
   * @param answer is given the answer
   */
  public void ask(Supplier<CompletableFuture<A>> question, Consumer<A> answer) {
    waiting = new Asking<>(question, answer);
    askNext();
  }

  /**
   * Whether an answer is on its way.
   *
   * @return true from the first question to the last answer
   */
  public boolean isBusy() {
    return asked || waiting != null;
  }

  /** What was asked so far will not be answered. */
  public void forget() {
    waiting = null;
    valid++;
  }

  private void askNext() {
    Asking<A> next = waiting;
    if (asked || next == null) {
      return;
    }
    waiting = null;
    asked = true;
    long mine = valid;
    CompletableFuture<?> unused =
        next.question
            .get()
            .whenComplete(
                (answer, failure) -> foreground.execute(() -> arrive(mine, next, answer, failure)));
  }

  private void arrive(long mine, Asking<A> next, @Nullable A answer, @Nullable Throwable failure) {
    asked = false;
    if (mine == valid) {
      if (answer != null) {
        next.answer.accept(answer);
      } else if (failure != null && !(Failures.cause(failure) instanceof CancellationException)) {
        failed.accept(failure);
      }
    }
    askNext();
  }

  /** A question and who wants to know. */
  private record Asking<A>(Supplier<CompletableFuture<A>> question, Consumer<A> answer) {}
}
