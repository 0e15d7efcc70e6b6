package latentlab.training;

import latentlab.models.ModelConfig;
import latentlab.models.ModelFamily;
import latentlab.models.config.ConfigSchema;

/** What to say about the learning rate after a training diverged. */
final class LearningRateAdvice {

  private static final String FIELD = "learningRate";

  private LearningRateAdvice() {}

  /** The end of a sentence; it names the learning rate if the config calls it as all do. */
  static String of(TrainingTask task) {
    return of(task.family(), task.config());
  }

  private static <C extends Record & ModelConfig> String of(
      ModelFamily<C> family, ModelConfig config) {
    C settings = family.configType().cast(config);
    ConfigSchema<C> schema = ConfigSchema.of(family.configType());
    String present =
        schema.fields().stream()
            .filter(field -> field.name().equals(FIELD))
            .map(field -> " than " + schema.textOf(settings, field))
            .findFirst()
            .orElse("");
    return "; try a smaller learning rate" + present;
  }
}
