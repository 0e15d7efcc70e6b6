package latentlab.ui.codes;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.data.ImageBatch;
import latentlab.ui.session.TestImages;
import latentlab.ui.text.Failures;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often codes occur in test images, a few images at a time, so that the model answers
 * others in between. For the JavaFX thread; needs no toolkit.
 */
final class UsageCounter {

  private static final int PART = 64;

  private final TestImages examples;
  private final Executor foreground;
  private final Consumer<Throwable> failed;
  private final ReadOnlyObjectWrapper<@Nullable CodeUsage> usage = new ReadOnlyObjectWrapper<>();
  private @Nullable CodeModel model;
  private boolean counting;

  /** What is asked is only worth the answer while nothing else was begun. */
  private long round;

  UsageCounter(TestImages examples, Executor foreground, Consumer<Throwable> failed) {
    this.examples = examples;
    this.foreground = foreground;
    this.failed = failed;
  }

  /** The counts, at first as far as they have come; null before. */
  ReadOnlyObjectProperty<@Nullable CodeUsage> usage() {
    return usage.getReadOnlyProperty();
  }

  /** Whether there are counts, and none are on their way. */
  boolean isDone() {
    return usage.get() != null && !counting;
  }

  /** Counts those of another model, when it is told to begin; of none if it is null. */
  void explore(@Nullable CodeModel next) {
    round++;
    counting = false;
    model = next;
    usage.set(null);
  }

  /** Counts, unless that is done or being done. */
  void begin() {
    CodeModel counted = model;
    if (counted != null && usage.get() == null) {
      usage.set(CodeUsage.none(counted.bookSize()));
      count(counted, true);
    }
  }

  /** Counts anew, as the model has learnt; the counts before stay until all are there. */
  void repeat() {
    CodeModel counted = model;
    if (counted != null && usage.get() != null && !counting) {
      count(counted, false);
    }
  }

  private void count(CodeModel counted, boolean shownAtOnce) {
    counting = true;
    long mine = ++round;
    receive(
        mine,
        examples.examples(counted.images().shape(), counted.dataset()),
        all ->
            count(
                new Wish(counted, all, shownAtOnce, mine), 0, CodeUsage.none(counted.bookSize())));
  }

  private void count(Wish wish, int from, CodeUsage before) {
    ImageBatch all = wish.images;
    int to = Math.min(all.count(), from + PART);
    int size = all.shape().size();
    ImageBatch some =
        ImageBatch.unlabelled(
            all.shape(), Arrays.copyOfRange(all.pixels(), from * size, to * size));
    receive(
        wish.round,
        wish.model.questions().encode(some),
        maps -> {
          CodeUsage now = before.plus(maps);
          boolean complete = to >= all.count();
          if (wish.shownAtOnce || complete) {
            usage.set(now);
          }
          if (complete) {
            counting = false;
          } else {
            count(wish, to, now);
          }
        });
  }

  private <T> void receive(long asked, CompletableFuture<T> answer, Consumer<T> use) {
    CompletableFuture<?> unused =
        answer.whenComplete(
            (value, failure) ->
                foreground.execute(
                    () -> {
                      if (asked != round) {
                        return;
                      }
                      if (failure == null) {
                        use.accept(value);
                      } else {
                        counting = false;
                        if (!(Failures.cause(failure) instanceof CancellationException)) {
                          failed.accept(failure);
                        }
                      }
                    }));
  }

  /** What is being counted. */
  private record Wish(CodeModel model, ImageBatch images, boolean shownAtOnce, long round) {}
}
