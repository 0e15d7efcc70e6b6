package latentlab.models.diffusion;

import latentlab.failure.InvalidInputException;
import latentlab.models.ModelConfig;
import latentlab.models.config.Setting;
import latentlab.models.denoising.PredictionType;
import latentlab.models.denoising.ScheduleType;
import latentlab.models.networks.RateSchedule;

/**
 * The settings of a diffusion model.
 *
 * @param size of the network
 * @param steps T, how many steps of noise there are
 * @param noiseSchedule how fast an image drowns in noise
 * @param prediction what the network is trained to tell
 * @param minSnr gamma of the loss's weights; 0 gives all steps the same weight
 * @param emaDecay how much of the running average of the weights each step keeps
 * @param conditional whether the network is told the class, where there are classes
 * @param classDropout the part of the images whose class is not told in training
 * @param guidance how far samples are drawn towards their class
 * @param samplingSteps how many of the T steps samples are made in
 * @param gradientNorm the greatest norm of a gradient; longer ones are shortened; 0 for no limit
 * @param learningRate the step size of Adam
 * @param schedule how the learning rate changes
 */
public record DiffusionConfig(
    @Setting(label = "Network", help = "Larger networks draw better and take longer.")
        NetworkSize size,
    @Setting(
            label = "Noise steps",
            help = "Steps from the clean image to pure noise; samples may leave most of them out.",
            min = 10,
            max = 4000)
        int steps,
    @Setting(label = "Noise schedule", help = "How fast an image drowns in noise.")
        ScheduleType noiseSchedule,
    @Setting(
            label = "Prediction",
            help = "What the network tells about a noisy image: its noise, its image, or a mix.")
        PredictionType prediction,
    @Setting(
            label = "Min-SNR gamma",
            help = "Limits the weight of steps with little noise; 0 gives all steps the same.",
            min = 0,
            max = 1000)
        double minSnr,
    @Setting(
            label = "Weight average",
            help = "Part of the running average of the weights that each training step keeps.",
            min = 0,
            max = 0.99999)
        double emaDecay,
    @Setting(
            label = "Conditional",
            help = "Whether the network is told the class, so that a class can be asked for.")
        boolean conditional,
    @Setting(
            label = "Class dropout",
            help = "Part of the images whose class is not told in training; guidance needs some.",
            min = 0,
            max = 1)
        double classDropout,
    @Setting(
            label = "Guidance",
            help = "1 samples as learnt; more makes classes clearer and pictures less diverse.",
            min = 0,
            max = 20)
        double guidance,
    @Setting(
            label = "Sampling steps",
            help = "How many of the noise steps samples are made in; fewer are faster.",
            min = 1,
            max = 4000)
        int samplingSteps,
    @Setting(
            label = "Gradient norm",
            help = "Longer gradients are shortened to this; 0 leaves them as they are.",
            min = 0,
            max = 1e6)
        double gradientNorm,
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
   * @throws InvalidInputException if samples are to be made in more steps than there are
   */
  public DiffusionConfig {
    if (samplingSteps > steps) {
      throw new InvalidInputException(
          String.format(
              "samplingSteps must be from 1 to the %d noise steps, not %d", steps, samplingSteps));
    }
  }
}
