package latentlab.models.vae;

import java.util.List;
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.failure.InvalidInputException;
import latentlab.models.ModelConfig;
import latentlab.models.config.Setting;
import latentlab.models.networks.DenseArchitecture;
import latentlab.models.networks.NetworkType;
import latentlab.models.networks.RateSchedule;

/**
 * The settings of a variational autoencoder.
 *
 * @param latent the number of latent dimensions
 * @param network the kind of encoder and decoder
 * @param widths the widths of the encoder's hidden layers, from the image on, if it is dense; the
 *     decoder has them in reverse
 * @param activation the nonlinearity of the hidden layers, if they are dense
 * @param likelihood what a pixel is taken to be
 * @param pixelDeviation the standard deviation of Gaussian pixels, which run from 0 to 1
 * @param binarise whether training draws each pixel to be black or white
 * @param beta the weight of the divergence; 1 gives the evidence lower bound
 * @param warmUp the part of the training in which beta, or the capacity, rises from 0
 * @param capacity the divergence aimed at, in nats; 0 for none
 * @param samples draws of the code for each image; above 1, the importance-weighted bound
 * @param similarityWeight gamma, the weight of 1 - SSIM
 * @param perceptualWeight the weight of the distance in a classifier's features
 * @param perceptualModel the classifier: a bundled model's name, or a folder
 * @param learningRate the step size of Adam
 * @param schedule how the learning rate changes
 */
public record VaeConfig(
    @Setting(
            label = "Latent dimensions",
            help = "How many numbers stand for one image; 2 can be browsed as a plane.",
            min = 1,
            max = 512)
        int latent,
    @Setting(
            label = "Network",
            help = "Dense networks are fast; convolutional ones draw better and take longer.")
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
            label = "Pixels",
            help = "What a pixel is taken to be: a coin (cross-entropy) or a Gaussian (squares).")
        PixelLikelihoodType likelihood,
    @Setting(
            label = "Pixel deviation",
            help = "Standard deviation of Gaussian pixels: the smaller, the sharper and the freer.",
            min = 1e-3,
            max = 1e3)
        double pixelDeviation,
    @Setting(
            label = "Binarise",
            help = "Draw each pixel black or white at every step, with its grey as the chance.")
        boolean binarise,
    @Setting(
            label = "Beta",
            help =
                "Weight of the divergence: above 1 the codes become smoother and more independent,"
                    + " and the pictures softer.",
            min = 0,
            max = 1000)
        double beta,
    @Setting(
            label = "Warm-up",
            help = "Part of the training in which beta, or the capacity, rises from 0; 0 is none.",
            min = 0,
            max = 1)
        double warmUp,
    @Setting(
            label = "Capacity",
            help = "Nats that the codes shall carry, held there by beta; 0 is no such target.",
            min = 0,
            max = 1000)
        double capacity,
    @Setting(
            label = "Samples",
            help = "Codes drawn for each image; above 1 the importance-weighted bound is trained.",
            min = 1,
            max = 100)
        int samples,
    @Setting(
            label = "SSIM weight",
            help = "Weight of the structural dissimilarity of picture and original; 0 is without.",
            min = 0,
            max = 100_000)
        double similarityWeight,
    @Setting(
            label = "Perceptual weight",
            help = "Weight of the distance in a classifier's features; 0 is without.",
            min = 0,
            max = 100_000)
        double perceptualWeight,
    @Setting(
            label = "Perceptual model",
            help = "The classifier whose features are compared: a bundled model or a folder.")
        String perceptualModel,
    @Setting(
            label = "Learning rate",
            help = "How far each step goes; too large a value makes the loss jump or diverge.",
            min = 1e-7,
            max = 1)
        double learningRate,
    @Setting(label = "Schedule", help = "How the learning rate changes while training goes on.")
        RateSchedule schedule)
    implements ModelConfig {

  /**
   * Checks what ranges of single settings cannot say.
   *
   * @throws InvalidInputException if there are no hidden layers or too many, or if terms that need
   *     one sample are asked for with several
   */
  public VaeConfig {
    widths = DenseArchitecture.checkedWidths(widths, 1);
    boolean plainBound =
        beta == 1 && warmUp == 0 && capacity == 0 && similarityWeight + perceptualWeight == 0;
    if (samples > 1 && !plainBound) {
      throw new InvalidInputException(
          "samples above 1 train the importance-weighted bound, which has no beta other than 1, no"
              + " warm-up, no capacity and no SSIM or perceptual term; samples is "
              + samples);
    }
  }
}
