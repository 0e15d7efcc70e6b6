package latentlab.cli.bench;

import java.util.List;
import java.util.Map;
import latentlab.data.ImageSet;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelFamily;
import latentlab.models.config.ConfigSchema;
import latentlab.random.Seed;

/** The model of the {@code mlp-vae} workloads: 784-512-256-16, mirrored, ReLU, Adam at 1e-3. */
final class MlpVae {

  static final Seed SEED = new Seed(1);

  private static final Map<String, String> SETTINGS =
      Map.of("latent", "16", "widths", "512,256", "activation", "relu", "learningRate", "0.001");

  private MlpVae() {}

  /**
   * Makes the model with random weights.
   *
   * @param families must know the family {@code vae}
   * @param images decides the size of the images
   * @return a model of the calling thread
   */
  static GenerativeModel create(ModelFamilies families, ImageSet images) {
    return create(families.named("vae"), new ImageDomain(images.shape(), List.of()));
  }

  private static <C extends Record & ModelConfig> GenerativeModel create(
      ModelFamily<C> family, ImageDomain images) {
    C config = ConfigSchema.of(family.configType()).with(family.defaultConfig(), SETTINGS);
    return family.create(config, images, SEED);
  }
}
