package latentlab.models.cyclegan;

import latentlab.models.ModelConfig;
import latentlab.models.config.Setting;
import latentlab.models.networks.RateSchedule;

/**
 * The settings of a CycleGAN.
 *
 * @param filters channels of each generator after its first convolution; each further halving
 *     doubles them
 * @param halvings how often a generator halves the image before its residual blocks
 * @param residualBlocks of each generator
 * @param criticFilters channels of each discriminator's first convolution; its second has twice as
 *     many
 * @param cycleWeight lambda, the weight of the way there and back
 * @param identityWeight the weight, as a part of lambda, of leaving images of the target as they
 *     are
 * @param replay how many older drawn images each discriminator remembers; 0 for none
 * @param learningRate the step size of Adam
 * @param schedule its course
 */
public record CycleGanConfig(
    @Setting(
            label = "Filters",
            help = "Channels of each generator after its first convolution.",
            min = 2,
            max = 256)
        int filters,
    @Setting(
            label = "Halvings",
            help = "How often a generator halves the image: 1 for digits, 2 for larger pictures.",
            min = 1,
            max = 4)
        int halvings,
    @Setting(
            label = "Residual blocks",
            help = "How many pairs of convolutions each generator has at its narrowest.",
            min = 0,
            max = 16)
        int residualBlocks,
    @Setting(
            label = "Discriminator filters",
            help =
                "Channels of each discriminator's first convolution; its second has twice as many.",
            min = 1,
            max = 256)
        int criticFilters,
    @Setting(
            label = "Cycle weight",
            help = "How much it matters that an image comes back from there as it went.",
            min = 0,
            max = 1000)
        double cycleWeight,
    @Setting(
            label = "Identity weight",
            help =
                "How much it matters, as a part of the cycle weight, that images which already are"
                    + " as wanted stay as they are.",
            min = 0,
            max = 100)
        double identityWeight,
    @Setting(
            label = "Replay",
            help = "How many older drawn images each discriminator is reminded of.",
            min = 0,
            max = 1000)
        int replay,
    @Setting(
            label = "Learning rate",
            help = "How far each step goes; too large a value makes the losses swing.",
            min = 1e-7,
            max = 1)
        double learningRate,
    @Setting(label = "Schedule", help = "How the learning rate changes in the course of training.")
        RateSchedule schedule)
    implements ModelConfig {}
