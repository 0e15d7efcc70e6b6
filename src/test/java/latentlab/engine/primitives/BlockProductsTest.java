package latentlab.engine.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBlock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products of rectangles inside larger matrices. */
class BlockProductsTest {

  private static final int[][] SIZES = {
    {1, 1, 1}, {1, 7, 5}, {6, 1, 3}, {49, 64, 49}, {90, 80, 70}
  };

  static Stream<String> primitives() {
    return PrimitivesForTests.names();
  }

  /** A matrix two rows and three columns larger than the block at (1, 2) that is to be used. */
  private static Matrix around(int rows, int columns, int seed) {
    Matrix matrix = Matrix.allocate(rows + 2, columns + 3);
    for (int i = 0; i < matrix.rows() * matrix.columns(); i++) {
      matrix.buffer().put(i, (float) Math.sin(i * 12.9898 + seed));
    }
    return matrix;
  }

  private static double at(Matrix matrix, int row, int column) {
    return matrix.buffer().get((row + 1) * matrix.columns() + column + 2);
  }

  private static MatrixBlock block(Matrix matrix) {
    return new MatrixBlock(matrix, matrix.rows() - 2, matrix.columns() - 3).at(1, 2);
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void equalLoopsAndLeaveTheRestOfTheMatrix(String name) {
    try (Primitives primitives = PrimitivesForTests.named(name)) {
      MatrixProducts products = primitives.products();
      for (int[] size : SIZES) {
        int m = size[0];
        int n = size[1];
        int k = size[2];
        Matrix a = around(m, k, 1);
        Matrix b = around(k, n, 2);
        Matrix turnedA = around(k, m, 3);
        Matrix turnedB = around(n, k, 4);
        Matrix c = around(m, n, 5);
        products.times(block(a), block(b), block(c));
        check(c, k, (i, j, l) -> at(a, i, l) * at(b, l, j));
        products.timesTransposed(block(a), block(turnedB), block(c));
        check(c, k, (i, j, l) -> at(a, i, l) * at(turnedB, j, l));
        products.transposedTimes(block(turnedA), block(b), block(c));
        check(c, k, (i, j, l) -> at(turnedA, l, i) * at(b, l, j));
      }
    }
  }

  private interface Term {
    double of(int row, int column, int inner);
  }

  private static void check(Matrix c, int inner, Term term) {
    Matrix untouched = around(c.rows() - 2, c.columns() - 3, 5);
    for (int row = -1; row < c.rows() - 1; row++) {
      for (int column = -2; column < c.columns() - 2; column++) {
        boolean inside = row >= 0 && row < c.rows() - 2 && column >= 0 && column < c.columns() - 3;
        double expected = inside ? 0 : at(untouched, row, column);
        for (int l = 0; inside && l < inner; l++) {
          expected += term.of(row, column, l);
        }
        assertThat(at(c, row, column))
            .as("[%d, %d] of [%d, %d]", row, column, c.rows(), c.columns())
            .isCloseTo(expected, within(1e-4));
      }
    }
  }

  /** Products of 90 x 80 x 70 are large for OpenBLAS, which uses several threads for each. */
  @ParameterizedTest
  @MethodSource("primitives")
  void severalThreadsMayMultiplyAtOnce(String name) {
    try (Primitives primitives = PrimitivesForTests.named(name)) {
      MatrixProducts products = primitives.products();
      Matrix a = around(90, 70, 1);
      Matrix b = around(70, 80, 2);
      float[] alone = product(products, a, b);
      List<float[]> together =
          IntStream.range(0, 64).parallel().mapToObj(i -> product(products, a, b)).toList();
      assertThat(together).allSatisfy(result -> assertThat(result).isEqualTo(alone));
    }
  }

  private static float[] product(MatrixProducts products, Matrix a, Matrix b) {
    Matrix c = Matrix.allocate(90, 80);
    products.times(block(a), block(b), new MatrixBlock(c, 90, 80));
    float[] values = new float[90 * 80];
    c.copyTo(values);
    return values;
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void refusesSizesThatDoNotFit(String name) {
    try (Primitives primitives = PrimitivesForTests.named(name)) {
      MatrixProducts products = primitives.products();
      Matrix matrix = Matrix.allocate(8, 8);
      MatrixBlock a = new MatrixBlock(matrix, 2, 3);
      MatrixBlock b = new MatrixBlock(matrix, 4, 5);
      MatrixBlock c = new MatrixBlock(matrix, 2, 5);
      assertRefused(() -> products.times(a, b, c), "[2, 3] and [4, 5]");
      assertRefused(() -> products.timesTransposed(a, b, c), "[2, 3] and [4, 5]");
      assertRefused(() -> products.transposedTimes(a, b, c), "[2, 3] and [4, 5]");
    }
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void blocksStayInsideTheirMatrix(String name) {
    Matrix matrix = Matrix.allocate(4, 6);
    MatrixBlock block = new MatrixBlock(matrix, 2, 3);
    assertThat(block.at(2, 3).stride()).as(name).isEqualTo(6);
    assertRefused(() -> block.at(3, 0), "[2, 3] block at (3, 0)");
    assertRefused(() -> block.at(0, 4), "[2, 3] block at (0, 4)");
    assertRefused(() -> block.at(-1, 0), "[2, 3] block at (-1, 0)");
    assertRefused(() -> new MatrixBlock(matrix, 5, 1), "[4, 6] matrix");
    assertRefused(() -> new MatrixBlock(matrix, 0, 1), "[4, 6] matrix");
  }

  private static void assertRefused(Runnable action, String part) {
    assertThatThrownBy(action::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(part);
  }
}
