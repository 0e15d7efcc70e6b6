package latentlab.models.conditionalvae;

import java.util.List;
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.failure.InvalidInputException;
import latentlab.models.ModelConfig;
import latentlab.models.config.Setting;
import latentlab.models.networks.DenseArchitecture;
import latentlab.models.networks.NetworkType;
import latentlab.models.networks.RateSchedule;

/**
 * The settings of a conditional variational autoencoder.
 *
 * @param latent the number of latent dimensions
 * @param network the kind of encoder and decoder
 * @param widths of a dense encoder's hidden layers, from the image on; the decoder has them in
 *     reverse
 * @param activation the nonlinearity of dense hidden layers
 * @param labelInput how the networks are told the class
 * @param embeddingSize the length of the vector of a class, if it is learnt
 * @param learnedPrior whether each class has a prior of its own, with learnt mean and variance
 * @param beta the weight of the divergence; 1 gives the evidence lower bound
 * @param learningRate the step size of Adam
 * @param schedule how the learning rate changes
 */
public record ConditionalVaeConfig(
    @Setting(
            label = "Latent dimensions",
            help = "How many numbers hold what the class does not say, such as slant and stroke.",
            min = 1,
            max = 512)
        int latent,
    @Setting(
            label = "Network",
            help = "Dense networks are fast; convolutional ones draw sharper pictures.")
        NetworkType network,
    @Setting(
            label = "Hidden widths",
            help = "Units in each hidden layer of a dense encoder; the decoder mirrors them.",
            min = 1,
            max = 8192)
        List<Integer> widths,
    @Setting(label = "Activation", help = "The nonlinearity between dense layers.")
        HiddenActivation activation,
    @Setting(
            label = "Label as",
            help = "Whether networks are told the class by a switch or by a vector they learn.")
        LabelInput labelInput,
    @Setting(
            label = "Label vector size",
            help = "Numbers in the vector learnt for each class; not used for switches.",
            min = 1,
            max = 512)
        int embeddingSize,
    @Setting(
            label = "Prior per class",
            help = "Gives each class a learnt Gaussian of codes instead of the standard one.")
        boolean learnedPrior,
    @Setting(
            label = "Beta",
            help =
                "Weight of the divergence: above 1 more of the samples look like their class, and"
                    + " the pictures become softer.",
            min = 0,
            max = 1000)
        double beta,
    @Setting(
            label = "Learning rate",
            help = "How far each step goes; too large a value makes the loss jump or diverge.",
            min = 1e-7,
            max = 1)
        double learningRate,
    @Setting(label = "Schedule", help = "How the learning rate changes in the course of training.")
        RateSchedule schedule)
    implements ModelConfig {

  /**
   * Checks what ranges of single settings cannot say.
   *
   * @throws InvalidInputException if there are no hidden layers or too many
   */
  public ConditionalVaeConfig {
    widths = DenseArchitecture.checkedWidths(widths, 1);
  }
}
