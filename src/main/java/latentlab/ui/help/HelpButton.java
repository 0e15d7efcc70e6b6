package latentlab.ui.help;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import latentlab.ui.text.Messages;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Explains the tab in front: what it shows, the equation behind it, and where to read more. For the
 * JavaFX thread.
 */
public final class HelpButton {

  private static final double WIDTH = 440;

  private final Supplier<String> tab;
  private final Messages messages;
  private final Button button = new Button();
  private Optional<PopOver> shown = Optional.empty();

  /**
   * A button that explains nothing until it is pressed.
   *
   * @param tab the id of the tab in front, whose words have the prefix {@code help.ID}
   * @param messages the words
   */
  public HelpButton(Supplier<String> tab, Messages messages) {
    this.tab = tab;
    this.messages = messages;
    String words = messages.text("help.button");
    button.setId("help");
    button.setGraphic(new FontIcon(Feather.HELP_CIRCLE));
    button.getStyleClass().addAll("button-icon", "flat");
    button.setTooltip(new Tooltip(words));
    button.setAccessibleText(words);
    button.setOnAction(event -> toggle());
  }

  /**
   * The button.
   *
   * @return the same at each call
   */
  public Node view() {
    return button;
  }

  /** Shows the explanation of the tab in front, or hides the one that is shown. */
  public void toggle() {
    if (shown.isPresent() && shown.get().isShowing()) {
      shown.get().hide();
      return;
    }
    PopOver popOver = new PopOver(content(tab.get()));
    popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
    popOver.setDetachable(false);
    popOver.show(button);
    shown = Optional.of(popOver);
  }

  private VBox content(String id) {
    Label title = new Label(messages.text("help." + id + ".title"));
    title.getStyleClass().add("help-title");
    Label equation = new Label(messages.text("help." + id + ".equation"));
    equation.getStyleClass().add("help-equation");
    Label reading = new Label(messages.text("help." + id + ".reading"));
    reading.getStyleClass().addAll("text-muted", "help-reading");
    VBox box = new VBox(title, text("help." + id + ".what"), equation);
    box.getChildren().addAll(text("help." + id + ".how"), reading);
    box.getStyleClass().add("help");
    box.setId("help-content");
    box.getChildren().forEach(HelpButton::wrap);
    box.setPrefWidth(WIDTH);
    return box;
  }

  private Label text(String key) {
    return new Label(messages.text(key));
  }

  private static void wrap(Node node) {
    ((Label) node).setWrapText(true);
    ((Label) node).setMaxWidth(WIDTH);
  }
}
