package latentlab.models.stacked;

import com.google.auto.service.AutoService;
import java.util.List;
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamily;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;

/** Autoencoders that are trained layer by layer, then as a whole. */
@SuppressWarnings("rawtypes") // A service is found by its raw type.
@AutoService(ModelFamily.class)
public final class StackedFamily implements ModelFamily<StackedConfig> {

  /** For the service loader. */
  public StackedFamily() {}

  @Override
  public String name() {
    return "stacked-autoencoder";
  }

  @Override
  public String title() {
    return "Stacked autoencoder";
  }

  @Override
  public String summary() {
    return "Learns to compress images layer by layer, each on the codes of the one before, and then"
        + " trains all layers together.";
  }

  @Override
  public StackedConfig defaultConfig() {
    return new StackedConfig(
        16, List.of(512, 256), HiddenActivation.LEAKY_RELU, 0.4, 0, 1e-3, RateSchedule.COSINE);
  }

  @Override
  public GenerativeModel create(StackedConfig config, ImageDomain images, Seed seed) {
    return new StackedModel(config, images, seed);
  }
}
