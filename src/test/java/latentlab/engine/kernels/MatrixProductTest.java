package latentlab.engine.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import latentlab.random.Seed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixProductTest {

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1, 7, 5", "3, 1, 4", "5, 4, 1", "17, 33, 9", "128, 64, 31"})
  void equalsTheSumOfProducts(int m, int k, int n) {
    float[][] a = random(m, k, 1);
    float[][] b = random(k, n, 2);
    Matrix c = Matrix.allocate(m, n);

    MatrixProduct.times(matrix(a), matrix(b), c);
    assertEqual(c, naive(a, b));
    MatrixProduct.timesTransposed(matrix(a), matrix(transposed(b)), c);
    assertEqual(c, naive(a, b));
    MatrixProduct.transposedTimes(matrix(transposed(a)), matrix(b), c);
    assertEqual(c, naive(a, b));
  }

  @ParameterizedTest
  @CsvSource({"2, 3, 4, 5, 2, 5", "2, 3, 3, 5, 2, 4", "2, 3, 3, 5, 1, 5"})
  void refusesSizesThatDoNotFit(int m, int k, int k2, int n, int rows, int columns) {
    Matrix a = Matrix.allocate(m, k);
    Matrix b = Matrix.allocate(k2, n);
    Matrix c = Matrix.allocate(rows, columns);

    assertThatThrownBy(() -> MatrixProduct.times(a, b, c))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[" + m + ", " + k + "]");
  }

  private static void assertEqual(Matrix actual, double[][] expected) {
    float[] values = new float[actual.rows() * actual.columns()];
    actual.copyTo(values);
    for (int r = 0; r < actual.rows(); r++) {
      for (int c = 0; c < actual.columns(); c++) {
        assertThat((double) values[r * actual.columns() + c])
            .isCloseTo(expected[r][c], within(1e-4));
      }
    }
  }

  private static double[][] naive(float[][] a, float[][] b) {
    double[][] result = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int k = 0; k < b.length; k++) {
          result[i][j] += (double) a[i][k] * b[k][j];
        }
      }
    }
    return result;
  }

  private static float[][] random(int rows, int columns, long seed) {
    RandomGenerator random = new Seed(seed).generator();
    float[][] values = new float[rows][columns];
    for (float[] row : values) {
      for (int c = 0; c < columns; c++) {
        row[c] = (float) random.nextGaussian();
      }
    }
    return values;
  }

  private static float[][] transposed(float[][] a) {
    float[][] result = new float[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        result[j][i] = a[i][j];
      }
    }
    return result;
  }

  private static Matrix matrix(float[][] values) {
    Matrix matrix = Matrix.allocate(values.length, values[0].length);
    for (int r = 0; r < values.length; r++) {
      matrix.buffer().put(r * values[0].length, values[r]);
    }
    return matrix;
  }
}
