package latentlab.ui.training;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.ui.text.OneWayConverter;

/** One field of a form with its label, and below it what is wrong with it. */
final class FieldRow {

  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("danger");

  private final FieldViewModel field;
  private final VBox view = new VBox();

  FieldRow(FieldViewModel field) {
    this.field = field;
    Control control = control();
    control.setId("field-" + field.name());
    Label error = new Label();
    error.setWrapText(true);
    error.getStyleClass().add("field-error");
    error.textProperty().bind(field.error());
    error.managedProperty().bind(error.textProperty().isNotEmpty());
    field
        .error()
        .addListener(
            (property, old, now) -> control.pseudoClassStateChanged(INVALID, !now.isEmpty()));
    control.pseudoClassStateChanged(INVALID, !field.isValid());
    view.getChildren().setAll(labelled(field.label(), field.help(), control), error);
  }

  Node view() {
    return view;
  }

  /** A label on the left and a control that fills the rest. */
  static Node labelled(String text, String help, Control control) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add("field-label");
    label.setLabelFor(control);
    TrainingFormView.explain(label, help);
    TrainingFormView.explain(control, help);
    control.setAccessibleText(text);
    HBox row = new HBox(label, control);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("field-row");
    HBox.setHgrow(control, Priority.ALWAYS);
    control.setMinWidth(Region.USE_PREF_SIZE);
    return row;
  }

  /** A label above a control, for long choices. */
  static Node labelledAbove(String text, String help, Control control) {
    HBox row = (HBox) labelled(text, help, control);
    VBox column = new VBox();
    column.getChildren().setAll(List.copyOf(row.getChildren()));
    column.getStyleClass().add("field-column");
    return column;
  }

  private Control control() {
    if (field.choices().equals(List.of("true", "false"))) {
      return toggle();
    }
    if (!field.choices().isEmpty()) {
      return box();
    }
    TextField text = new TextField();
    text.textProperty().bindBidirectional(field.text());
    text.setPrefColumnCount(8);
    return text;
  }

  private Control toggle() {
    ToggleSwitch toggle = new ToggleSwitch();
    toggle.setSelected(Boolean.parseBoolean(field.value()));
    toggle
        .selectedProperty()
        .addListener((property, old, now) -> field.text().set(Boolean.toString(now)));
    return toggle;
  }

  private Control box() {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(field.choices());
    box.setConverter(new OneWayConverter<>(field::choiceName));
    box.valueProperty().bindBidirectional(field.text());
    box.setMaxWidth(Double.MAX_VALUE);
    return box;
  }
}
