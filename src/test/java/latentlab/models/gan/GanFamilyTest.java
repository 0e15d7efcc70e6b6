package latentlab.models.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.LatentSpace;
import latentlab.models.TrainingPoint;
import latentlab.models.config.ConfigSchema;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GanFamilyTest {

  private static final ImageDomain IMAGES = new ImageDomain(new ImageShape(3, 5, 1), List.of());

  private final GanFamily family = new GanFamily();
  private final GanConfig small =
      with(
          family.defaultConfig(),
          Map.of("latent", "3", "generatorWidths", "8,9", "discriminatorWidths", "7"));

  private static GanConfig with(GanConfig base, Map<String, String> changes) {
    return ConfigSchema.of(GanConfig.class).with(base, changes);
  }

  @Test
  void hasTheWidthsThatWereAskedFor() {
    try (GenerativeModel model = family.create(small, IMAGES, new Seed(1))) {
      assertThat(model.weights().get("generator.0.weight").shape()).containsExactly(8L, 3L);
      assertThat(model.weights().get("generator.1.weight").shape()).containsExactly(9L, 8L);
      assertThat(model.weights().get("generator.2.weight").shape()).containsExactly(15L, 9L);
      assertThat(model.weights().get("discriminator.0.weight").shape()).containsExactly(7L, 15L);
      assertThat(model.weights().get("discriminator.1.weight").shape()).containsExactly(1L, 7L);
      assertThat(((LatentSpace) model).latentSize()).isEqualTo(3);
    }
  }

  @Test
  void theBufferOfOlderFakesIsStoredWithItsTraining() {
    GanConfig replaying = with(small, Map.of("replay", "12"));
    try (GenerativeModel model = family.create(replaying, IMAGES, new Seed(1))) {
      model
          .trainer()
          .step(
              ImageBatch.unlabelled(IMAGES.shape(), new float[4 * 15]),
              new TrainingPoint(0, 1),
              new Seed(2));

      assertThat(model.trainer().optimizerState().get("replay.images").shape())
          .containsExactly(12L, 15L);
      assertThat(model.trainer().optimizerState().get("replay.filled").values())
          .containsExactly(4f);
    }
  }

  @ParameterizedTest
  @CsvSource({"minibatchDiscrimination,4", "spectralNormalization,true"})
  void trainsWithTheRemediesOfTheDiscriminator(String setting, String value) {
    GanConfig config = with(small, Map.of(setting, value));
    try (GenerativeModel model = family.create(config, IMAGES, new Seed(1))) {
      ImageBatch batch = ImageBatch.unlabelled(IMAGES.shape(), new float[4 * 15]);
      for (int step = 0; step < 3; step++) {
        assertThat(
                model.trainer().step(batch, new TrainingPoint(step, 3), new Seed(step)).isFinite())
            .isTrue();
      }
      assertThat(model.trainer().evaluate(batch, new TrainingPoint(2, 3), new Seed(1)).isFinite())
          .isTrue();
    }
  }

  @Test
  void refusesToSmoothLabelsThatTheLossDoesNotHave() {
    assertThatThrownBy(() -> with(small, Map.of("loss", "hinge", "labelSmoothing", "0.1")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("labelSmoothing")
        .hasMessageContaining("hinge");
  }

  @ParameterizedTest
  @ValueSource(strings = {"generatorWidths", "discriminatorWidths"})
  void refusesNetworksWithoutHiddenLayers(String widths) {
    assertThatThrownBy(() -> with(small, Map.of(widths, "")))
        .isInstanceOf(InvalidInputException.class);
  }
}
