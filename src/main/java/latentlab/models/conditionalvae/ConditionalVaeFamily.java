package latentlab.models.conditionalvae;

import com.google.auto.service.AutoService;
import java.util.List;
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamily;
import latentlab.models.networks.NetworkType;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;

/** Variational autoencoders that are told the class. */
@SuppressWarnings("rawtypes") // A service is found by its raw type.
@AutoService(ModelFamily.class)
public final class ConditionalVaeFamily implements ModelFamily<ConditionalVaeConfig> {

  /** With 1, half of all samples on MNIST lie where no image was encoded and show no digit. */
  private static final double BETA = 3;

  /** For the service loader. */
  public ConditionalVaeFamily() {}

  @Override
  public String name() {
    return "conditional-vae";
  }

  @Override
  public String title() {
    return "Conditional variational autoencoder";
  }

  @Override
  public String summary() {
    return "Draws images of the class that is asked for; its codes hold the style alone.";
  }

  @Override
  public ConditionalVaeConfig defaultConfig() {
    return new ConditionalVaeConfig(
        16,
        NetworkType.DENSE,
        List.of(512, 256),
        HiddenActivation.RELU,
        LabelInput.ONE_HOT,
        16,
        false,
        BETA,
        1e-3,
        RateSchedule.COSINE);
  }

  @Override
  public GenerativeModel create(ConditionalVaeConfig config, ImageDomain images, Seed seed) {
    if (images.classNames().isEmpty()) {
      throw new InvalidInputException(
          "a conditional VAE learns from images with classes; these have none: choose another data"
              + " set or another family");
    }
    return new ConditionalVaeModel(config, images, seed);
  }
}
