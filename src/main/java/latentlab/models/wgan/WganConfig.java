package latentlab.models.wgan;

import latentlab.models.ModelConfig;
import latentlab.models.config.Setting;
import latentlab.models.networks.RateSchedule;

/**
 * The settings of a Wasserstein GAN. The defaults are those of the penalty.
 *
 * @param latent the number of latent dimensions
 * @param channels of the stage next to the image; they double at each halving
 * @param lipschitz how the critic's slopes are held down
 * @param clip the greatest absolute value of the critic's parameters, if they are clipped
 * @param penaltyWeight lambda, the weight of the gradient penalty, if there is one
 * @param criticSteps updates of the critic for each of the generator
 * @param learningRate the generator's step size
 * @param discriminatorRate the critic's step size
 * @param beta1 the decay of Adam's first moments; RMSProp has none
 * @param emaDecay how much of the running average of its weights, which draws for use, the
 *     generator keeps at each step; 0 for none
 * @param schedule how the learning rates change
 */
public record WganConfig(
    @Setting(
            label = "Latent dimensions",
            help = "How many numbers an image is drawn from.",
            min = 1,
            max = 512)
        int latent,
    @Setting(
            label = "Channels",
            help = "Filters next to the image; they double each time that the image is halved.",
            min = 1,
            max = 512)
        int channels,
    @Setting(
            label = "Lipschitz",
            help = "How the critic's slopes are held down: the penalty trains better and slower.")
        LipschitzRule lipschitz,
    @Setting(
            label = "Clip",
            help = "With clipping: no parameter of the critic gets larger; the paper has 0.01.",
            min = 1e-4,
            max = 10)
        double clip,
    @Setting(
            label = "Penalty weight",
            help = "With the penalty: how much slopes other than 1 cost; the paper has 10.",
            min = 1e-3,
            max = 10_000)
        double penaltyWeight,
    @Setting(
            label = "Critic steps",
            help = "Updates of the critic for each of the generator; both papers have 5.",
            min = 1,
            max = 100)
        int criticSteps,
    @Setting(
            label = "Learning rate",
            help = "How far each step of the generator goes; 1e-4 with the penalty, 5e-5 clipped.",
            min = 1e-7,
            max = 1)
        double learningRate,
    @Setting(
            label = "Critic rate",
            help = "How far each step of the critic goes; 1e-4 with the penalty, 5e-5 clipped.",
            min = 1e-7,
            max = 1)
        double discriminatorRate,
    @Setting(
            label = "Beta 1",
            help = "With the penalty: how long Adam remembers directions; the paper has 0 and 0.5.",
            min = 0,
            max = 0.999)
        double beta1,
    @Setting(
            label = "Weight average",
            help = "Part of the running average of the generator's weights that each step keeps.",
            min = 0,
            max = 0.99999)
        double emaDecay,
    @Setting(label = "Schedule", help = "How the learning rates change while training goes on.")
        RateSchedule schedule)
    implements ModelConfig {}
