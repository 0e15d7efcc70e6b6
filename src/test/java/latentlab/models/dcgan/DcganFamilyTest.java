package latentlab.models.dcgan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.TrainingPoint;
import latentlab.models.config.ConfigSchema;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class DcganFamilyTest {

  private static final ImageDomain DIGITS = new ImageDomain(new ImageShape(28, 28, 1), List.of());

  private final DcganFamily family = new DcganFamily();

  private static DcganConfig with(DcganConfig base, Map<String, String> changes) {
    return ConfigSchema.of(DcganConfig.class).with(base, changes);
  }

  @Test
  void theDefaultForDigitsHas64To256Channels() {
    try (GenerativeModel model = family.create(family.defaultConfig(), DIGITS, new Seed(1))) {
      assertThat(model.weights().get("generator.0.weight").shape())
          .containsExactly(4L * 4 * 256, 64L);
      assertThat(model.weights().get("discriminator.0.weight").shape())
          .containsExactly(64L, 1L, 4L, 4L);
      assertThat(model.weights().get("discriminator.1.weight").shape())
          .containsExactly(128L, 64L, 4L, 4L);
    }
  }

  @Test
  void weightsStartNarrow() {
    DcganConfig config = with(family.defaultConfig(), Map.of("channels", "8"));
    try (GenerativeModel model = family.create(config, DIGITS, new Seed(1))) {
      double square = 0;
      float[] weights = model.weights().get("generator.0.weight").values();
      for (float weight : weights) {
        square += (double) weight * weight;
      }

      assertThat(Math.sqrt(square / weights.length)).isCloseTo(0.02, within(5e-4));
    }
  }

  /** In place of batch normalisation, whose scales would undo it. */
  @Test
  void aBoundedDiscriminatorHasNoBatchNormalisation() {
    DcganConfig config =
        with(family.defaultConfig(), Map.of("channels", "4", "spectralNormalization", "true"));
    ImageBatch batch = ImageBatch.unlabelled(DIGITS.shape(), new float[2 * 784]);
    try (GenerativeModel model = family.create(config, DIGITS, new Seed(1))) {
      assertThat(model.weights().byName().keySet())
          .contains("discriminator.0.weight_u", "discriminator.1.weight_u")
          .noneMatch(name -> name.startsWith("discriminator.") && name.contains("running"));
      assertThat(model.trainer().step(batch, new TrainingPoint(0, 1), new Seed(1)).isFinite())
          .isTrue();
    }
  }

  @Test
  void comparesTheImagesOfABatchIfItIsToldTo() {
    DcganConfig config =
        with(family.defaultConfig(), Map.of("channels", "4", "minibatchDiscrimination", "3"));
    ImageBatch batch = ImageBatch.unlabelled(DIGITS.shape(), new float[2 * 784]);
    try (GenerativeModel model = family.create(config, DIGITS, new Seed(1))) {
      model.trainer().step(batch, new TrainingPoint(0, 1), new Seed(1));

      assertThat(model.weights().get("discriminator.5.running_similarity").values()).hasSize(3);
    }
  }

  @Test
  void refusesToSmoothLabelsThatTheLossDoesNotHave() {
    assertThatThrownBy(
            () -> with(family.defaultConfig(), Map.of("loss", "hinge", "labelSmoothing", "0.1")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("labelSmoothing");
  }

  @Test
  void refusesImagesThatAreTooSmall() {
    ImageDomain tiny = new ImageDomain(new ImageShape(7, 7, 1), List.of());
    assertThatThrownBy(() -> family.create(family.defaultConfig(), tiny, new Seed(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("8 pixels");
  }
}
