package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.LatentCodes;
import latentlab.models.LatentSpace;
import org.junit.jupiter.api.Test;

class LatentGridTest {

  @Test
  void runsFromTheTopLeftOverTheWholeExtent() {
    LatentCodes codes = new LatentGrid(3, 0, 2).codes(4, 2);
    assertThat(codes.count()).isEqualTo(9);
    assertThat(codes.code(0)).containsExactly(-2, 0, 2, 0);
    assertThat(codes.code(2)).containsExactly(2, 0, 2, 0);
    assertThat(codes.code(4)).containsExactly(0, 0, 0, 0);
    assertThat(codes.code(6)).containsExactly(-2, 0, -2, 0);
  }

  @Test
  void decodesAllPointsInTheirOrder() {
    LatentSpace space = new SumSpace(2);
    float[] pixels = LatentGrid.ofFirstDimensions(3, space).decode(space).pixels();
    assertThat(pixels).containsExactly(0, 1, 2, -1, 0, 1, -2, -1, 0);
  }

  @Test
  void makesRowsAlikeInOneDimension() {
    LatentSpace space = new SumSpace(1);
    float[] pixels = LatentGrid.ofFirstDimensions(2, space).decode(space).pixels();
    assertThat(pixels).containsExactly(-1, 1, -1, 1);
  }

  /** Images of one pixel, which is the sum of the code. */
  private record SumSpace(int latentSize) implements LatentSpace {

    @Override
    public float latentExtent() {
      return 1;
    }

    @Override
    public ImageBatch decode(LatentCodes codes) {
      float[] sums = new float[codes.count()];
      for (int i = 0; i < sums.length; i++) {
        for (float value : codes.code(i)) {
          sums[i] += value;
        }
      }
      return ImageBatch.unlabelled(new ImageShape(1, 1, 1), sums);
    }
  }
}
