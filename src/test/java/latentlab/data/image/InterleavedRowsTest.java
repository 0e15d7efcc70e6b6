package latentlab.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import org.junit.jupiter.api.Test;

class InterleavedRowsTest {

  private static final ImageShape DOT = new ImageShape(1, 1, 1);

  @Test
  void putsEachReconstructionBelowItsOriginal() {
    ImageBatch upper = ImageBatch.unlabelled(DOT, new float[] {.1f, .2f, .3f, .4f});
    ImageBatch lower = ImageBatch.unlabelled(DOT, new float[] {.5f, .6f, .7f, .8f});

    assertThat(InterleavedRows.of(upper, lower, 2).pixels())
        .containsExactly(.1f, .2f, .5f, .6f, .3f, .4f, .7f, .8f);
  }

  @Test
  void leavesTheRestOfAnIncompleteRowBlack() {
    ImageBatch three = ImageBatch.unlabelled(DOT, new float[] {.1f, .2f, .3f});

    assertThat(InterleavedRows.of(three, three, 2).pixels())
        .containsExactly(.1f, .2f, .1f, .2f, .3f, 0, .3f, 0);
  }

  @Test
  void choosesColumnsThatFillTheRows() {
    assertThat(InterleavedRows.columnsFor(16)).isEqualTo(8);
    assertThat(InterleavedRows.columnsFor(32)).isEqualTo(16);
    assertThat(InterleavedRows.columnsFor(18)).isEqualTo(9);
    assertThat(InterleavedRows.columnsFor(1)).isEqualTo(1);
    assertThat(InterleavedRows.columnsFor(0)).isEqualTo(1);
  }
}
