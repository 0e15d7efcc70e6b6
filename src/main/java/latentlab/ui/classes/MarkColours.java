package latentlab.ui.classes;

import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import latentlab.ui.text.Messages;

/** Says what the marks mean; the marks have its colours, which the style sheet sets. */
final class MarkColours extends HBox {

  private final Label agrees;
  private final Label differs;
  private final Label plain;
  private final ObjectBinding<Integer> changed;

  MarkColours(Messages messages) {
    super(12);
    setAlignment(Pos.CENTER_LEFT);
    plain = new Label(messages.text("classes.legend"));
    agrees = label(messages.text("classes.legend.agrees"), "mark-agrees");
    differs = label(messages.text("classes.legend.differs"), "mark-differs");
    getChildren().addAll(plain, agrees, differs);
    changed =
        Bindings.createObjectBinding(
            () -> Objects.hash(agrees.getTextFill(), differs.getTextFill(), text(), font()),
            agrees.textFillProperty(),
            differs.textFillProperty(),
            plain.textFillProperty(),
            plain.fontProperty());
  }

  private static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /** Has another value when a colour or the font has changed. */
  ObservableValue<Integer> changed() {
    return changed;
  }

  Paint text() {
    return plain.getTextFill();
  }

  Paint agrees() {
    return agrees.getTextFill();
  }

  Paint differs() {
    return differs.getTextFill();
  }

  Font font() {
    return plain.getFont();
  }

  double widthOf(String words) {
    Text text = new Text(words);
    text.setFont(font());
    return text.getLayoutBounds().getWidth();
  }
}
