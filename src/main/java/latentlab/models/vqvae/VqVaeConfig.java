package latentlab.models.vqvae;

import latentlab.failure.InvalidInputException;
import latentlab.models.ModelConfig;
import latentlab.models.config.Setting;
import latentlab.models.networks.RateSchedule;

/**
 * The settings of a VQ-VAE and of the prior over its codes.
 *
 * @param codes K, how many vectors the codebook has
 * @param codeSize D, the dimensions of each
 * @param codebookLearning how the codebook follows the encoder
 * @param decay gamma, the weight of the past in moving averages
 * @param commitment beta, the weight of the term that holds the encoder to its codes
 * @param restartBelow a code used less than this part of an even share is set anew
 * @param pixelVariance what squared errors of pixels are divided by
 * @param filters of the first convolution; those on the grid have twice as many
 * @param residualBlocks on the grid, in the encoder and in the decoder
 * @param priorShare the last part of a training, which belongs to the prior
 * @param priorWidth channels of the prior's network
 * @param priorBlocks attention blocks of the prior's network
 * @param conditionalPrior whether the prior is told the class, where there are classes
 * @param temperature what the prior's logits are divided by when codes are drawn
 * @param learningRate the step size of Adam
 * @param schedule its course, in each of the two phases
 */
public record VqVaeConfig(
    @Setting(
            label = "Codes",
            help = "How many vectors the codebook offers; each place of the grid takes one.",
            min = 2,
            max = 8192)
        int codes,
    @Setting(label = "Code size", help = "Dimensions of each vector.", min = 1, max = 512)
        int codeSize,
    @Setting(
            label = "Codebook learning",
            help = "Vectors as moving averages of what chose them, or moved by a term of the loss.")
        CodebookLearning codebookLearning,
    @Setting(
            label = "Decay",
            help = "Weight of the past in moving averages; nearer to 1 is slower and steadier.",
            min = 0,
            max = 0.9999)
        double decay,
    @Setting(
            label = "Commitment",
            help = "Weight of the term that keeps the encoder's outputs near their codes.",
            min = 0,
            max = 100)
        double commitment,
    @Setting(
            label = "Restart below",
            help =
                "A code used less than this part of an even share is set to one of the encoder's"
                    + " outputs; 0 leaves dead codes dead.",
            min = 0,
            max = 1)
        double restartBelow,
    @Setting(
            label = "Pixel variance",
            help = "Squared errors of pixels are divided by it; smaller values favour sharpness.",
            min = 1e-4,
            max = 100)
        double pixelVariance,
    @Setting(
            label = "Filters",
            help = "Channels of the first convolution; the ones on the grid have twice as many.",
            min = 1,
            max = 512)
        int filters,
    @Setting(
            label = "Residual blocks",
            help = "Blocks on the grid, in the encoder and in the decoder.",
            min = 0,
            max = 8)
        int residualBlocks,
    @Setting(
            label = "Prior share",
            help = "The last part of the training, in which the prior learns the finished codes.",
            min = 0.01,
            max = 0.99)
        double priorShare,
    @Setting(label = "Prior width", help = "Channels of the prior's network.", min = 4, max = 1024)
        int priorWidth,
    @Setting(label = "Prior blocks", help = "Attention blocks of the prior.", min = 1, max = 16)
        int priorBlocks,
    @Setting(
            label = "Conditional prior",
            help = "Whether the prior is told the class, so that a class can be asked for.")
        boolean conditionalPrior,
    @Setting(
            label = "Temperature",
            help = "Below 1, samples are more typical and less diverse.",
            min = 0.05,
            max = 5)
        double temperature,
    @Setting(
            label = "Learning rate",
            help = "How far each step goes; too large a value makes the loss jump or diverge.",
            min = 1e-7,
            max = 1)
        double learningRate,
    @Setting(
            label = "Rate schedule",
            help = "How the learning rate changes in each of the two phases.")
        RateSchedule schedule)
    implements ModelConfig {

  /** The most values a codebook may have: beyond it a search would take too much memory. */
  private static final long MOST_VALUES = 1 << 20;

  /**
   * Checks the codebook.
   *
   * @throws InvalidInputException if it has fewer than two codes or too many values
   */
  public VqVaeConfig {
    if (codes < 2) {
      throw new InvalidInputException(
          "codes must be at least 2, not " + codes + ": with a single code nothing can be told");
    }
    if (codeSize < 1 || (long) codes * codeSize > MOST_VALUES) {
      throw new InvalidInputException(
          "codes times codeSize must be from 2 to "
              + MOST_VALUES
              + ", not "
              + codes
              + " times "
              + codeSize);
    }
  }
}
