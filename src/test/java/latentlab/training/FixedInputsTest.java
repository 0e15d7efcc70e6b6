package latentlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import latentlab.models.LatentCodes;
import org.junit.jupiter.api.Test;

class FixedInputsTest {

  @Test
  void theGridRunsFromTheTopLeftToTheBottomRight() {
    LatentCodes grid = FixedInputs.grid(3, 5);

    assertThat(grid.count()).isEqualTo(100);
    assertThat(grid.code(0)).containsExactly(-4, 4, 0);
    assertThat(grid.code(9)).containsExactly(4, 4, 0);
    assertThat(grid.code(90)).containsExactly(-4, -4, 0);
    assertThat(grid.code(99)).containsExactly(4, -4, 0);
  }

  @Test
  void theOnlyDimensionRunsOnFromRowToRow() {
    LatentCodes grid = FixedInputs.grid(1, 5);

    assertThat(grid.code(0)).containsExactly(-4);
    assertThat(grid.code(99)).containsExactly(4);
    for (int i = 1; i < 100; i++) {
      assertThat(grid.code(i)[0]).isGreaterThan(grid.code(i - 1)[0]);
    }
  }
}
