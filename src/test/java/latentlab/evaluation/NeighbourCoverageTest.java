package latentlab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import latentlab.models.ImageClassifier.Features;
import latentlab.progress.Cancellation;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class NeighbourCoverageTest {

  private static final Cancellation NEVER = new Cancellation();

  /** 0, 1, ..., 9 on a line: the third nearest of an inner point is 2 away, of an end 3. */
  private static final Features LINE = column(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

  @Test
  void aBallReachesAsFarAsTheThirdNearestOther() {
    NeighbourCoverage coverage = NeighbourCoverage.of(LINE, NEVER);

    assertThat(coverage.squaredRadius()).containsExactly(9, 4, 4, 4, 4, 4, 4, 4, 4, 9);
  }

  @Test
  void whatLiesInABallIsCovered() {
    NeighbourCoverage coverage = NeighbourCoverage.of(LINE, NEVER);

    assertThat(coverage.share(column(-2.9f, 4.5f, 11.9f), NEVER)).isEqualTo(1);
    assertThat(coverage.share(column(-3.1f, 12.1f), NEVER)).isZero();
    assertThat(coverage.share(column(-3.1f, 5, 6, 700), NEVER)).isEqualTo(0.5);
  }

  /** Samples of one of two clusters: all are real, half of what is real is not among them. */
  @Test
  void aMissingClusterCostsRecallAndNotPrecision() {
    Features real = cloud(600, 1, true);
    Features drawn = cloud(600, 2, false);

    assertThat(NeighbourCoverage.of(real, NEVER).share(drawn, NEVER)).isGreaterThan(0.9);
    assertThat(NeighbourCoverage.of(drawn, NEVER).share(real, NEVER)).isCloseTo(0.5, within(0.05));
  }

  /** Two dimensions, around the origin, and, if asked for, every second point around (100, 0). */
  private static Features cloud(int count, long seed, boolean both) {
    RandomGenerator random = new Seed(seed).generator();
    float[] values = new float[2 * count];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    for (int i = 0; both && i < values.length; i += 4) {
      values[i] += 100;
    }
    return new Features(count, 2, values);
  }

  private static Features column(float... values) {
    return new Features(values.length, 1, values);
  }
}
