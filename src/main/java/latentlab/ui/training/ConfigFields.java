package latentlab.ui.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latentlab.failure.InvalidInputException;
import latentlab.failure.Quoted;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamily;
import latentlab.models.config.ConfigField;
import latentlab.models.config.FieldKind;
import latentlab.ui.text.Messages;

/** The settings of a family as fields of a form. For the JavaFX thread. */
final class ConfigFields {

  private static final List<String> FLAG_TEXTS = List.of("true", "false");

  private final String family;
  private final ConfigForm<?> form;
  private final Messages messages;
  private final List<FieldViewModel> fields;

  ConfigFields(ModelFamily<?> family, Messages messages) {
    this.family = family.name();
    this.form = ConfigForm.of(family);
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
        field.kind() == FieldKind.FLAG ? FLAG_TEXTS : field.choices(),
        choice -> messages.terms().choice(field.name(), choice),
        form.defaultText(field),
        text -> problem(field, text));
  }

  /** What is wrong with a text, in the words of the window wherever the range tells it. */
  private Optional<String> problem(ConfigField field, String text) {
    String range = FieldRange.of(field, messages);
    return range.isEmpty() || form.takes(field, text)
        ? check(Map.of(field.name(), text))
        : Optional.of(messages.text("training.field.refused", Quoted.text(text), range));
  }
}
