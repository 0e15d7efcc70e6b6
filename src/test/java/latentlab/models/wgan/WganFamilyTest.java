package latentlab.models.wgan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.LossTerms;
import latentlab.models.TrainingPoint;
import latentlab.models.config.ConfigSchema;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class WganFamilyTest {

  private static final ImageDomain IMAGES = new ImageDomain(new ImageShape(8, 8, 1), List.of());

  private final WganFamily family = new WganFamily();
  private final WganConfig small =
      with(family.defaultConfig(), Map.of("latent", "4", "channels", "4"));
  private final WganConfig clipping = with(small, Map.of("lipschitz", "clipping"));

  private static WganConfig with(WganConfig base, Map<String, String> changes) {
    return ConfigSchema.of(WganConfig.class).with(base, changes);
  }

  private static ImageBatch batch() {
    RandomGenerator random = new Seed(1).generator();
    float[] pixels = new float[8 * 64];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    return ImageBatch.unlabelled(IMAGES.shape(), pixels);
  }

  @Test
  void chartsThePenaltyAndTheSlope() {
    try (GenerativeModel model = family.create(small, IMAGES, new Seed(1))) {
      LossTerms loss = model.trainer().step(batch(), new TrainingPoint(0, 5), new Seed(2));

      assertThat(loss.parts().keySet())
          .containsExactly("discriminator", "generator", "wasserstein", "penalty", "gradient_norm");
    }
  }

  @Test
  void clippingHasNoPenaltyAndKeepsTheCriticWithinItsLimit() {
    try (GenerativeModel model = family.create(clipping, IMAGES, new Seed(1))) {
      LossTerms loss = model.trainer().step(batch(), new TrainingPoint(0, 5), new Seed(2));

      assertThat(loss.parts().keySet())
          .containsExactly("discriminator", "generator", "wasserstein");
      for (float weight : model.weights().get("discriminator.0.weight").values()) {
        assertThat(weight).isBetween(-0.01f, 0.01f);
      }
      for (float weight : model.weights().get("generator.0.weight").values()) {
        assertThat(Math.abs(weight)).isLessThan(1f);
      }
    }
  }

  @Test
  void eachVariantHasTheOptimiserOfItsPaper() {
    try (GenerativeModel penalised = family.create(small, IMAGES, new Seed(1));
        GenerativeModel clipped = family.create(clipping, IMAGES, new Seed(1))) {
      assertThat(penalised.trainer().optimizerState().byName())
          .containsKeys("generator.adam.moments", "discriminator.adam.moments");
      assertThat(clipped.trainer().optimizerState().byName())
          .containsKeys("generator.rmsprop.moments", "discriminator.rmsprop.moments");
    }
  }

  @Test
  void theCriticHasNoBatchNormalisation() {
    try (GenerativeModel model = family.create(small, IMAGES, new Seed(1))) {
      assertThat(model.weights().byName().keySet())
          .noneMatch(name -> name.startsWith("discriminator.") && name.contains("running"))
          .anyMatch(name -> name.startsWith("generator.") && name.contains("running"));
    }
  }
}
