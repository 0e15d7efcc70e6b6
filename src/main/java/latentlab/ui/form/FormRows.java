package latentlab.ui.form;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Makes the rows of a tab's form. The words of what is called KEY are {@code TAB.KEY.label} and
 * {@code TAB.KEY.tip}, its node is {@code TAB-KEY}, with hyphens for the dots of the key. For the
 * JavaFX thread.
 */
public final class FormRows {

  private static final double SPACING = 6;
  private static final double VALUE_WIDTH = 34;

  private final String tab;
  private final double nameWidth;
  private final Messages messages;

  /**
   * Rows whose controls begin at one line.
   *
   * @param tab the id of the tab
   * @param nameWidth of the names, in pixels
   * @param messages the words
   */
  public FormRows(String tab, double nameWidth, Messages messages) {
    this.tab = tab;
    this.nameWidth = nameWidth;
    this.messages = messages;
  }

  /**
   * A control behind its name.
   *
   * @param key what it is called
   * @param control takes the room that is left
   * @return the row, to which more can be added
   */
  public HBox row(String key, Control control) {
    return row(key, control, control);
  }

  /**
   * A slider behind its name and before its value.
   *
   * @param key what it is called
   * @param slider takes the room that is left
   * @param format of the value, as {@link String#format} takes it
   * @return the row
   */
  public HBox row(String key, Slider slider, String format) {
    Label value = new Label();
    value
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> String.format(Locale.ROOT, format, slider.getValue()),
                slider.valueProperty()));
    value.setMinWidth(VALUE_WIDTH);
    value.setAlignment(Pos.CENTER_RIGHT);
    HBox.setHgrow(slider, Priority.ALWAYS);
    HBox box = new HBox(SPACING, slider, value);
    box.setAlignment(Pos.CENTER_LEFT);
    return row(key, slider, box);
  }

  private HBox row(String key, Control control, Region whole) {
    String help = messages.text(tab + "." + key + ".tip");
    Label name = new Label(messages.text(tab + "." + key + ".label"));
    name.setLabelFor(control);
    name.setMinWidth(nameWidth);
    name.setPrefWidth(nameWidth);
    control.setId(idOf(key));
    control.setTooltip(new Tooltip(help));
    control.setAccessibleText(help);
    whole.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(whole, Priority.ALWAYS);
    HBox row = new HBox(SPACING, name, whole);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /**
   * A button with the words {@code TAB.KEY}.
   *
   * @param key what it is called
   * @param action what it does
   * @return the button
   */
  public Button button(String key, Runnable action) {
    Button button = new Button(messages.text(tab + "." + key));
    button.setId(idOf(key));
    button.setTooltip(new Tooltip(messages.text(tab + "." + key + ".tip")));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  /**
   * A button without words.
   *
   * @param key what it is called
   * @param icon what is on it
   * @param action what it does
   * @return the button
   */
  public Button iconButton(String key, Ikon icon, Runnable action) {
    String help = messages.text(tab + "." + key + ".tip");
    Button button = new Button("", new FontIcon(icon));
    button.setId(idOf(key));
    button.getStyleClass().add("button-icon");
    button.setTooltip(new Tooltip(help));
    button.setAccessibleText(help);
    button.setOnAction(event -> action.run());
    return button;
  }

  private String idOf(String key) {
    return tab + "-" + key.replace('.', '-');
  }

  /**
   * Lets a number be typed too, which counts as soon as the spinner is left.
   *
   * @param spinner a spinner with a default converter
   */
  public static void makeTypable(Spinner<?> spinner) {
    spinner.setEditable(true);
    spinner
        .focusedProperty()
        .addListener(
            (property, old, focused) -> {
              if (!focused) {
                spinner.increment(0);
              }
            });
  }

  /**
   * Shows a node, and keeps room for it, only while a condition holds.
   *
   * @param node such as a row
   * @param condition when it is there
   */
  public static void showWhile(Node node, ObservableBooleanValue condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(node.visibleProperty());
  }
}
