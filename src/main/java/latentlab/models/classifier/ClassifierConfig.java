package latentlab.models.classifier;

import latentlab.models.ModelConfig;
import latentlab.models.config.Setting;
import latentlab.models.networks.RateSchedule;

/**
 * The settings of a classifier.
 *
 * @param filters channels of the first convolutions; the later ones have twice as many
 * @param features units in the last hidden layer
 * @param dropout the probability with which a feature is dropped in training
 * @param labelSmoothing the share of each label that is spread over all classes
 * @param shift how far images are moved in training at most, as a part of their lesser side
 * @param weightDecay of AdamW, multiplied by the learning rate
 * @param learningRate the greatest step size of AdamW
 * @param schedule how the step size changes in the course of the training
 */
public record ClassifierConfig(
    @Setting(
            label = "Filters",
            help = "Channels of the first convolutions; the later ones have twice as many.",
            min = 1,
            max = 256)
        int filters,
    @Setting(
            label = "Features",
            help = "Units in the last hidden layer, by which images are also compared.",
            min = 1,
            max = 4096)
        int features,
    @Setting(
            label = "Dropout",
            help = "The part of the features that each training step does without.",
            min = 0,
            max = 0.9)
        double dropout,
    @Setting(
            label = "Label smoothing",
            help =
                "The share of each label that is spread over all classes; above 0 the classifier"
                    + " is never wholly sure.",
            min = 0,
            max = 0.9)
        double labelSmoothing,
    @Setting(
            label = "Shift",
            help =
                "Images are moved at random in training, by whole pixels up to this part of their"
                    + " lesser side.",
            min = 0,
            max = 0.5)
        double shift,
    @Setting(
            label = "Weight decay",
            help = "Draws all weights towards zero, the more the larger the learning rate is.",
            min = 0,
            max = 0.9)
        double weightDecay,
    @Setting(
            label = "Learning rate",
            help = "How far each step goes; too large a value makes the loss jump or diverge.",
            min = 1e-7,
            max = 1)
        double learningRate,
    @Setting(
            label = "Schedule",
            help = "How the learning rate changes in the course of the training.")
        RateSchedule schedule)
    implements ModelConfig {}
