package latentlab.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpochReplayTest {

  private final Deque<Runnable> pulses = new ArrayDeque<>();
  private final EpochReplay replay = new EpochReplay((work, delay) -> pulses.add(work));

  @Test
  void followsTheNewestEpoch() {
    add(1, 3);

    assertThat(replay.epoch().get()).isEqualTo(3);
    assertThat(replay.newest().get()).isEqualTo(3);
    assertThat(replay.pictures().get()).isNotNull();
  }

  @Test
  void staysWhereTheUserWentBackToUntilTheEndIsChosenAgain() {
    add(1, 5);
    replay.goTo(1);
    add(6, 7);

    assertThat(replay.epoch().get()).isEqualTo(2);
    assertThat(replay.newest().get()).isEqualTo(7);
    assertThat(replay.following().get()).isFalse();
    replay.goTo(99);
    add(8, 8);
    assertThat(replay.epoch().get()).isEqualTo(8);
  }

  @Test
  void staysWithItsEpochWhenTheAlbumIsThinned() {
    add(1, 200);
    replay.goTo(100);
    assertThat(replay.epoch().get()).isEqualTo(101);
    add(201, 201);

    assertThat(replay.epoch().get()).isEqualTo(101);
    assertThat(replay.position().get()).isEqualTo(50);
    assertThat(replay.size().get()).isEqualTo(101);
  }

  @Test
  void playsFromTheFirstToTheLastAndThenFollows() {
    add(1, 4);
    List<Integer> seen = new ArrayList<>();
    replay.epoch().addListener((property, old, now) -> seen.add(now.intValue()));
    replay.playOrPause();
    runPulses(20);

    assertThat(seen).containsExactly(1, 2, 3, 4);
    assertThat(replay.playing().get()).isFalse();
    assertThat(replay.following().get()).isTrue();
  }

  @Test
  void pausesAndGoesOnFromThere() {
    add(1, 4);
    replay.playOrPause();
    runPulses(1);
    replay.playOrPause();
    runPulses(5);
    assertThat(replay.epoch().get()).isEqualTo(2);

    replay.playOrPause();
    runPulses(1);
    assertThat(replay.epoch().get()).isEqualTo(3);
  }

  @Test
  void stopsPlayingWhenAnEpochIsChosenOrAnotherTrainingBegins() {
    add(1, 4);
    replay.playOrPause();
    replay.goTo(0);
    runPulses(5);
    assertThat(replay.epoch().get()).isEqualTo(1);

    replay.playOrPause();
    replay.clear();
    runPulses(5);
    assertThat(replay.pictures().get()).isNull();
    assertThat(replay.size().get()).isZero();
    add(1, 1);
    assertThat(replay.epoch().get()).isEqualTo(1);
  }

  @Test
  void hasNothingToPlayWithoutTwoEpochs() {
    replay.playOrPause();
    replay.goTo(3);
    assertThat(replay.playing().get()).isFalse();
    assertThat(replay.pictures().get()).isNull();
  }

  private void add(int from, int to) {
    for (int epoch = from; epoch <= to; epoch++) {
      replay.add(epoch, SyntheticEvents.pictures(1f / epoch));
    }
  }

  private void runPulses(int most) {
    for (int i = 0; i < most && !pulses.isEmpty(); i++) {
      pulses.remove().run();
    }
  }
}
