package latentlab.models.vaegan;

import com.google.auto.service.AutoService;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamily;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;

/** Variational autoencoders with the likeness that a discriminator learns. */
@SuppressWarnings("rawtypes") // A service is found by its raw type.
@AutoService(ModelFamily.class)
public final class VaeGanFamily implements ModelFamily<VaeGanConfig> {

  /** For the service loader. */
  public VaeGanFamily() {}

  @Override
  public String name() {
    return "vae-gan";
  }

  @Override
  public String title() {
    return "VAE-GAN";
  }

  @Override
  public String summary() {
    return "A variational autoencoder whose pictures a discriminator compares, so that they are"
        + " sharp.";
  }

  @Override
  public VaeGanConfig defaultConfig() {
    return new VaeGanConfig(16, 32, 5, 0.003, 3e-4, 3e-4, 0.5, RateSchedule.CONSTANT);
  }

  @Override
  public GenerativeModel create(VaeGanConfig config, ImageDomain images, Seed seed) {
    return new VaeGanModel(config, images, seed);
  }
}
