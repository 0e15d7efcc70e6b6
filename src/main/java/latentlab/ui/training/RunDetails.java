package latentlab.ui.training;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamily;
import latentlab.models.config.ConfigField;
import latentlab.models.config.ConfigSchema;

/** Says what was trained, by what makes it different from others of its family. */
final class RunDetails {

  private static final String SEPARATOR = " \u00b7 ";

  private RunDetails() {}

  /**
   * One line.
   *
   * @param family of the model
   * @param config its settings, of the family's type
   * @param dataset the name of its data
   * @param <C> the family's config
   * @return the changed settings first, such as "Latent dimensions 16", then the family and the
   *     data
   */
  static <C extends Record & ModelConfig> String of(
      ModelFamily<C> family, ModelConfig config, String dataset) {
    ConfigSchema<C> schema = ConfigSchema.of(family.configType());
    C settings = family.configType().cast(config);
    C usual = family.defaultConfig();
    List<ConfigField> changed =
        schema.fields().stream()
            .filter(field -> !schema.textOf(settings, field).equals(schema.textOf(usual, field)))
            .toList();
    String changes =
        changed.stream()
            .map(field -> field.label() + " " + schema.textOf(settings, field))
            .collect(Collectors.joining(", "));
    return Stream.of(changes, family.title(), dataset)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(SEPARATOR));
  }
}
