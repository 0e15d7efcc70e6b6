package latentlab.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import latentlab.progress.Cancellation;
import org.junit.jupiter.api.Test;

class StepTimerTest {

  private final AtomicLong clock = new AtomicLong();
  private final Cancellation cancellation = new Cancellation();
  private final StepTimer timer = new StepTimer(clock::get, cancellation);

  @Test
  void takesTheMedianOfTheStepsAfterTheWarmUp() {
    GrowingSteps step = new GrowingSteps();
    // Steps take 1, 2, 3, ... ms; two warm up, and the third to the seventh count.
    assertThat(timer.medianMillis(counts(2, 5), step)).isEqualTo(5.0);
    assertThat(step.made).isEqualTo(7);
  }

  @Test
  void takesTheMeanOfTheTwoInTheMiddle() {
    assertThat(timer.medianMillis(counts(0, 4), new GrowingSteps())).isEqualTo(2.5);
  }

  @Test
  void stopsWhenCancelled() {
    cancellation.cancel();
    GrowingSteps step = new GrowingSteps();
    assertThatThrownBy(() -> timer.medianMillis(counts(1, 1), step))
        .isInstanceOf(CancellationException.class);
    assertThat(step.made).isZero();
  }

  /** The n-th step takes n milliseconds. */
  private final class GrowingSteps implements Workload.Step {

    private int made;

    @Override
    public void run() {
      made++;
      clock.addAndGet(made * 1_000_000L);
    }

    @Override
    public void close() {}
  }

  /** Says only how many steps are made. */
  private static Workload counts(int warmUpSteps, int timedSteps) {
    return new Workload(
        "counts",
        1,
        true,
        warmUpSteps,
        timedSteps,
        (families, images, batch) -> {
          throw new UnsupportedOperationException("the step is made by the test");
        });
  }
}
