package latentlab.ui.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FrameHandoverTest {

  private static final Duration PATIENCE = Duration.ofMillis(4);

  private final Queue<Runnable> later = new ArrayDeque<>();
  private final AtomicLong clock = new AtomicLong();
  private final List<String> ran = new ArrayList<>();
  private final FrameHandover handover = new FrameHandover(later::add, clock::get);

  @Test
  void worksLikeTheUiThreadsOwnQueueOutsideOfFrames() {
    handover.execute(() -> ran.add("first"));
    handover.execute(() -> ran.add("second"));

    assertThat(ran).isEmpty();
    runLater();
    assertThat(ran).containsExactly("first", "second");
  }

  @Test
  void runsWhatIsThereBeforeAFrameAndNotASecondTime() {
    handover.execute(() -> ran.add("answer"));

    handover.awaitFor(ran::isEmpty, PATIENCE);
    assertThat(ran).containsExactly("answer");
    runLater();
    assertThat(ran).containsExactly("answer");
  }

  @Test
  void leavesWhatComesAfterTheExpectedToTheQueue() {
    handover.execute(() -> ran.add("expected"));
    handover.execute(() -> ran.add("other"));

    handover.awaitFor(() -> !ran.contains("expected"), PATIENCE);
    assertThat(ran).containsExactly("expected");
    runLater();
    assertThat(ran).containsExactly("expected", "other");
  }

  @Test
  void runsNothingBeforeAFrameThatExpectsNothing() {
    handover.execute(() -> ran.add("answer"));

    handover.awaitFor(() -> false, PATIENCE);

    assertThat(ran).isEmpty();
  }

  @Test
  void givesUpWhenItsPatienceIsOver() {
    handover.execute(() -> clock.addAndGet(PATIENCE.toNanos()));

    handover.awaitFor(() -> true, PATIENCE);

    assertThat(clock).hasValue(PATIENCE.toNanos());
  }

  @Test
  void takesAnAnswerThatComesWhileItWaits() throws InterruptedException {
    Thread other = new Thread(() -> handover.execute(() -> ran.add("answer")));
    other.start();

    handover.awaitFor(ran::isEmpty, Duration.ofMinutes(1));
    other.join();

    assertThat(ran).containsExactly("answer");
  }

  @Test
  void callsTheUiThreadOnlyForWhatItDoesNotTakeWhileItWaits() {
    handover.execute(
        () -> {
          handover.execute(() -> ran.add("taken"));
          handover.execute(() -> ran.add("left"));
        });
    later.clear();

    handover.awaitFor(() -> !ran.contains("taken"), PATIENCE);

    assertThat(ran).containsExactly("taken");
    assertThat(later).hasSize(1);
    runLater();
    assertThat(ran).containsExactly("taken", "left");
  }

  @Test
  void staysInterruptedAndDoesNotWaitIfItWasInterrupted() {
    Thread.currentThread().interrupt();

    handover.awaitFor(() -> true, Duration.ofMinutes(1));

    assertThat(Thread.interrupted()).isTrue();
  }

  private void runLater() {
    while (!later.isEmpty()) {
      later.remove().run();
    }
  }
}
