package latentlab.ui.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.LossTerms;
import latentlab.training.TrainingEvent.EpochCompleted;
import latentlab.training.TrainingEvent.EpochPictures;
import latentlab.training.TrainingEvent.StateChanged;
import latentlab.training.TrainingEvent.StepCompleted;
import latentlab.training.TrainingState;
import org.junit.jupiter.api.Test;

class TrainingEventBridgeTest {

  private static final LossTerms LOSS = new LossTerms(1, Map.of());

  private final List<TrainingNews> received = new ArrayList<>();
  private final Deque<Runnable> scheduled = new ArrayDeque<>();
  private final List<Duration> delays = new ArrayList<>();
  private long nanos;
  private final TrainingEventBridge bridge =
      new TrainingEventBridge(
          received::add,
          (work, delay) -> {
            scheduled.add(work);
            delays.add(delay);
          },
          () -> nanos);

  @Test
  void deliversEveryStepInOrderInOneBundle() {
    for (int i = 1; i <= 1_000; i++) {
      bridge.onEvent(step(i));
    }
    assertThat(scheduled).hasSize(1);

    runScheduled();

    assertThat(received).hasSize(1);
    assertThat(received.get(0).steps()).hasSize(1_000);
    assertThat(received.get(0).steps()).extracting(StepCompleted::step).isSorted();
  }

  @Test
  void deliversTheFirstEventAtOnceAndThenWaitsOutTheInterval() {
    bridge.onEvent(step(1));
    runScheduled();
    nanos += Duration.ofMillis(10).toNanos();
    bridge.onEvent(step(2));

    assertThat(delays).containsExactly(Duration.ZERO, Duration.ofMillis(30));
  }

  @Test
  void doesNotWaitWhenTheIntervalIsOver() {
    bridge.onEvent(step(1));
    runScheduled();
    nanos += Duration.ofSeconds(1).toNanos();
    bridge.onEvent(step(2));

    assertThat(delays).containsExactly(Duration.ZERO, Duration.ZERO);
  }

  @Test
  void keepsEveryEpochButOnlyTheLatestPicturesAndState() {
    EpochPictures first = pictures(1);
    EpochPictures second = pictures(2);
    bridge.onEvent(epoch(1, first));
    bridge.onEvent(new StateChanged(TrainingState.PAUSED, ""));
    bridge.onEvent(epoch(2, second));
    bridge.onEvent(new StateChanged(TrainingState.COMPLETED, "done"));
    runScheduled();

    TrainingNews news = received.get(0);
    assertThat(news.epochs()).extracting(EpochCompleted::epoch).containsExactly(1, 2);
    assertThat(news.epochs()).allMatch(epoch -> epoch.pictures().originals().isEmpty());
    assertThat(news.pictures()).containsSame(second);
    assertThat(news.state()).contains(new StateChanged(TrainingState.COMPLETED, "done"));
  }

  @Test
  void deliversNothingTwice() {
    bridge.onEvent(epoch(1, pictures(1)));
    runScheduled();
    bridge.onEvent(step(2));
    runScheduled();

    TrainingNews second = received.get(1);
    assertThat(second.steps()).hasSize(1);
    assertThat(second.epochs()).isEmpty();
    assertThat(second.pictures()).isEmpty();
    assertThat(second.state()).isEmpty();
  }

  @Test
  void deliversNothingAfterItWasClosed() {
    bridge.onEvent(step(1));
    bridge.close();
    runScheduled();
    bridge.onEvent(step(2));

    assertThat(received).isEmpty();
    assertThat(scheduled).isEmpty();
  }

  private void runScheduled() {
    while (!scheduled.isEmpty()) {
      scheduled.remove().run();
    }
  }

  private static StepCompleted step(long step) {
    return new StepCompleted(step, 1_000, LOSS, 10, Duration.ZERO);
  }

  private static EpochCompleted epoch(int epoch, EpochPictures pictures) {
    return new EpochCompleted(epoch, 2, epoch, LOSS, LOSS, pictures);
  }

  private static EpochPictures pictures(int count) {
    ImageBatch images = ImageBatch.unlabelled(new ImageShape(1, 1, 1), new float[count]);
    return new EpochPictures(Optional.of(images), Optional.empty(), Optional.empty(), List.of());
  }
}
