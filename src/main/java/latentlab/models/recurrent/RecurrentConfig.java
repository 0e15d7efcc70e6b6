package latentlab.models.recurrent;

import latentlab.models.ModelConfig;
import latentlab.models.config.Setting;
import latentlab.models.networks.PixelLoss;
import latentlab.models.networks.RateSchedule;

/**
 * The settings of a recurrent autoencoder.
 *
 * @param latent the number of latent dimensions
 * @param cell what carries the state from row to row
 * @param units the size of the state
 * @param loss what is minimised
 * @param clipping the greatest norm of the gradient; 0 is without clipping
 * @param learningRate the step size of Adam
 * @param schedule how it changes in the course of the training
 */
public record RecurrentConfig(
    @Setting(
            label = "Latent dimensions",
            help = "How many numbers stand for one image; 2 can be browsed as a plane.",
            min = 1,
            max = 512)
        int latent,
    @Setting(label = "Cell", help = "What carries the state from row to row.") RecurrentCell cell,
    @Setting(
            label = "Units",
            help = "The size of the state; twice as many take about four times as long.",
            min = 1,
            max = 2048)
        int units,
    @Setting(
            label = "Loss",
            help = "How the distance between image and reconstruction is measured.")
        PixelLoss loss,
    @Setting(
            label = "Gradient clipping",
            help = "Longer gradients are shortened to this; 0 leaves all as they are.",
            min = 0,
            max = 1e6)
        double clipping,
    @Setting(
            label = "Learning rate",
            help = "How far each step goes; too large a value makes the loss jump or diverge.",
            min = 1e-7,
            max = 1)
        double learningRate,
    @Setting(label = "Schedule", help = "How the learning rate changes in the course of training.")
        RateSchedule schedule)
    implements ModelConfig {}
