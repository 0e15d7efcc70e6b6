package latentlab.ui.training.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurveTest {

  private final Curve curve = new Curve();

  @Test
  void findsTheNearestPointAndTheEarlierOfTwoEquallyNear() {
    curve.add(10, 1);
    curve.add(20, 2);
    curve.add(40, 3);

    assertThat(curve.nearest(-5)).isZero();
    assertThat(curve.nearest(15)).isZero();
    assertThat(curve.nearest(15.1)).isEqualTo(1);
    assertThat(curve.nearest(1e9)).isEqualTo(2);
  }

  @Test
  void findsTheLastPointUpToAPlace() {
    curve.add(10, 1);
    curve.add(20, 2);

    assertThat(curve.last(9.9)).isEqualTo(-1);
    assertThat(curve.last(10)).isZero();
    assertThat(curve.last(19.9)).isZero();
    assertThat(curve.last(20)).isEqualTo(1);
  }

  @Test
  void findsNothingWithoutPoints() {
    assertThat(curve.nearest(3)).isEqualTo(-1);
    assertThat(curve.last(3)).isEqualTo(-1);
  }
}
