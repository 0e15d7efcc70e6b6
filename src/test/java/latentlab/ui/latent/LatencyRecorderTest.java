package latentlab.ui.latent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatencyRecorderTest {

  private final LatencyRecorder recorder = new LatencyRecorder();

  @Test
  void hasNoPercentilesBeforeAnythingIsRecorded() {
    assertThat(recorder.percentile(50)).isEmpty();
  }

  @Test
  void givesTheNearestRank() {
    for (int i = 100; i >= 1; i--) {
      recorder.record(i * 1_000_000L);
    }
    assertThat(recorder.percentile(50)).hasValue(50);
    assertThat(recorder.percentile(95)).hasValue(95);
    assertThat(recorder.percentile(100)).hasValue(100);
  }

  @Test
  void forgetsTheOldest() {
    recorder.record(Long.MAX_VALUE);
    for (int i = 0; i < 512; i++) {
      recorder.record(2_000_000L);
    }
    assertThat(recorder.count()).isEqualTo(512);
    assertThat(recorder.percentile(100)).hasValue(2);
  }
}
