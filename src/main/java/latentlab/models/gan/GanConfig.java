package latentlab.models.gan;

import java.util.List;
import latentlab.models.ModelConfig;
import latentlab.models.adversarial.GanLoss;
import latentlab.models.config.Setting;
import latentlab.models.networks.DenseArchitecture;
import latentlab.models.networks.RateSchedule;

/**
 * The settings of a dense GAN.
 *
 * @param latent the number of latent dimensions
 * @param generatorWidths of the generator's hidden layers, from the code on
 * @param discriminatorWidths of the discriminator's hidden layers, from the image on
 * @param loss what the two players lose
 * @param learningRate the generator's step size of Adam
 * @param discriminatorRate the discriminator's
 * @param beta1 the decay of Adam's first moments
 * @param emaDecay how much of the running average of its weights, which draws for use, the
 *     generator keeps at each step; 0 for none
 * @param schedule how the learning rates change
 * @param criticSteps updates of the discriminator for each turn of the generator
 * @param generatorSteps updates of the generator in its turn
 * @param labelSmoothing how far below 1 the target of real images is
 * @param replay images that the buffer of older fakes holds; 0 for none
 * @param replayShare the part of the generated batch that older fakes replace
 * @param minibatchDiscrimination kernels by which the discriminator compares the images of a batch;
 *     0 for none
 * @param spectralNormalization whether the discriminator's weights are divided by their largest
 *     singular value
 */
public record GanConfig(
    @Setting(
            label = "Latent dimensions",
            help = "How many numbers an image is drawn from.",
            min = 1,
            max = 512)
        int latent,
    @Setting(
            label = "Generator widths",
            help = "Units in each hidden layer of the generator, from the code on.",
            min = 1,
            max = 8192)
        List<Integer> generatorWidths,
    @Setting(
            label = "Discriminator widths",
            help = "Units in each hidden layer of the discriminator, from the image on.",
            min = 1,
            max = 8192)
        List<Integer> discriminatorWidths,
    @Setting(
            label = "Loss",
            help = "What the two players lose; minimax starves a generator that is far behind.")
        GanLoss loss,
    @Setting(
            label = "Learning rate",
            help = "How far each step of the generator goes.",
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
            help = "How long Adam remembers directions; 0.5 keeps the two players from circling.",
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
        RateSchedule schedule,
    @Setting(
            label = "Discriminator steps",
            help = "Updates of the discriminator for each turn of the generator.",
            min = 1,
            max = 100)
        int criticSteps,
    @Setting(
            label = "Generator steps",
            help = "Updates of the generator in its turn; with many it collapses to a few images.",
            min = 1,
            max = 100)
        int generatorSteps,
    @Setting(
            label = "Label smoothing",
            help = "How far below 1 the target of real images is, so that D is never too sure.",
            min = 0,
            max = 0.5)
        double labelSmoothing,
    @Setting(
            label = "Replay",
            help = "Older fakes that are kept and shown to the discriminator again; 0 is none.",
            min = 0,
            max = 10_000)
        int replay,
    @Setting(
            label = "Replay share",
            help = "Part of the generated batch that older fakes replace.",
            min = 0,
            max = 1)
        double replayShare,
    @Setting(
            label = "Mini-batch discrimination",
            help =
                "Kernels by which D compares the images of a batch, so that variety pays; 0: no.",
            min = 0,
            max = 1000)
        int minibatchDiscrimination,
    @Setting(label = "Spectral normalisation", help = "Bound each layer of D to a slope of 1.")
        boolean spectralNormalization)
    implements ModelConfig {

  /**
   * Checks what ranges of single settings cannot say.
   *
   * @throws latentlab.failure.InvalidInputException if there are no hidden layers or too many, or
   *     labels are to be smoothed for a loss without targets
   */
  public GanConfig {
    generatorWidths = DenseArchitecture.checkedWidths(generatorWidths, 1);
    discriminatorWidths = DenseArchitecture.checkedWidths(discriminatorWidths, 1);
    loss.checkSmoothing(labelSmoothing);
  }
}
