package latentlab.ui.training;

import latentlab.models.ModelConfig;
import latentlab.models.ModelFamily;
import latentlab.random.Seed;

/**
 * What the user asks to be trained.
 *
 * @param dataset the name of the data set, which is still to be read
 * @param family the kind of model
 * @param config its settings
 * @param epochs passes over the data, at least 1
 * @param batchSize images in each step, at least 1
 * @param seed decides everything random
 */
record TrainingRequest(
    String dataset,
    ModelFamily<?> family,
    ModelConfig config,
    int epochs,
    int batchSize,
    Seed seed) {}
