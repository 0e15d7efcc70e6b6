package latentlab.ui.classes;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.ui.input.ImageInput;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is beside the images: what is wanted, or the choice of the image whose hand is kept. */
final class Sides extends StackPane {

  private static final double PAD = 252;

  private final BooleanProperty choosing = new SimpleBooleanProperty(this, "choosing");

  Sides(ClassesViewModel viewModel, ModelChoice others, Messages messages) {
    getStyleClass().add("class-sides");
    ClassForm form = new ClassForm(viewModel, others, messages);
    Label title = new Label(messages.text("classes.hand.choose.title"));
    title.getStyleClass().add("sheet-title");
    Button back = new Button(messages.text("classes.hand.back"), new FontIcon(Feather.ARROW_LEFT));
    back.setId("classes-hand-back");
    back.setOnAction(event -> choosing.set(false));
    VBox input = new VBox(10, back, title, new ImageInput(viewModel.input(), PAD, messages));
    show(form, choosing.not().get());
    show(input, choosing.get());
    choosing.addListener(
        (property, old, now) -> {
          show(form, !now);
          show(input, now);
        });
    getChildren().addAll(form, input);
  }

  /** Whether an image is being chosen. */
  BooleanProperty choosing() {
    return choosing;
  }

  private static void show(Node part, boolean wanted) {
    part.setVisible(wanted);
    part.setManaged(wanted);
  }
}
