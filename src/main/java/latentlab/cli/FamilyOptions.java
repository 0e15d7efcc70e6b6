package latentlab.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import latentlab.failure.InvalidInputException;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelFamily;
import latentlab.models.config.ConfigField;
import latentlab.models.config.ConfigSchema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that choose what kind of model is trained, and its settings. */
final class FamilyOptions {

  private static final String DEFAULT_FAMILY = "vae";

  @Option(
      names = "--family",
      paramLabel = "NAME",
      description = "The kind of model; they are listed below (default: " + DEFAULT_FAMILY + ").")
  private @Nullable String family;

  @Option(
      names = "--latent",
      paramLabel = "N",
      description = "Latent dimensions; the same as --set latent=N.")
  private @Nullable String latent;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description = "Step size of the optimiser; the same as --set learningRate=X.")
  private @Nullable String learningRate;

  @Option(
      names = "--config",
      paramLabel = "FILE.json",
      description = "A JSON object with some or all settings of the family.")
  private @Nullable String configFile;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One setting of the family; may be given several times.")
  private Map<String, String> settings = new LinkedHashMap<>();

  /**
   * Whether any of these options was given.
   *
   * @return false if all are left to their defaults
   */
  boolean isGiven() {
    return family != null
        || latent != null
        || learningRate != null
        || configFile != null
        || !settings.isEmpty();
  }

  /**
   * The family that was asked for.
   *
   * @param families those there are
   * @return one of them
   * @throws InvalidInputException if there is none of that name
   */
  ModelFamily<?> family(ModelFamilies families) {
    return families.named(family == null ? DEFAULT_FAMILY : family);
  }

  /**
   * The settings: the family's defaults, changed by the file, then by the single options.
   *
   * @param <C> the family's config
   * @param chosen the family
   * @return a config within its ranges
   * @throws InvalidInputException if an option names no setting or is out of its range
   */
  <C extends Record & ModelConfig> C config(ModelFamily<C> chosen) {
    ConfigSchema<C> schema = ConfigSchema.of(chosen.configType());
    C config = chosen.defaultConfig();
    if (configFile != null) {
      Path file = Paths.readableFile("--config", Paths.parse("--config", configFile));
      C base = config;
      config = naming("--config", () -> schema.fromFile(file, base));
    }
    C read = config;
    config = naming("--set", () -> schema.with(read, settings));
    config = change(schema, config, "--latent", "latent", latent);
    return change(schema, config, "--learning-rate", "learningRate", learningRate);
  }

  private static <C extends Record & ModelConfig> C change(
      ConfigSchema<C> schema, C config, String option, String field, @Nullable String value) {
    if (value == null) {
      return config;
    }
    if (schema.fields().stream().map(ConfigField::name).noneMatch(field::equals)) {
      throw new InvalidInputException(option + " is not a setting of this family of models");
    }
    return naming(option, () -> schema.with(config, Map.of(field, value)));
  }

  /** Says which option it was that had the wrong value. */
  private static <C> C naming(String option, Supplier<C> reading) {
    try {
      return reading.get();
    } catch (InvalidInputException failure) {
      throw new InvalidInputException(option + ": " + failure.getMessage(), failure);
    }
  }
}
