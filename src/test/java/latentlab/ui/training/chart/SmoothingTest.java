package latentlab.ui.training.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmoothingTest {

  @Test
  void leavesAConstantAsItIsFromTheFirstValue() {
    Smoothing smoothing = new Smoothing(0.99);
    for (int i = 0; i < 10; i++) {
      assertThat(smoothing.next(7)).isCloseTo(7, within(1e-12));
    }
  }

  @Test
  void weighsThePastByPowersOfTheWeight() {
    Smoothing smoothing = new Smoothing(0.5);
    smoothing.next(1);
    smoothing.next(2);

    // (0.25 * 1 + 0.5 * 2 + 1 * 3) / 1.75
    assertThat(smoothing.next(3)).isCloseTo(4.25 / 1.75, within(1e-12));
  }

  @Test
  void followsExactlyWithoutAWeight() {
    Smoothing smoothing = new Smoothing(0);
    smoothing.next(1);

    assertThat(smoothing.next(5)).isEqualTo(5);
  }

  @Test
  void refusesAWeightThatForgetsNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Smoothing(1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Smoothing(Double.NaN));
  }
}
