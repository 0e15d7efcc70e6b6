package latentlab.ui.classes;

import java.util.List;
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

  MarkColours(Messages messages) {
    super(12);
    setAlignment(Pos.CENTER_LEFT);
    plain = new Label(messages.text("classes.legend"));
    agrees = label(messages.text("classes.legend.agrees"), "mark-agrees");
    differs = label(messages.text("classes.legend.differs"), "mark-differs");
    getChildren().addAll(plain, agrees, differs);
  }

  private static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /** Runs something whenever a colour or the font has changed. */
  void onChange(Runnable work) {
    for (Label label : List.of(plain, agrees, differs)) {
      label.textFillProperty().addListener((property, old, now) -> work.run());
    }
    plain.fontProperty().addListener((property, old, now) -> work.run());
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
