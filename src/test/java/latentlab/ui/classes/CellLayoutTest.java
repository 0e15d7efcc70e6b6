package latentlab.ui.classes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellLayoutTest {

  @Test
  void breaksOneLongGroupIntoLines() {
    CellLayout layout = CellLayout.fit(1, 10, 1, 500, 200, false);

    assertThat(layout.columns()).isEqualTo(5);
    assertThat(layout.rows()).isEqualTo(2);
    assertThat(layout.cell(0, 7)).isEqualTo(7);
  }

  @Test
  void startsEachGroupOnALineOfItsOwn() {
    CellLayout layout = CellLayout.fit(2, 3, 1, 200, 400, false);

    assertThat(layout.columns()).isEqualTo(2);
    assertThat(layout.cell(1, 0)).isEqualTo(4);
    assertThat(layout.group(6)).isEqualTo(1);
    assertThat(layout.index(6)).isEqualTo(2);
    assertThat(layout.index(7)).as("an empty cell").isEqualTo(3);
  }

  @Test
  void leavesRoomForWordsOnlyBelowLargeImages() {
    assertThat(CellLayout.fit(1, 10, 1, 900, 300, true).captions()).isTrue();
    assertThat(CellLayout.fit(10, 10, 1, 900, 300, true).captions()).isFalse();
  }
}
