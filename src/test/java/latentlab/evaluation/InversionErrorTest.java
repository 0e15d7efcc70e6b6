package latentlab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import latentlab.data.ImageSet;
import latentlab.models.LatentCodes;
import latentlab.models.inversion.SmallGenerator;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

/** How well a model without an encoder draws given images. */
class InversionErrorTest {

  @Test
  void isSmallForImagesOfTheModelAndTakesOnlyTheFirstOnes() {
    try (SmallGenerator model = new SmallGenerator()) {
      assertThat(measure(model, images(model), 3).get("inversion_mse")).isBetween(0.0, 1e-3);
      assertThat(measure(model, images(model), 0)).isEmpty();
    }
  }

  private static Map<String, Double> measure(SmallGenerator model, ImageSet images, int count) {
    EvaluationSettings settings =
        new EvaluationSettings(
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            0,
            OptionalDouble.empty(),
            count,
            0);
    return Evaluation.measure(
        model, images, settings, new Seed(1), Progress.NONE, new Cancellation());
  }

  /** Three images of the model, then noise that no code gives. */
  private static ImageSet images(SmallGenerator model) {
    int size = SmallGenerator.SHAPE.size();
    float[] drawn =
        model
            .decode(LatentCodes.standardNormal(3, SmallGenerator.LATENT, new Seed(5), "known"))
            .pixels();
    byte[] pixels = new byte[4 * size];
    new Seed(2).generator().nextBytes(pixels);
    for (int i = 0; i < drawn.length; i++) {
      pixels[i] = (byte) Math.round(255 * drawn[i]);
    }
    return new ImageSet(SmallGenerator.SHAPE, pixels, new byte[0]);
  }
}
