package latentlab.ui.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import latentlab.models.LatentCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneGridTest {

  private static final LatentPoint BASE =
      LatentPoint.origin(3).with(0, 0.5).with(1, 0.25).with(2, -1);

  @Test
  void decodesTheMiddleOfEachCellFromTheUpperLeftOne() {
    LatentCodes codes = new PlaneGrid(0, 2, 3, 3).codes(BASE, 0, 9);
    assertThat(codes.code(0)).containsExactly(-2, 0.25f, 2);
    assertThat(codes.code(2)).containsExactly(2, 0.25f, 2);
    assertThat(codes.code(4)).containsExactly(0, 0.25f, 0);
    assertThat(codes.code(6)).containsExactly(-2, 0.25f, -2);
  }

  @Test
  void batchesGiveTheSameCodesAsTheWhole() {
    PlaneGrid plane = new PlaneGrid(2, 1, 2.5, 7);
    LatentCodes whole = plane.codes(BASE, 0, 49);
    LatentCodes part = plane.codes(BASE, 10, 5);
    for (int i = 0; i < 5; i++) {
      assertThat(part.code(i)).isEqualTo(whole.code(10 + i));
    }
  }

  @Test
  void placesAndCoordinatesAreInverse() {
    PlaneGrid plane = new PlaneGrid(0, 1, 2.5, 20);
    assertThat(plane.across(0)).isEqualTo(-2.5);
    assertThat(plane.upwards(0)).isEqualTo(2.5);
    assertThat(plane.fromLeft(plane.across(0.3))).isCloseTo(0.3, within(1e-12));
    assertThat(plane.fromTop(plane.upwards(0.7))).isCloseTo(0.7, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 7, 8, 20, 33, 40})
  void blocksLieWhereTheirCellsAre(int cells) {
    PlaneGrid plane = new PlaneGrid(0, 1, 4, cells);
    int side = plane.blockSide(49);
    LatentCodes blocks = plane.blockCodes(BASE, side);
    LatentCodes exact = plane.codes(BASE, 0, plane.count());
    int inRow = (cells + side - 1) / side;
    assertThat(blocks.count()).isEqualTo(inRow * inRow).isLessThanOrEqualTo(49);
    for (int cell = 0; cell < plane.count(); cell++) {
      int row = cell / cells;
      float[] block = blocks.code(row / side * inRow + cell % cells / side);
      for (int dimension : new int[] {0, 1}) {
        assertThat((double) block[dimension])
            .isCloseTo(exact.code(cell)[dimension], within(plane.cellSize() * side / 2));
      }
    }
  }

  @Test
  void aSpaceOfOneDimensionHasOnlyAnAxisAcross() {
    PlaneGrid line = new PlaneGrid(0, PlaneGrid.NONE, 1, 5);
    LatentPoint point = line.pointAt(LatentPoint.origin(1), 0.75, 0.1);
    assertThat(point).isEqualTo(LatentPoint.origin(1).with(0, 0.5));
    assertThat(line.codes(point, 0, 25).values()).hasSize(25);
  }

  @Test
  void pointsShareAPlaneIfTheirOtherCoordinatesAreEqual() {
    PlaneGrid plane = new PlaneGrid(0, 1, 3, 20);
    assertThat(plane.isSharedBy(BASE, BASE.with(0, 2).with(1, -2))).isTrue();
    assertThat(plane.isSharedBy(BASE, BASE.with(2, 2))).isFalse();
  }
}
