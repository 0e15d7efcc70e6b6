package latentlab.ui.latent.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowPaceTest {

  private final Deque<Runnable> planned = new ArrayDeque<>();
  private final List<Duration> delays = new ArrayList<>();
  private long now;
  private int encodings;
  private final FollowPace pace =
      new FollowPace(
          (work, delay) -> {
            planned.add(work);
            delays.add(delay);
          },
          () -> now,
          () -> encodings++);

  private void encode(Duration duration) {
    pace.begin();
    now += duration.toNanos();
    pace.end();
  }

  @Test
  void manyChangesAreFollowedOnceSomeTimeLater() {
    for (int change = 0; change < 60; change++) {
      pace.changed();
    }
    assertThat(planned).hasSize(1);
    assertThat(delays).containsExactly(Duration.ofSeconds(2));
    assertThat(encodings).isZero();
    planned.remove().run();
    assertThat(encodings).isEqualTo(1);
  }

  @Test
  void whatWasEncodedMeanwhileIsNotEncodedAgain() {
    pace.changed();
    encode(Duration.ofMillis(100));
    assertThat(pace.isBehind()).isFalse();
    planned.remove().run();
    assertThat(encodings).isZero();
  }

  @Test
  void slowWorkIsFollowedByALongerRest() {
    encode(Duration.ofSeconds(3));
    pace.changed();
    now += Duration.ofMinutes(5).toNanos();
    pace.end();
    assertThat(delays).containsExactly(Duration.ofSeconds(12));
  }

  @Test
  void aChangeDuringTheWorkIsFollowedAfterItsEnd() {
    pace.begin();
    pace.changed();
    planned.remove().run();
    assertThat(encodings).as("who is asked may be busy").isEqualTo(1);
    assertThat(pace.isBehind()).isTrue();
    pace.end();
    planned.remove().run();
    assertThat(encodings).isEqualTo(2);
  }
}
