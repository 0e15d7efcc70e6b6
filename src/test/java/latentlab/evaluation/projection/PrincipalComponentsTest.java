package latentlab.evaluation.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import latentlab.failure.InvalidInputException;
import latentlab.models.LatentCodes;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {

  private static final Offset<Double> EXACT = within(1e-6);

  /** Points at 5 +- 3 along (0.8, 0.6) and 5 +- 1 across it: variances 18 / 3 and 2 / 3. */
  private static final LatentCodes CROSS =
      new LatentCodes(4, 2, new float[] {7.4f, 6.8f, 2.6f, 3.2f, 4.4f, 5.8f, 5.6f, 4.2f});

  @Test
  void findsTheAxesOfACross() {
    PrincipalComponents components = PrincipalComponents.of(CROSS);
    assertThat(components.mean()).containsExactly(new double[] {5, 5}, EXACT);
    assertThat(components.direction(0)).containsExactly(new double[] {0.8, 0.6}, EXACT);
    assertThat(components.direction(1)).containsExactly(new double[] {-0.6, 0.8}, EXACT);
    assertThat(components.variance(0)).isCloseTo(6, EXACT);
    assertThat(components.variance(1)).isCloseTo(2.0 / 3, EXACT);
  }

  @Test
  void coordinatesAreMeasuredFromTheMeanAlongTheDirections() {
    PlanePoints points = PrincipalComponents.of(CROSS).plane(CROSS, 0, 1);
    float[] expected = {3, 0, -3, 0, 0, 1, 0, -1};
    assertThat(points.coordinates()).containsExactly(expected, within(1e-5f));
  }

  @Test
  void aSecondComponentThatIsNotThereIsZero() {
    LatentCodes line = new LatentCodes(3, 1, new float[] {1, 2, 6});
    PlanePoints points = PrincipalComponents.of(line).plane(line, 0, 1);
    float[] expected = {-2, 0, -1, 0, 3, 0};
    assertThat(points.coordinates()).containsExactly(expected, within(1e-6f));
  }

  @Test
  void noCodesHaveNoComponents() {
    assertThatThrownBy(() -> PrincipalComponents.of(new LatentCodes(0, 2, new float[0])))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at least one");
  }
}
