package latentlab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.data.property.ImageProperty;
import latentlab.models.ImageClassifier;
import latentlab.models.ImageTranslator;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import org.junit.jupiter.api.Test;

class TranslationEvaluationTest {

  /** The thickness of one full pixel alone and of a full image, by the formula. */
  private static final double DOT = 2 / (4 * Math.sqrt(0.5));

  private static final double FULL = 2 * 4 / (4 * Math.sqrt(0.5) + 4);

  private static final byte[] PIXELS = {-1, 0, 0, 0, -1, -1, -1, -1, 0, -1, 0, 0};

  private static final ImageSet IMAGES =
      new ImageSet(SilentModel.SHAPE, PIXELS, new byte[] {0, 1, 0});

  /** The first pixel tells light from dark; the third image has lost it. */
  private static final ImageSet ORIGINALS = IMAGES.labelled((byte) 1, (byte) 1, (byte) 0);

  @Test
  void measuresTranslationsBesideTheirTargetInBothDirections() {
    Map<String, Double> metrics = measure(ORIGINALS, Optional.of(new PixelClassifier()));

    assertThat(metrics.keySet())
        .containsExactly(
            "translated_property_thin",
            "target_property_thin",
            "translated_property_thick",
            "target_property_thick",
            "translation_class_kept");
    assertThat(metrics.get("target_property_thin")).isCloseTo(DOT, within(1e-6));
    assertThat(metrics.get("target_property_thick")).isCloseTo(FULL, within(1e-6));
    assertThat(metrics.get("translated_property_thick")).isCloseTo(FULL, within(1e-6));
    assertThat(metrics.get("translated_property_thin")).isCloseTo(DOT, within(1e-6));
  }

  @Test
  void theClassIsKeptWhereTheClassifierFindsTheOriginalsOwn() {
    Map<String, Double> metrics = measure(ORIGINALS, Optional.of(new PixelClassifier()));

    // All three translations have a light first pixel; two of the originals are of that class.
    assertThat(metrics.get("translation_class_kept")).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void withoutClassifierOrLabelsThereIsNoClassToKeep() {
    ImageSet unlabelled = new ImageSet(SilentModel.SHAPE, PIXELS, new byte[0]);

    assertThat(measure(ORIGINALS, Optional.empty())).doesNotContainKey("translation_class_kept");
    assertThat(measure(unlabelled, Optional.of(new PixelClassifier())))
        .hasSize(4)
        .doesNotContainKey("translation_class_kept");
  }

  @Test
  void canBeCancelled() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();

    assertThatThrownBy(
            () ->
                evaluation()
                    .measure(IMAGES, ORIGINALS, Optional.empty(), Progress.NONE, cancellation))
        .isInstanceOf(CancellationException.class);
  }

  private static Map<String, Double> measure(
      ImageSet originals, Optional<ImageClassifier> classifier) {
    return evaluation().measure(IMAGES, originals, classifier, Progress.NONE, new Cancellation());
  }

  private static TranslationEvaluation evaluation() {
    return new TranslationEvaluation(
        new FillOrDot(), ImageProperty.THICKNESS, List.of("thin", "thick"));
  }

  /** Whatever the image: one light pixel is thin, four are thick. */
  private static final class FillOrDot extends SilentModel implements ImageTranslator {

    @Override
    public ImageBatch translate(ImageBatch images, int toClass) {
      float[] pixels = new float[images.pixels().length];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = toClass == 1 || i % 4 == 0 ? 1 : 0;
      }
      return ImageBatch.unlabelled(images.shape(), pixels);
    }
  }
}
