package latentlab.training;

import java.nio.file.Path;
import java.util.Optional;
import latentlab.data.Dataset;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamily;

/**
 * What is to be trained, and on what.
 *
 * @param family the kind of model
 * @param config its settings, of the family's config type
 * @param dataset the images
 * @param plan how long and in what steps
 * @param resumeFrom the checkpoint folder of an earlier training of the same task to go on from, or
 *     empty to start anew
 */
public record TrainingTask(
    ModelFamily<?> family,
    ModelConfig config,
    Dataset dataset,
    TrainingPlan plan,
    Optional<Path> resumeFrom) {}
