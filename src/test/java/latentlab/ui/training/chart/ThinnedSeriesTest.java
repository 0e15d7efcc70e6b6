package latentlab.ui.training.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class ThinnedSeriesTest {

  @Test
  void keepsEveryPointWhileThereAreFew() {
    ThinnedSeries series = new ThinnedSeries(8);
    for (int x = 1; x <= 7; x++) {
      series.add(x, 10 * x);
    }

    assertThat(Arrays.stream(series.xs()).distinct().toArray())
        .containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(Arrays.stream(series.ys()).distinct().toArray())
        .containsExactly(10, 20, 30, 40, 50, 60, 70);
  }

  @Test
  void staysBoundedAndOrderedAndLosesNoPeakOverAHundredThousandPoints() {
    RandomGenerator noise = new Seed(3).generator();
    ThinnedSeries series = new ThinnedSeries(500);
    for (int x = 0; x < 100_000; x++) {
      series.add(x, x == 71_234 ? 1_000 : x == 12_345 ? -1_000 : noise.nextDouble());
    }

    assertThat(series.size()).isBetween(500, 1_000);
    assertThat(series.xs()).isSorted();
    int highest = indexOf(series.ys(), 1_000);
    int lowest = indexOf(series.ys(), -1_000);
    assertThat(series.xs()[highest]).isEqualTo(71_234);
    assertThat(series.xs()[lowest]).isEqualTo(12_345);
  }

  @Test
  void everyDrawnPointIsOneThatWasAdded() {
    ThinnedSeries series = new ThinnedSeries(16);
    for (int x = 0; x < 1_000; x++) {
      series.add(x, value(x));
    }

    for (int i = 0; i < series.size(); i++) {
      assertThat(series.ys()[i]).isEqualTo(value(series.xs()[i]));
    }
  }

  @Test
  void startsAgainAfterItWasCleared() {
    ThinnedSeries series = new ThinnedSeries(4);
    for (int x = 0; x < 100; x++) {
      series.add(x, x);
    }
    series.clear();
    assertThat(series.size()).isZero();
    series.add(5, 6);

    assertThat(series.xs()).containsExactly(5, 5);
    assertThat(series.ys()).containsExactly(6, 6);
  }

  @Test
  void refusesAnOddNumberOfBuckets() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ThinnedSeries(3))
        .withMessageContaining("3");
  }

  private static double value(double x) {
    return Math.sin(x * 0.37) * x;
  }

  private static int indexOf(double[] values, double wanted) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == wanted) {
        return i;
      }
    }
    throw new AssertionError(wanted + " was lost");
  }
}
