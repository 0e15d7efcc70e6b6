package latentlab.ui.training;

import java.util.List;
import java.util.Map;
import latentlab.failure.InvalidInputException;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamily;
import latentlab.models.config.ConfigField;
import latentlab.models.config.ConfigSchema;

/** The settings of one family as texts, read off its config record. Immutable. */
final class ConfigForm<C extends Record & ModelConfig> {

  private final C base;
  private final ConfigSchema<C> schema;

  private ConfigForm(ModelFamily<C> family) {
    base = family.defaultConfig();
    schema = ConfigSchema.of(family.configType());
  }

  /** The form of a family, with its default settings. */
  static <C extends Record & ModelConfig> ConfigForm<C> of(ModelFamily<C> family) {
    return new ConfigForm<>(family);
  }

  /** The settings, in the order in which they are shown. */
  List<ConfigField> fields() {
    return schema.fields();
  }

  /** The default of a setting as text. */
  String defaultText(ConfigField field) {
    return schema.textOf(base, field);
  }

  /** Whether a setting takes a text, whatever the others hold. */
  boolean takes(ConfigField field, String text) {
    try {
      schema.check(field, text);
      return true;
    } catch (InvalidInputException refused) {
      return false;
    }
  }

  /**
   * The config that some texts stand for.
   *
   * @param texts by field name; fields left out keep their default
   * @return a valid config
   * @throws InvalidInputException if a text is not what its field expects, or the settings do not
   *     go together
   */
  C configFrom(Map<String, String> texts) {
    return schema.with(base, texts);
  }
}
