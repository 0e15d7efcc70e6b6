package latentlab.ui.training;

import java.util.List;
import java.util.Map;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamily;
import latentlab.models.config.ConfigField;
import latentlab.models.config.ConfigSchema;

/** The settings of one family as texts. */
public interface ConfigForm {

  /**
   * The settings.
   *
   * @return in the order in which they are shown
   */
  List<ConfigField> fields();

  /**
   * What a setting starts from.
   *
   * @param field one of {@link #fields()}
   * @return the default as text
   */
  String defaultText(ConfigField field);

  /**
   * The config that some texts stand for.
   *
   * @param texts by field name; fields left out keep their default
   * @return a valid config
   * @throws latentlab.failure.InvalidInputException if a text is not what its field expects
   */
  ModelConfig configFrom(Map<String, String> texts);

  /**
   * The form of a family, read off its config record.
   *
   * @param family the family
   * @param <C> its config
   * @return its form
   */
  static <C extends Record & ModelConfig> ConfigForm of(ModelFamily<C> family) {
    C base = family.defaultConfig();
    ConfigSchema<C> schema = ConfigSchema.of(family.configType());
    return new ConfigForm() {
      @Override
      public List<ConfigField> fields() {
        return schema.fields();
      }

      @Override
      public String defaultText(ConfigField field) {
        return schema.textOf(base, field);
      }

      @Override
      public ModelConfig configFrom(Map<String, String> texts) {
        return schema.with(base, texts);
      }
    };
  }
}
