package latentlab.models.autoencoder;

import java.util.List;
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.failure.InvalidInputException;
import latentlab.models.ModelConfig;
import latentlab.models.config.Setting;
import latentlab.models.networks.DenseArchitecture;
import latentlab.models.networks.NetworkType;
import latentlab.models.networks.PixelLoss;
import latentlab.models.networks.RateSchedule;

/**
 * The settings of an autoencoder. The package documentation has the equations.
 *
 * @param latent the number of latent dimensions
 * @param network dense layers, or convolutions with pooling
 * @param widths the widths of a dense encoder's hidden layers, from the image on; the decoder has
 *     them in reverse; none gives one layer each way
 * @param activation the nonlinearity of a dense network's hidden layers
 * @param loss how far a reconstruction is from its original
 * @param tied whether the decoder's weights are the encoder's transposes
 * @param sparsity the penalty on the activity of the codes, which also decides their nonlinearity
 * @param sparsityWeight what the penalty is multiplied with
 * @param targetActivity rho of the divergence
 * @param corruption what is done to the inputs in training
 * @param corruptionAmount the deviation of Gaussian noise, or the probability of the other kinds
 * @param contraction lambda, the weight of the squared norm of the encoder's Jacobian
 * @param learningRate the step size of Adam, at its highest
 * @param schedule how the learning rate changes in the course of the training
 */
public record AutoencoderConfig(
    @Setting(
            label = "Latent dimensions",
            help = "How many numbers stand for one image; 2 can be browsed as a plane.",
            min = 1,
            max = 2048)
        int latent,
    @Setting(
            label = "Network",
            help = "Dense layers, or convolutions with pooling, which see neighbouring pixels.")
        NetworkType network,
    @Setting(
            label = "Hidden widths",
            help = "Units in each hidden layer of a dense encoder; the decoder mirrors them.",
            min = 1,
            max = 8192)
        List<Integer> widths,
    @Setting(label = "Activation", help = "The nonlinearity between the layers of a dense network.")
        HiddenActivation activation,
    @Setting(
            label = "Loss",
            help = "Squared error for the closest pixels, cross-entropy for black and white.")
        PixelLoss loss,
    @Setting(
            label = "Tied weights",
            help = "The decoder uses the encoder's weights, transposed: half the parameters.")
        boolean tied,
    @Setting(
            label = "Sparsity",
            help =
                "A penalty that keeps most of the code silent: L1 with rectified codes, or the"
                    + " divergence from a target activity with sigmoid codes.")
        Sparsity sparsity,
    @Setting(
            label = "Sparsity weight",
            help = "How strongly activity is punished, against the squared error of an image.",
            min = 0,
            max = 1e6)
        double sparsityWeight,
    @Setting(
            label = "Target activity",
            help = "How active each unit of a sigmoid code should be on average.",
            min = 1e-4,
            max = 0.9999)
        double targetActivity,
    @Setting(
            label = "Corruption",
            help = "Noise put on the images that are read, while the clean ones are to be drawn.")
        Corruption corruption,
    @Setting(
            label = "Corruption amount",
            help = "The deviation of Gaussian noise, or the part of the pixels that is replaced.",
            min = 0,
            max = 10)
        double corruptionAmount,
    @Setting(
            label = "Contraction",
            help = "Weight of the encoder's slope: above 0, codes change little with the image.",
            min = 0,
            max = 1e6)
        double contraction,
    @Setting(
            label = "Learning rate",
            help = "How far each step goes; too large a value makes the loss jump or diverge.",
            min = 1e-7,
            max = 1)
        double learningRate,
    @Setting(
            label = "Schedule",
            help = "How the learning rate changes in the course of the training.")
        RateSchedule schedule)
    implements ModelConfig {

  /**
   * Checks what ranges of single settings cannot say.
   *
   * @throws InvalidInputException if there are too many hidden layers, or settings exclude one
   *     another; the message names them
   */
  public AutoencoderConfig {
    widths = DenseArchitecture.checkedWidths(widths, 0);
    if (tied && network != NetworkType.DENSE) {
      throw new InvalidInputException(
          "tied weights need a dense network; set tied to false or network to dense");
    }
    if (corruption.isRate() && corruptionAmount > 1) {
      throw new InvalidInputException(
          "corruptionAmount is a probability here, from 0 to 1, not " + corruptionAmount);
    }
    if (contraction > 0) {
      checkContraction(network, widths, activation);
    }
  }

  private static void checkContraction(
      NetworkType network, List<Integer> widths, HiddenActivation activation) {
    if (network != NetworkType.DENSE) {
      throw new InvalidInputException(
          "contraction needs a dense network, whose slope is known; set contraction to 0 or"
              + " network to dense");
    }
    boolean rectifier =
        activation == HiddenActivation.RELU || activation == HiddenActivation.LEAKY_RELU;
    if (!widths.isEmpty() && !rectifier) {
      throw new InvalidInputException(
          "contraction needs hidden layers with relu or leaky-relu, whose slopes are constant, not "
              + activation);
    }
  }
}
