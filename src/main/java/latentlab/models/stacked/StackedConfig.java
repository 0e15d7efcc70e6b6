package latentlab.models.stacked;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.failure.InvalidInputException;
import latentlab.models.ModelConfig;
import latentlab.models.config.Setting;
import latentlab.models.networks.DenseArchitecture;
import latentlab.models.networks.RateSchedule;

/**
 * The settings of a stacked autoencoder.
 *
 * @param latent the number of latent dimensions
 * @param widths the widths of the hidden layers, from the image on
 * @param activation the nonlinearity of the hidden layers
 * @param pretraining the part of the training that is spent on one layer after another
 * @param corruption the probability with which a value that a layer is given is set to zero while
 *     this layer is pre-trained
 * @param learningRate the step size of Adam
 * @param schedule how it changes in the course of each phase
 */
public record StackedConfig(
    @Setting(
            label = "Latent dimensions",
            help = "How many numbers stand for one image; 2 can be browsed as a plane.",
            min = 1,
            max = 512)
        int latent,
    @Setting(
            label = "Hidden widths",
            help = "Units in each hidden layer, from the image to the code; decoding mirrors them.",
            min = 1,
            max = 8192)
        List<Integer> widths,
    @Setting(label = "Activation", help = "The nonlinearity between the layers.")
        HiddenActivation activation,
    @Setting(
            label = "Pre-training",
            help =
                "The part of the training in which layers learn one after another; then all learn"
                    + " together.",
            min = 0,
            max = 0.9)
        double pretraining,
    @Setting(
            label = "Corruption",
            help = "How many of a layer's inputs are set to zero while it is pre-trained.",
            min = 0,
            max = 0.9)
        double corruption,
    @Setting(
            label = "Learning rate",
            help = "How far each step goes; too large a value makes the loss jump or diverge.",
            min = 1e-7,
            max = 1)
        double learningRate,
    @Setting(
            label = "Schedule",
            help = "How the learning rate changes; it begins anew with each layer.")
        RateSchedule schedule)
    implements ModelConfig {

  /**
   * Checks what ranges of single settings cannot say.
   *
   * @throws InvalidInputException if there are no hidden layers or too many
   */
  public StackedConfig {
    widths = DenseArchitecture.checkedWidths(widths, 1);
  }

  /** From the first hidden layer to the code. */
  List<Integer> codeSizes() {
    List<Integer> sizes = new ArrayList<>(widths);
    sizes.add(latent);
    return sizes;
  }

  PhasePlan phases() {
    return new PhasePlan(widths.size() + 1, pretraining);
  }
}
