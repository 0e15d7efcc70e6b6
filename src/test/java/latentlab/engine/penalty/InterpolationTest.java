package latentlab.engine.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.LayerCheck;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class InterpolationTest {

  @Test
  void mixesEachPairByOneShare() {
    Matrix real = gaussian(5, 7, 1);
    Matrix generated = gaussian(5, 7, 2);
    float[] realBefore = values(real);
    float[] generatedBefore = values(generated);
    RandomGenerator shares = new Seed(9).generator();
    try (Interpolation interpolation = new Interpolation(7)) {
      float[] points = values(interpolation.between(real, generated, new Seed(9).generator()));
      for (int r = 0; r < 5; r++) {
        float share = shares.nextFloat();
        for (int i = r * 7; i < (r + 1) * 7; i++) {
          float expected = share * realBefore[i] + (1 - share) * generatedBefore[i];
          assertThat(points[i]).isCloseTo(expected, within(1e-6f));
        }
      }
    }
    assertThat(values(real)).isEqualTo(realBefore);
    assertThat(values(generated)).isEqualTo(generatedBefore);
  }

  @Test
  void drawsSharesThatAreUniform() {
    int rows = 20_000;
    Matrix ones = Matrix.allocate(rows, 1);
    ones.array().assign(1);
    Matrix zeros = Matrix.allocate(rows, 1);
    zeros.array().assign(0);
    double sum = 0;
    double squares = 0;
    try (Interpolation interpolation = new Interpolation(1)) {
      for (float share : values(interpolation.between(ones, zeros, new Seed(4).generator()))) {
        assertThat(share).isBetween(0f, 1f);
        sum += share;
        squares += share * share;
      }
    }
    assertThat(sum / rows).isCloseTo(1 / 2.0, within(0.01));
    assertThat(squares / rows).isCloseTo(1 / 3.0, within(0.01));
  }

  @Test
  void refusesBatchesThatDoNotFit() {
    try (Interpolation interpolation = new Interpolation(7)) {
      RandomGenerator random = new Seed(1).generator();
      assertThatThrownBy(() -> interpolation.between(gaussian(5, 7, 1), gaussian(4, 7, 1), random))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("generated")
          .hasMessageContaining("[5, 7]")
          .hasMessageContaining("[4, 7]");
      assertThatThrownBy(() -> interpolation.between(gaussian(5, 6, 1), gaussian(5, 6, 1), random))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("real");
    }
  }

  private static Matrix gaussian(int rows, int columns, long seed) {
    Matrix matrix = Matrix.allocate(rows, columns);
    matrix.copyFrom(LayerCheck.gaussian(rows * columns, new Seed(seed)));
    return matrix;
  }

  private static float[] values(Matrix matrix) {
    float[] values = new float[matrix.rows() * matrix.columns()];
    matrix.copyTo(values);
    return values;
  }
}
