package latentlab.models.vaegan;

import latentlab.models.ModelConfig;
import latentlab.models.config.Setting;
import latentlab.models.networks.RateSchedule;

/**
 * The settings of a VAE-GAN.
 *
 * @param latent the number of latent dimensions
 * @param channels of the discriminator's stage next to the image; they double at each halving
 * @param beta the weight of the divergence in the encoder's loss
 * @param gamma the weight of the distance in features in the generator's loss
 * @param learningRate of encoder and generator, the step size of Adam
 * @param discriminatorRate the discriminator's
 * @param beta1 the decay of Adam's first moments
 * @param schedule how the learning rates change
 */
public record VaeGanConfig(
    @Setting(
            label = "Latent dimensions",
            help = "How many numbers stand for one image; 2 can be browsed as a plane.",
            min = 1,
            max = 512)
        int latent,
    @Setting(
            label = "Channels",
            help = "The discriminator's filters next to the image; they double at each halving.",
            min = 1,
            max = 512)
        int channels,
    @Setting(
            label = "Beta",
            help = "Weight of the divergence: above 1 the codes become smoother.",
            min = 0,
            max = 1000)
        double beta,
    @Setting(
            label = "Gamma",
            help =
                "Weight of likeness against deceiving the discriminator: the less, the sharper the"
                    + " pictures and the freer the reconstructions.",
            min = 0,
            max = 1000)
        double gamma,
    @Setting(
            label = "Learning rate",
            help = "How far each step of encoder and generator goes.",
            min = 1e-7,
            max = 1)
        double learningRate,
    @Setting(
            label = "Discriminator rate",
            help = "How far each step of the discriminator goes; larger ones let it win.",
            min = 1e-7,
            max = 1)
        double discriminatorRate,
    @Setting(
            label = "Beta 1",
            help = "How long Adam remembers directions; 0.5 keeps the players from circling.",
            min = 0,
            max = 0.999)
        double beta1,
    @Setting(label = "Schedule", help = "How the learning rates change while training goes on.")
        RateSchedule schedule)
    implements ModelConfig {}
