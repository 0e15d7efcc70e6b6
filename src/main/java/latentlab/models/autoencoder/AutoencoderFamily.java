package latentlab.models.autoencoder;

import com.google.auto.service.AutoService;
import java.util.List;
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamily;
import latentlab.models.networks.NetworkType;
import latentlab.models.networks.PixelLoss;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;

/** Autoencoders: plain, tied, sparse, denoising and contractive, dense or convolutional. */
@SuppressWarnings("rawtypes") // A service is found by its raw type.
@AutoService(ModelFamily.class)
public final class AutoencoderFamily implements ModelFamily<AutoencoderConfig> {

  /** For the service loader. */
  public AutoencoderFamily() {}

  @Override
  public String name() {
    return "autoencoder";
  }

  @Override
  public String title() {
    return "Autoencoder";
  }

  @Override
  public String summary() {
    return "Squeezes each image into a few numbers and draws it again from them.";
  }

  @Override
  public AutoencoderConfig defaultConfig() {
    return new AutoencoderConfig(
        32,
        NetworkType.DENSE,
        List.of(512, 256),
        HiddenActivation.RELU,
        PixelLoss.MSE,
        false,
        Sparsity.NONE,
        0.1,
        0.05,
        Corruption.NONE,
        0.5,
        0,
        2e-3,
        RateSchedule.ONE_CYCLE);
  }

  @Override
  public GenerativeModel create(AutoencoderConfig config, ImageDomain images, Seed seed) {
    return config.corruption() == Corruption.NONE
        ? new AutoencoderModel(config, images, seed)
        : new DenoisingAutoencoder(config, images, seed);
  }
}
