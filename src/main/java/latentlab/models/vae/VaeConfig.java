package latentlab.models.vae;

import java.util.List;
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.failure.InvalidInputException;
import latentlab.models.ModelConfig;
import latentlab.models.config.Setting;

/**
 * The settings of a variational autoencoder with dense networks.
 *
 * @param latent the number of latent dimensions
 * @param widths the widths of the encoder's hidden layers, from the image on; the decoder has them
 *     in reverse
 * @param activation the nonlinearity of the hidden layers
 * @param beta the weight of the divergence; 1 gives the evidence lower bound
 * @param learningRate the step size of Adam
 */
public record VaeConfig(
    @Setting(
            label = "Latent dimensions",
            help = "How many numbers stand for one image; 2 can be browsed as a plane.",
            min = 1,
            max = 512)
        int latent,
    @Setting(
            label = "Hidden widths",
            help = "Units in each hidden layer of the encoder; the decoder mirrors them.",
            min = 1,
            max = 8192)
        List<Integer> widths,
    @Setting(label = "Activation", help = "The nonlinearity between the layers.")
        HiddenActivation activation,
    @Setting(
            label = "Beta",
            help =
                "Weight of the divergence: above 1 the codes become smoother and more independent,"
                    + " and the pictures softer.",
            min = 0,
            max = 1000)
        double beta,
    @Setting(
            label = "Learning rate",
            help = "How far each step goes; too large a value makes the loss jump or diverge.",
            min = 1e-7,
            max = 1)
        double learningRate)
    implements ModelConfig {

  /** Hidden layers that a network may have; more would only be slow. */
  private static final int MAX_HIDDEN_LAYERS = 16;

  /**
   * Checks what ranges of single settings cannot say.
   *
   * @throws InvalidInputException if there are no hidden layers or too many
   */
  public VaeConfig {
    widths = List.copyOf(widths);
    if (widths.isEmpty() || widths.size() > MAX_HIDDEN_LAYERS) {
      throw new InvalidInputException(
          "widths must name 1 to " + MAX_HIDDEN_LAYERS + " hidden layers, not " + widths.size());
    }
  }
}
