package latentlab.engine.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxRowsTest {

  private static final float SCALE = 0.7f;

  private static Matrix scores(int rows, int columns) {
    Matrix matrix = Matrix.allocate(rows, columns);
    for (int i = 0; i < rows * columns; i++) {
      matrix.buffer().put(i, (float) (5 * Math.sin(i * 12.9898)));
    }
    return matrix;
  }

  private static float[] values(Matrix matrix) {
    float[] values = new float[matrix.rows() * matrix.columns()];
    matrix.copyTo(values);
    return values;
  }

  /** Row lengths of one element, of several rows a block, and of more than a block. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 49, 300, 2048, 5000})
  void equalsTheDefinitionInTheRowsAskedForAndLeavesTheOthers(int columns) {
    Matrix matrix = scores(60, columns);
    float[] x = values(matrix);

    new SoftmaxRows(columns, SCALE, false).forward(matrix, 3, 50);

    float[] y = values(matrix);
    for (int row = 0; row < 60; row++) {
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += Math.exp(SCALE * x[row * columns + j]);
      }
      for (int j = 0; j < columns; j++) {
        int i = row * columns + j;
        boolean done = row >= 3 && row < 53;
        double expected = done ? Math.exp(SCALE * x[i]) / sum : x[i];
        assertThat((double) y[i]).as("[%d, %d]", row, j).isCloseTo(expected, within(2e-6));
      }
    }
  }

  @Test
  void causalRowsOfEachSquareIgnoreLaterColumnsWhateverTheyHold() {
    Matrix matrix = scores(9, 3);
    float[] x = values(matrix);
    matrix.buffer().put(1, Float.NaN);
    matrix.buffer().put(3 * 3 + 2, Float.POSITIVE_INFINITY);

    new SoftmaxRows(3, SCALE, true).forward(matrix, 0, 9);

    float[] y = values(matrix);
    for (int square = 0; square < 3; square++) {
      assertThat(y[square * 9]).isEqualTo(1f);
      double a = Math.exp(SCALE * x[square * 9 + 3]);
      double b = Math.exp(SCALE * x[square * 9 + 4]);
      assertThat((double) y[square * 9 + 3]).isCloseTo(a / (a + b), within(1e-6));
      for (int i : new int[] {1, 2, 5}) {
        assertThat(y[square * 9 + i]).isEqualTo(0f);
      }
    }
  }

  @Test
  void aRowWithNaNBecomesNaNAndNoOther() {
    Matrix matrix = scores(3, 4);
    matrix.buffer().put(5, Float.NaN);

    new SoftmaxRows(4, SCALE, false).forward(matrix, 0, 3);

    float[] y = values(matrix);
    for (int i = 0; i < 12; i++) {
      assertThat(Float.isNaN(y[i])).as("value %d", i).isEqualTo(i / 4 == 1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 300, 2500})
  void goesBackByTheDerivativeOfTheDefinition(int columns) {
    int rows = 11;
    Matrix weights = scores(rows + 2, columns);
    SoftmaxRows softmax = new SoftmaxRows(columns, SCALE, false);
    softmax.forward(weights, 0, rows + 2);
    float[] y = values(weights);
    Matrix errors = scores(rows, columns);
    float[] before = values(errors);

    softmax.backward(weights, 2, errors, 0, rows);

    float[] after = values(errors);
    for (int row = 0; row < rows; row++) {
      double mean = 0;
      for (int j = 0; j < columns; j++) {
        mean += (double) before[row * columns + j] * y[(row + 2) * columns + j];
      }
      for (int j = 0; j < columns; j++) {
        int i = row * columns + j;
        double expected = SCALE * y[(row + 2) * columns + j] * (before[i] - mean);
        assertThat((double) after[i]).as("[%d, %d]", row, j).isCloseTo(expected, within(1e-5));
      }
    }
  }
}
