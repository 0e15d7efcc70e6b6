package latentlab.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import latentlab.failure.InvalidInputException;
import org.junit.jupiter.api.Test;

class TensorsTest {

  private static final List<Long> SHAPE = List.of(1L, 2L);

  @Test
  void givesTheValuesOfATensorThatIsAsExpected() {
    assertThat(holding(1, -2).checked("w", SHAPE)).containsExactly(1, -2);
  }

  @Test
  void refusesATensorThatIsMissingOrHasAnotherShapeOrIsNotFinite() {
    assertRefused(holding(1, 2), "v", SHAPE, "tensor 'v' is missing");
    assertRefused(
        holding(1, 2), "w", List.of(2L, 1L), "tensor 'w' has shape [1, 2]; expected [2, 1]");
    for (float bad : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
      assertRefused(
          holding(1, bad), "w", SHAPE, "tensor 'w' holds " + bad + "; expected finite numbers");
    }
  }

  private static Tensors holding(float... values) {
    return new Tensors(Map.of("w", new Tensor(SHAPE, values)));
  }

  private static void assertRefused(
      Tensors tensors, String name, List<Long> shape, String message) {
    assertThatThrownBy(() -> tensors.checked(name, shape))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }
}
