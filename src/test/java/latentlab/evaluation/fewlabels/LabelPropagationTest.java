package latentlab.evaluation.fewlabels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import latentlab.evaluation.neighbours.Neighbours;
import latentlab.models.ImageClassifier.Features;
import latentlab.progress.Cancellation;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class LabelPropagationTest {

  private static final Cancellation NEVER = new Cancellation();

  @Test
  void findsTheNeighboursThatComparisonOfAllPairsFinds() {
    Features rows = noise(300, 5, 1);
    Features among = noise(40, 5, 2);
    Neighbours found = Neighbours.of(rows, among, 3, NEVER);
    for (int row = 0; row < rows.count(); row++) {
      double last = -1;
      for (int k = 0; k < 3; k++) {
        double distance = distance(rows, row, among, found.index()[3 * row + k]);
        assertThat((double) found.squaredDistance()[3 * row + k]).isCloseTo(distance, within(1e-4));
        assertThat(distance).isGreaterThanOrEqualTo(last - 1e-4);
        last = distance;
      }
      int nearer = 0;
      for (int other = 0; other < among.count(); other++) {
        nearer += distance(rows, row, among, other) < last - 1e-4 ? 1 : 0;
      }
      assertThat(nearer).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void takesNoRowForItsOwnNeighbour() {
    Features rows = noise(30, 2, 3);
    int[] index = Neighbours.withinRows(rows, 4, NEVER).index();
    for (int at = 0; at < index.length; at++) {
      assertThat(index[at]).isNotEqualTo(at / 4);
    }
  }

  /** Two long parallel lines with a label at one end of each, where distances alone mislead. */
  @Test
  void carriesLabelsAlongChains() {
    int length = 20;
    float[] values = new float[length * 4];
    for (int i = 0; i < length; i++) {
      values[4 * i] = i;
      values[4 * i + 2] = i;
      values[4 * i + 3] = 3;
    }
    Features beliefs =
        LabelPropagation.beliefs(
            new Features(2 * length, 2, values), new int[] {1, 0}, 2, 2, NEVER);
    for (int i = 0; i < length; i++) {
      assertThat(beliefs.greatest(2 * i)).isEqualTo(1);
      assertThat(beliefs.greatest(2 * i + 1)).isEqualTo(0);
      assertThat(beliefs.values()[4 * i] + beliefs.values()[4 * i + 1]).isCloseTo(1, within(1e-5f));
    }
    assertThat(LabelPropagation.surest(beliefs, 2, 0.5)).hasSize(19).doesNotContain(0, 1);
  }

  @Test
  void believesNothingWhereNoLabelReaches() {
    float[] values = {0, 10, 0.1f, 0.2f, 10.1f, 50, 50.1f, 50.2f};
    Features beliefs =
        LabelPropagation.beliefs(new Features(8, 1, values), new int[] {0, 1}, 2, 1, NEVER);
    assertThat(beliefs.greatest(2)).isEqualTo(0);
    assertThat(beliefs.greatest(4)).isEqualTo(1);
    assertThat(beliefs.values()[2 * 6]).isZero();
    assertThat(LabelPropagation.surest(beliefs, 2, 1)).doesNotContain(5, 6, 7).contains(2, 3, 4);
  }

  @Test
  void scalesToTheMeanZeroAndTheMeanVarianceOne() {
    Features rows = new Features(2, 2, new float[] {1, 10, 3, 10});
    Scaling scaling = Scaling.of(rows);
    float expected = (float) Math.sqrt(2);
    assertThat(scaling.apply(rows.values())).containsExactly(-expected, 0, expected, 0);
    assertThat(scaling.toFeatures(new float[] {1, 2})).containsExactly(expected, 2 * expected);
  }

  private static Features noise(int count, int size, long seed) {
    RandomGenerator random = new Seed(seed).generator();
    float[] values = new float[count * size];
    for (int at = 0; at < values.length; at++) {
      values[at] = (float) random.nextGaussian();
    }
    return new Features(count, size, values);
  }

  private static double distance(Features a, int row, Features b, int other) {
    double sum = 0;
    for (int j = 0; j < a.size(); j++) {
      double difference = a.values()[row * a.size() + j] - b.values()[other * a.size() + j];
      sum += difference * difference;
    }
    return sum;
  }
}
