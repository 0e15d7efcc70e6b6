package latentlab.ui.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTicksTest {

  @Test
  void areRoundNumbers() {
    assertThat(AxisTicks.within(3, 9)).containsExactly(-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0);
    assertThat(AxisTicks.within(2.5, 11)).hasSize(11).contains(-2.5, 0.5, 2.5);
    assertThat(AxisTicks.within(12, 7)).containsExactly(-10.0, -5.0, 0.0, 5.0, 10.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.013, 0.2, 1, 1.7, 2.4, 3.9, 8, 99})
  void staySymmetricWithinTheRangeAndTheirNumber(double range) {
    List<Double> ticks = AxisTicks.within(range, 9);
    assertThat(ticks).hasSizeBetween(3, 9).contains(0.0).isSorted();
    assertThat(ticks.get(0)).isGreaterThanOrEqualTo(-range * (1 + 1e-9));
    assertThat(ticks.get(0) + ticks.get(ticks.size() - 1)).isCloseTo(0, within(1e-12));
  }
}
