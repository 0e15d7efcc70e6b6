package latentlab.models.inversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.InversionSettings;
import latentlab.models.LatentCodes;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class LatentInversionTest {

  private static final InversionSettings SETTINGS = new InversionSettings(200, 3, 150, 0.1, 1e-4);
  private static final Cancellation NOTHING = new Cancellation();

  @Test
  void findsTheImagesOfKnownCodesAgain() {
    try (SmallGenerator model = new SmallGenerator()) {
      ImageBatch images = images(model, 12);

      LatentCodes found = model.invert(images, SETTINGS, new Seed(3), Progress.NONE, NOTHING);

      assertThat(found.count()).isEqualTo(12);
      assertThat(meanSquaredError(model.decode(found), images)).isLessThan(1e-4);
    }
  }

  @Test
  void aDescentIsMuchBetterThanTheNearestCandidate() {
    try (SmallGenerator model = new SmallGenerator()) {
      ImageBatch images = images(model, 8);
      InversionSettings hardly = new InversionSettings(200, 1, 1, 1e-9, 0);
      double nearest =
          meanSquaredError(
              model.decode(model.invert(images, hardly, new Seed(3), Progress.NONE, NOTHING)),
              images);
      double descended =
          meanSquaredError(
              model.decode(model.invert(images, SETTINGS, new Seed(3), Progress.NONE, NOTHING)),
              images);

      assertThat(descended).isLessThan(nearest / 20);
    }
  }

  @Test
  void theSameSeedFindsTheSameCodes() {
    try (SmallGenerator model = new SmallGenerator()) {
      ImageBatch images = images(model, 3);
      float[] one = invert(model, images, 3).values();

      assertThat(invert(model, images, 3).values()).isEqualTo(one);
      assertThat(invert(model, images, 4).values()).isNotEqualTo(one);
    }
  }

  @Test
  void theCodeOfAnImageDoesNotDependOnTheOthers() {
    try (SmallGenerator model = new SmallGenerator()) {
      ImageBatch images = images(model, 5);
      float[] alone =
          invert(model, ImageBatch.unlabelled(images.shape(), images.image(3)), 3).values();

      assertThat(alone).containsExactly(invert(model, images, 3).code(3), within(5e-2f));
    }
  }

  @Test
  void aHeavyPriorPullsCodesToTheOrigin() {
    try (SmallGenerator model = new SmallGenerator()) {
      ImageBatch images = images(model, 4);
      InversionSettings heavy = new InversionSettings(50, 1, 150, 0.1, 1e4);

      for (float z : model.invert(images, heavy, new Seed(1), Progress.NONE, NOTHING).values()) {
        assertThat(z).isCloseTo(0, within(0.05f));
      }
    }
  }

  @Test
  void theErrorOfTheCodesEqualsCentralDifferences() {
    try (SmallGenerator model = new SmallGenerator()) {
      DifferentiableDecoder decoder = model.decoder();
      float[] codes =
          LatentCodes.standardNormal(2, SmallGenerator.LATENT, new Seed(8), "").values();
      float[] pull = new float[2 * SmallGenerator.SHAPE.size()];
      for (int i = 0; i < pull.length; i++) {
        pull[i] = (float) Math.sin(i);
      }
      float[] pixels = new float[pull.length];
      float[] errors = new float[codes.length];
      decoder.decode(codes, 2, pixels);
      decoder.goBack(pull, 2, errors);

      for (int i = 0; i < codes.length; i++) {
        float h = 1e-3f;
        double slope =
            (moved(decoder, codes, i, h, pull) - moved(decoder, codes, i, -h, pull)) / (2 * h);
        assertThat((double) errors[i]).isCloseTo(slope, within(2e-2));
      }
    }
  }

  @Test
  void tellsOfItsProgressAndStopsWhenCancelled() {
    try (SmallGenerator model = new SmallGenerator()) {
      ImageBatch images = images(model, 2);
      List<Long> told = new ArrayList<>();
      Cancellation cancellation = new Cancellation();
      Progress progress =
          (done, total, what) -> {
            assertThat(total).isEqualTo(300);
            told.add(done);
            if (told.size() == 10) {
              cancellation.cancel();
            }
          };

      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> model.invert(images, SETTINGS, new Seed(1), progress, cancellation));
      assertThat(told).hasSize(10).isSorted();
    }
  }

  @Test
  void refusesImagesOfAnotherSizeAndSettingsThatMakeNoSense() {
    try (SmallGenerator model = new SmallGenerator()) {
      ImageBatch other = ImageBatch.unlabelled(new ImageShape(8, 8, 1), new float[64]);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> invert(model, other, 1))
          .withMessageContaining("8x8x1");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InversionSettings(2, 3, 10, 0.1, 0))
        .withMessageContaining("3 starts of 2 candidates");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InversionSettings(2, 2, 10, 0, 0))
        .withMessageContaining("learning rate");
  }

  @Test
  void givesAModelWithoutAnEncoderOne() {
    try (SmallGenerator model = new SmallGenerator()) {
      ImageBatch images = images(model, 2);
      ImageBatch again = InvertedSpace.reconstructorOf(model).orElseThrow().reconstruct(images);

      assertThat(meanSquaredError(again, images)).isLessThan(1e-3);
      assertThat(InvertedSpace.encoderOf(model).orElseThrow().encode(images).size())
          .isEqualTo(SmallGenerator.LATENT);
    }
  }

  private static LatentCodes invert(SmallGenerator model, ImageBatch images, long seed) {
    return model.invert(images, SETTINGS, new Seed(seed), Progress.NONE, NOTHING);
  }

  private static ImageBatch images(SmallGenerator model, int count) {
    return model.decode(
        LatentCodes.standardNormal(count, SmallGenerator.LATENT, new Seed(77), "known"));
  }

  private static double meanSquaredError(ImageBatch a, ImageBatch b) {
    double sum = 0;
    for (int i = 0; i < a.pixels().length; i++) {
      double difference = (double) a.pixels()[i] - b.pixels()[i];
      sum += difference * difference;
    }
    return sum / a.pixels().length;
  }

  private static double moved(
      DifferentiableDecoder decoder, float[] codes, int at, float by, float[] pull) {
    float[] other = codes.clone();
    other[at] += by;
    float[] pixels = new float[pull.length];
    decoder.decode(other, 2, pixels);
    double sum = 0;
    for (int i = 0; i < pull.length; i++) {
      sum += (double) pixels[i] * pull[i];
    }
    return sum;
  }
}
