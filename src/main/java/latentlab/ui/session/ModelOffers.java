package latentlab.ui.session;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import latentlab.ui.text.Messages;

/**
 * What a tab shows in place of its content while the explored model is not of its kind: a sentence
 * that says so, and a button for each model of the shelf that is. For the JavaFX thread.
 *
 * @param <T> what the tab keeps of such a model
 */
public final class ModelOffers<T> extends VBox {

  private static final double SPACING = 12;

  private final String tab;
  private final CapableModels<T> shelf;
  private final Function<T, Button> button;
  private final Messages messages;
  private final Label hint = new Label();
  private final VBox offers = new VBox(8);

  /**
   * Shows nothing yet.
   *
   * @param tab the id of the tab, by which the words begin: {@code TAB.hint.looking}, {@code alone}
   *     and {@code without}
   * @param shelf the models that are offered
   * @param id the model's id on the shelf
   * @param title the model's name for people
   * @param explore is given the model that is chosen
   * @param messages the words
   */
  public ModelOffers(
      String tab,
      CapableModels<T> shelf,
      Function<T, String> id,
      Function<T, String> title,
      Consumer<T> explore,
      Messages messages) {
    super(SPACING);
    this.tab = tab;
    this.shelf = shelf;
    this.messages = messages;
    this.button =
        model -> {
          Button made = new Button(title.apply(model));
          made.setId(tab + "-explore-" + id.apply(model));
          made.setOnAction(event -> explore.accept(model));
          return made;
        };
    hint.getStyleClass().addAll("text-muted", "hint");
    hint.setId(tab + "-hint");
    hint.setWrapText(true);
    offers.setAlignment(Pos.CENTER);
    getChildren().addAll(hint, offers);
    setAlignment(Pos.CENTER);
    setPadding(new Insets(SPACING));
  }

  /**
   * A model is on its way.
   *
   * @param problem what is shown in the place of the usual words, unless it is empty
   */
  public void showWaiting(String problem) {
    offers.getChildren().setAll(List.of());
    hint.setText(problem.isEmpty() ? messages.text("latent.hint.waiting") : problem);
  }

  /**
   * The explored model is of another kind.
   *
   * @param problem what is shown in the place of the usual words, unless it is empty
   */
  public void showOthers(String problem) {
    offers.getChildren().setAll(shelf.found().stream().map(button).toList());
    hint.setText(problem.isEmpty() ? messages.text(tab + ".hint." + key()) : problem);
  }

  private String key() {
    if (shelf.found().isEmpty()) {
      return shelf.looking().get() ? "looking" : "alone";
    }
    return "without";
  }
}
