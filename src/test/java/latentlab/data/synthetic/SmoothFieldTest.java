package latentlab.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class SmoothFieldTest {

  @Test
  void hasMeanZeroAndVarianceOne() {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (long seed = 0; seed < 400; seed++) {
      SmoothField field = new SmoothField(new Seed(seed).generator(), 36);
      for (double x = -60; x <= 60; x += 7) {
        double value = field.at(x, 0.7 * x + 3);
        sum += value;
        squares += value * value;
        count++;
      }
    }
    assertThat(sum / count).isCloseTo(0, within(0.1));
    assertThat(squares / count).isCloseTo(1, within(0.1));
  }

  @Test
  void changesLittleOverAShortWayAlsoFromCellToCell() {
    SmoothField field = new SmoothField(new Seed(3).generator(), 36);
    for (double x = -100; x < 100; x += 0.5) {
      assertThat(field.at(x + 0.5, 20)).isCloseTo(field.at(x, 20), within(0.1));
      assertThat(field.at(20, x + 0.5)).isCloseTo(field.at(20, x), within(0.1));
    }
  }

  @Test
  void keepsTheValueOfItsBorderOutside() {
    SmoothField field = new SmoothField(new Seed(4).generator(), 9);
    assertThat(field.at(500, 5)).isEqualTo(field.at(90, 5));
    assertThat(field.at(5, -500)).isEqualTo(field.at(5, -90));
  }
}
