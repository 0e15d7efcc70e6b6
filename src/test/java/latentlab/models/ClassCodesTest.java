package latentlab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class ClassCodesTest {

  private static final ImageShape SHAPE = new ImageShape(1, 2, 1);

  /** A code is the image, with the label added to each value. */
  private static final ClassConditional SHIFTED = Shifted::new;

  @Test
  void encodesEachImageInTheSpaceOfItsClass() {
    float[] pixels = {0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f};
    ImageBatch images = new ImageBatch(SHAPE, 3, pixels, new int[] {2, 0, 2});

    assertThat(ClassCodes.encode(SHIFTED, images).values())
        .containsExactly(2.1f, 2.2f, 0.3f, 0.4f, 2.5f, 2.6f);
  }

  @Test
  void drawsTheSameCodesInEachClass() {
    LatentCodes codes = new LatentCodes(2, 2, new float[] {3.1f, 3.2f, 3.3f, 3.4f});

    ImageBatch rows = ClassCodes.rows(SHIFTED, codes, 3, 1);

    assertThat(rows.labels()).containsExactly(3, 3, 1, 1);
    assertThat(rows.pixels())
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(0.1f, 0.2f, 0.3f, 0.4f, 2.1f, 2.2f, 2.3f, 2.4f);
  }

  @Test
  void aDrawnCodeDependsOnItsSeedAndPlaceAlone() {
    LatentCodes few = ClassCodes.drawn(2, 3, new Seed(5));
    LatentCodes many = ClassCodes.drawn(7, 3, new Seed(5));

    assertThat(many.code(1)).isEqualTo(few.code(1));
    assertThat(many.code(0)).isNotEqualTo(many.code(1));
  }

  @Test
  void refusesImagesWithoutLabels() {
    ImageBatch images = ImageBatch.unlabelled(SHAPE, new float[2]);

    assertThatThrownBy(() -> ClassCodes.encode(SHIFTED, images))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("labels");
  }

  private record Shifted(int label) implements Encoder {

    @Override
    public int latentSize() {
      return 2;
    }

    @Override
    public float latentExtent() {
      return 1;
    }

    @Override
    public LatentCodes encode(ImageBatch images) {
      assertThat(images.labels()).containsOnly(label);
      return new LatentCodes(images.count(), 2, plus(images.pixels(), label));
    }

    @Override
    public ImageBatch decode(LatentCodes codes) {
      return ImageBatch.unlabelled(SHAPE, plus(codes.values(), -label));
    }

    private static float[] plus(float[] values, int summand) {
      float[] sums = Arrays.copyOf(values, values.length);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += summand;
      }
      return sums;
    }
  }
}
