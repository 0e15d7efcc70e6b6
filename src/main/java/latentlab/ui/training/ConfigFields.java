package latentlab.ui.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import latentlab.failure.InvalidInputException;
import latentlab.models.ModelConfig;
import latentlab.models.config.ConfigField;
import latentlab.ui.text.Messages;

/** The settings of a family as fields of a form. For the JavaFX thread. */
final class ConfigFields {

  private final String family;
  private final ConfigForm form;
  private final Messages messages;
  private final List<FieldViewModel> fields;

  ConfigFields(String family, ConfigForm form, Messages messages) {
    this.family = family;
    this.form = form;
    this.messages = messages;
    this.fields = form.fields().stream().map(this::field).toList();
  }

  List<FieldViewModel> fields() {
    return fields;
  }

  /** What is wrong with the settings taken together, though each alone is good. */
  Optional<String> problem() {
    return check(texts());
  }

  /**
   * The config.
   *
   * @throws InvalidInputException if it is not valid
   */
  ModelConfig config() {
    return form.configFrom(texts());
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    fields.forEach(field -> texts.put(field.name(), field.value()));
    return texts;
  }

  private Optional<String> check(Map<String, String> texts) {
    try {
      form.configFrom(texts);
      return Optional.empty();
    } catch (InvalidInputException problem) {
      return Optional.of(problem.getMessage());
    }
  }

  private FieldViewModel field(ConfigField field) {
    return new FieldViewModel(
        field.name(),
        messages.terms().label(family, field),
        (messages.terms().help(family, field) + " " + FieldRange.of(field, messages)).strip(),
        choices(field),
        choice -> messages.terms().choice(field.name(), choice),
        form.defaultText(field),
        text -> check(Map.of(field.name(), text)));
  }

  /** An enum's constants are offered in the first spelling that the form takes. */
  private List<String> choices(ConfigField field) {
    if (field.type() == boolean.class) {
      return List.of("true", "false");
    }
    if (!field.type().isEnum()) {
      return List.of();
    }
    String start = form.defaultText(field);
    boolean lowerCase = start.equals(start.toLowerCase(Locale.ROOT));
    return Arrays.stream(field.type().getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .map(name -> lowerCase ? lowerCaseIfTaken(field, name) : name)
        .toList();
  }

  private String lowerCaseIfTaken(ConfigField field, String constant) {
    String lower = constant.toLowerCase(Locale.ROOT);
    List<String> spellings = List.of(lower, lower.replace('_', '-'), constant);
    return spellings.stream()
        .filter(text -> check(Map.of(field.name(), text)).isEmpty())
        .findFirst()
        .orElse(constant);
  }
}
