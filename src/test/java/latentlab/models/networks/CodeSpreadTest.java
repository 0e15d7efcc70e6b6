package latentlab.models.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import latentlab.engine.kernels.Matrix;
import latentlab.failure.InvalidInputException;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;

class CodeSpreadTest {

  private static final Tensors NONE = new Tensors(Map.of());

  @Test
  void isThreeRootMeanSquaresOfTheFirstBatch() {
    CodeSpread spread = new CodeSpread();
    spread.observe(codes(3, -4, 0, 5));

    assertThat(spread.extent()).isCloseTo((float) (3 * Math.sqrt(50 / 4.0)), within(1e-5f));
  }

  @Test
  void followsCodesThatGrow() {
    CodeSpread spread = new CodeSpread();
    spread.observe(codes(1, 1));
    spread.observe(codes(2, 2));
    assertThat(spread.extent()).isCloseTo((float) (3 * Math.sqrt(0.99 + 0.01 * 4)), within(1e-5f));

    for (int i = 0; i < 1000; i++) {
      spread.observe(codes(2, 2));
    }
    assertThat(spread.extent()).isCloseTo(6f, within(1e-3f));
  }

  @Test
  void isPositiveBeforeAnyCodeWasSeen() {
    assertThat(new CodeSpread().extent()).isPositive();
  }

  @Test
  void comesBackFromTheWeights() {
    CodeSpread spread = new CodeSpread();
    spread.observe(codes(1, 7));
    CodeSpread other = new CodeSpread();
    other.set(spread.addedTo(NONE));

    assertThat(other.extent()).isEqualTo(spread.extent());
  }

  @Test
  void refusesWhatIsNoSpread() {
    CodeSpread spread = new CodeSpread();
    spread.observe(codes(1, 1));
    for (Tensor wrong : List.of(Tensor.vector(-1), Tensor.vector(Float.NaN), Tensor.vector(1, 2))) {
      assertThatThrownBy(() -> spread.set(new Tensors(Map.of("codes.scale", wrong))))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("codes.scale");
    }
    assertThatThrownBy(() -> spread.set(NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("missing");
    assertThat(spread.extent()).isEqualTo(3f);
  }

  private static Matrix codes(float... values) {
    Matrix matrix = Matrix.allocate(values.length / 2, 2);
    matrix.copyFrom(values);
    return matrix;
  }
}
