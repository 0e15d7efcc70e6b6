package latentlab.ui.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One field of a form: its text, and what is wrong with it. For the JavaFX thread. */
final class FieldViewModel {

  private final String name;
  private final String label;
  private final String help;
  private final List<String> choices;
  private final UnaryOperator<String> choiceNames;
  private final StringProperty text;
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

  /**
   * Creates a field.
   *
   * @param name the name in files and options
   * @param label the name for people
   * @param help what it does
   * @param choices the texts that are allowed, or none if it is free
   * @param choiceNames gives what people call one of those texts
   * @param start the text to start from
   * @param check gives what is wrong with a text, or nothing if it is good
   */
  FieldViewModel(
      String name,
      String label,
      String help,
      List<String> choices,
      UnaryOperator<String> choiceNames,
      String start,
      Function<String, Optional<String>> check) {
    this.name = name;
    this.label = label;
    this.help = help;
    this.choices = List.copyOf(choices);
    this.choiceNames = choiceNames;
    this.text = new SimpleStringProperty(start);
    text.addListener((property, old, now) -> error.set(check.apply(now.strip()).orElse("")));
    error.set(check.apply(start).orElse(""));
  }

  String name() {
    return name;
  }

  String label() {
    return label;
  }

  String help() {
    return help;
  }

  List<String> choices() {
    return choices;
  }

  String choiceName(String choice) {
    return choiceNames.apply(choice);
  }

  StringProperty text() {
    return text;
  }

  String value() {
    return text.get().strip();
  }

  ReadOnlyStringProperty error() {
    return error.getReadOnlyProperty();
  }

  boolean isValid() {
    return error.get().isEmpty();
  }
}
