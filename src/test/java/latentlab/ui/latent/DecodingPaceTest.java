package latentlab.ui.latent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecodingPaceTest {

  private static final long MILLISECOND = 1_000_000;

  private final DecodingPace pace = new DecodingPace();

  @Test
  void asksASlowDecoderForFewImagesAndAFastOneForMany() {
    pace.measure(50, 100 * MILLISECOND);
    assertThat(pace.batchSize()).isEqualTo(9);

    DecodingPace fast = new DecodingPace();
    fast.measure(50, MILLISECOND);
    assertThat(fast.batchSize()).isEqualTo(200);
  }

  @Test
  void asksForAsManyAsFitIntoATimeInOneOfFewSizes() {
    pace.measure(50, 10 * MILLISECOND);

    assertThat(pace.batchSize()).as("30 fit into 6 ms").isEqualTo(25);
    assertThat(pace.imagesWithin(8 * MILLISECOND)).isEqualTo(36);
    assertThat(pace.imagesWithin(MILLISECOND)).isEqualTo(9);
  }

  @Test
  void learnsFromEachBatchButNotFromSingleImages() {
    pace.measure(50, 10 * MILLISECOND);
    pace.measure(1, 500 * MILLISECOND);
    assertThat(pace.batchSize()).isEqualTo(25);

    pace.measure(50, 20 * MILLISECOND);
    assertThat(pace.batchSize()).isEqualTo(16);
  }

  @Test
  void promisesNothingBeforeItHasMeasured() {
    assertThat(pace.reaches(1, 1000 * MILLISECOND)).isFalse();

    pace.measure(50, 10 * MILLISECOND);

    assertThat(pace.reaches(100, 20 * MILLISECOND)).isTrue();
    assertThat(pace.reaches(101, 20 * MILLISECOND)).isFalse();
  }
}
