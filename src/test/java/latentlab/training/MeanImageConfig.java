package latentlab.training;

import latentlab.models.ModelConfig;
import latentlab.models.config.Setting;

/** The settings of the tests' own model. */
public record MeanImageConfig(
    @Setting(label = "Learning rate", help = "How far each step goes.") double learningRate)
    implements ModelConfig {}
