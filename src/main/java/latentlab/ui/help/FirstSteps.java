package latentlab.ui.help;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.ui.text.Messages;

/**
 * Six sentences over the window, one after another, for those who open it for the first time. The
 * window behind stays in use. For the JavaFX thread.
 */
public final class FirstSteps {

  private static final double WIDTH = 460;

  private final FirstStepsViewModel viewModel;
  private final Messages messages;
  private final Label count = new Label();
  private final Label sentence = new Label();
  private final Button back = new Button();
  private final Button next = new Button();
  private final VBox card;

  /**
   * A card that is hidden until the view-model begins.
   *
   * @param viewModel tells which sentence is shown
   * @param messages the words
   */
  public FirstSteps(FirstStepsViewModel viewModel, Messages messages) {
    this.viewModel = viewModel;
    this.messages = messages;
    Button skip = new Button(messages.text("first-steps.skip"));
    skip.setId("first-steps-skip");
    skip.getStyleClass().add("flat");
    skip.setOnAction(event -> viewModel.end());
    back.setText(messages.text("first-steps.back"));
    back.setOnAction(event -> viewModel.back());
    next.setId("first-steps-next");
    next.getStyleClass().add("accent");
    next.setDefaultButton(false);
    next.setOnAction(event -> viewModel.next());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox buttons = new HBox(8, skip, gap, back, next);
    buttons.setAlignment(Pos.CENTER_LEFT);
    count.getStyleClass().add("text-muted");
    sentence.setWrapText(true);
    sentence.getStyleClass().add("first-steps-sentence");
    card = new VBox(count, sentence, buttons);
    card.setId("first-steps");
    card.getStyleClass().add("first-steps");
    card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    card.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            viewModel.end();
          }
        });
    StackPane.setAlignment(card, Pos.BOTTOM_CENTER);
    viewModel.step().addListener((property, old, now) -> show());
    viewModel.shown().addListener((property, old, now) -> show());
    show();
  }

  /**
   * The card.
   *
   * @return to be laid over the window; invisible while no sentence is shown
   */
  public Node view() {
    return card;
  }

  private void show() {
    int step = viewModel.step().get();
    card.setVisible(viewModel.shown().get());
    count.setText(messages.text("first-steps.count", step + 1, FirstStepsViewModel.STEPS));
    sentence.setText(messages.text("first-steps." + (step + 1)));
    back.setDisable(step == 0);
    boolean last = step == FirstStepsViewModel.STEPS - 1;
    next.setText(messages.text(last ? "first-steps.end" : "first-steps.next"));
  }
}
