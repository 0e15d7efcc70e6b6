package latentlab.models.vae;

import com.google.auto.service.AutoService;
import java.util.List;
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamily;
import latentlab.models.networks.NetworkType;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;

/** Variational autoencoders. */
@SuppressWarnings("rawtypes") // A service is found by its raw type.
@AutoService(ModelFamily.class)
public final class VaeFamily implements ModelFamily<VaeConfig> {

  /** For the service loader. */
  public VaeFamily() {}

  @Override
  public String name() {
    return "vae";
  }

  @Override
  public String title() {
    return "Variational autoencoder";
  }

  @Override
  public String summary() {
    return "Learns a smooth space of codes, each of which decodes to an image.";
  }

  @Override
  public VaeConfig defaultConfig() {
    return new VaeConfig(
        2,
        NetworkType.DENSE,
        List.of(512, 256),
        HiddenActivation.RELU,
        PixelLikelihoodType.BERNOULLI,
        0.1,
        false,
        1,
        0,
        0,
        1,
        0,
        0,
        "classifier",
        1e-3,
        RateSchedule.CONSTANT);
  }

  @Override
  public GenerativeModel create(VaeConfig config, ImageDomain images, Seed seed) {
    return new VaeModel(config, images, seed);
  }
}
