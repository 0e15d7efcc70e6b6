package latentlab.ui.training;

import java.util.List;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamily;
import latentlab.models.config.Setting;
import latentlab.random.Seed;

/** A family with one setting of each kind, whose models are never made. */
final class SampleFamily implements ModelFamily<SampleFamily.Config> {

  enum Activation {
    RELU,
    TANH
  }

  record Config(
      @Setting(label = "Latent dimensions", help = "Numbers in a code.", min = 1, max = 256)
          int latent,
      @Setting(label = "Hidden widths", help = "Units of each hidden layer.", min = 1)
          List<Integer> widths,
      @Setting(label = "Activation", help = "The curve between two layers.") Activation activation,
      @Setting(label = "Beta", help = "Weight of the KL term.", min = 0) double beta,
      @Setting(label = "Learning rate", help = "Length of each step.", min = 0) double learningRate,
      @Setting(label = "Warm-up", help = "Raise beta over the first epoch.") boolean warmUp)
      implements ModelConfig {

    Config {
      if (latent > 100 && beta == 0) {
        throw new InvalidInputException("beta must not be 0 with over 100 latent dimensions");
      }
    }
  }

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public String title() {
    return "Variational autoencoder (MLP)";
  }

  @Override
  public String summary() {
    return "Compresses an image to a few numbers and learns to draw it again from them.";
  }

  @Override
  public Config defaultConfig() {
    return new Config(2, List.of(512, 256), Activation.RELU, 1, 1e-3, false);
  }

  @Override
  public GenerativeModel create(Config config, ImageDomain images, Seed seed) {
    throw new UnsupportedOperationException("never made in these tests");
  }
}
