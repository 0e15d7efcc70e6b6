package latentlab.models;

/**
 * The settings of one model, implemented by a record whose components carry {@link
 * latentlab.models.config.Setting}. The record's constructor checks what the ranges of single
 * settings cannot say and throws {@link latentlab.failure.InvalidInputException}.
 */
public interface ModelConfig {}
