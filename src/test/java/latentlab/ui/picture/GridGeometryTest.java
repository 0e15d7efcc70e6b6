package latentlab.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import latentlab.data.ImageShape;
import latentlab.ui.picture.GridGeometry.Scaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridGeometryTest {

  private static final ImageShape DIGIT = new ImageShape(28, 28, 1);

  @Test
  void enlargesByWholeNumbers() {
    GridGeometry grid = GridGeometry.fit(DIGIT, 3, 2, 4, Scaling.WHOLE_NUMBERS, 300, 300);
    assertThat(grid.width()).isEqualTo(3 * 3 * 28 + 2 * 4);
    assertThat(grid.height()).isEqualTo(2 * 3 * 28 + 4);
    assertThat(grid.columnStart(1)).isEqualTo(3 * 28 + 4);
    assertThat(grid.columnWidth(2)).isEqualTo(3 * 28);
    assertThat(grid.rowHeight(1)).isEqualTo(3 * 28);
  }

  @Test
  void makesImagesSmallerWhereTheyDoNotFit() {
    GridGeometry grid = GridGeometry.fit(DIGIT, 1, 1, 0, Scaling.WHOLE_NUMBERS, 20, 50);
    assertThat(grid.width()).isEqualTo(20);
    assertThat(grid.height()).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({"20,0,617", "7,1,600", "40,0,611", "5,3,101", "40,0,30"})
  void cellsFollowEachOtherWithOnlyTheGapBetween(int cells, int gap, int space) {
    GridGeometry grid = GridGeometry.fit(DIGIT, cells, cells, gap, Scaling.FILL, space, 2 * space);
    assertThat(grid.columnStart(0)).isZero();
    for (int i = 0; i < cells; i++) {
      int end = grid.columnStart(i) + grid.columnWidth(i);
      assertThat(grid.columnWidth(i)).isPositive();
      assertThat(end).isEqualTo(i == cells - 1 ? grid.width() : grid.columnStart(i + 1) - gap);
    }
    assertThat(grid.width()).isEqualTo(Math.max(space, cells));
    assertThat(grid.height()).isEqualTo(grid.width());
  }

  @Test
  void keepsTheProportionsOfImagesThatAreNotSquare() {
    GridGeometry grid =
        GridGeometry.fit(new ImageShape(10, 20, 3), 4, 4, 0, Scaling.FILL, 400, 400);
    assertThat(grid.width()).isEqualTo(400);
    assertThat(grid.height()).isEqualTo(200);
  }
}
