package latentlab.models.dcgan;

import latentlab.models.ModelConfig;
import latentlab.models.adversarial.GanLoss;
import latentlab.models.config.Setting;
import latentlab.models.networks.RateSchedule;

/**
 * The settings of a DCGAN.
 *
 * @param latent the number of latent dimensions
 * @param channels of the stage next to the image; they double at each halving
 * @param loss what the two players lose
 * @param learningRate the generator's step size of Adam
 * @param discriminatorRate the discriminator's
 * @param beta1 the decay of Adam's first moments
 * @param emaDecay how much of the running average of its weights, which draws for use, the
 *     generator keeps at each step; 0 for none
 * @param schedule how the learning rates change
 * @param criticSteps updates of the discriminator for each of the generator
 * @param labelSmoothing how far below 1 the target of real images is
 * @param replay images that the buffer of older fakes holds; 0 for none
 * @param replayShare the part of the generated batch that older fakes replace
 * @param minibatchDiscrimination kernels by which the discriminator compares the images of a batch;
 *     0 for none
 * @param spectralNormalization whether the discriminator's weights are divided by their largest
 *     singular value, in place of batch normalisation
 * @param candidates images that are drawn for each sample, of which the discriminator keeps the one
 *     that it takes for real most firmly; training does not depend on it
 */
public record DcganConfig(
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
    @Setting(label = "Loss", help = "What the two players lose; it decides how firmly they pull.")
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
            help = "Updates of the discriminator for each update of the generator.",
            min = 1,
            max = 100)
        int criticSteps,
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
    @Setting(
            label = "Spectral normalisation",
            help = "Bound each layer of D to a slope of 1, in place of batch normalisation.")
        boolean spectralNormalization,
    @Setting(
            label = "Candidates",
            help = "Images drawn for each sample, of which D keeps the most real; 1: no choice.",
            min = 1,
            max = 64)
        int candidates)
    implements ModelConfig {

  /**
   * Checks what ranges of single settings cannot say.
   *
   * @throws latentlab.failure.InvalidInputException if labels are to be smoothed for a loss without
   *     targets
   */
  public DcganConfig {
    loss.checkSmoothing(labelSmoothing);
  }
}
