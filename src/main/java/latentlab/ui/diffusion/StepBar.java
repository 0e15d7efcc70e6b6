package latentlab.ui.diffusion;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Goes back and forth through the steps: play, one step, a slider over all of them. */
final class StepBar extends HBox {

  private static final double FIGURES_WIDTH = 292;

  private final DiffusionViewModel viewModel;
  private final Messages messages;
  private final Slider slider = new Slider(0, 1, 0);
  private final Button play;
  private final Label figures = new Label();
  private boolean showing;

  StepBar(DiffusionViewModel viewModel, Messages messages) {
    super(6);
    this.viewModel = viewModel;
    this.messages = messages;
    setAlignment(Pos.CENTER_LEFT);
    Button first = button("first", Feather.SKIP_BACK, () -> viewModel.goTo(0));
    Button back = button("back", Feather.CHEVRON_LEFT, viewModel::stepBack);
    play = button("play", Feather.PLAY, viewModel::playOrPause);
    Button forward = button("forward", Feather.CHEVRON_RIGHT, viewModel::stepForward);
    Button last =
        button("last", Feather.SKIP_FORWARD, () -> viewModel.goTo(viewModel.length().get()));
    slider.setId("diffusion-slider");
    slider.setAccessibleText(messages.text("diffusion.slider"));
    slider.setBlockIncrement(1);
    HBox.setHgrow(slider, Priority.ALWAYS);
    figures.setId("diffusion-figures");
    figures.setMinWidth(FIGURES_WIDTH);
    figures.setPrefWidth(FIGURES_WIDTH);
    figures.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(first, back, play, forward, last, slider, figures);
    slider
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              if (!showing) {
                viewModel.goTo((int) Math.round(now.doubleValue()));
              }
            });
    viewModel.length().addListener((property, old, now) -> showPosition());
    viewModel.position().addListener((property, old, now) -> showPosition());
    viewModel.frame().addListener((property, old, now) -> showFigures(now));
    viewModel
        .playing()
        .addListener(
            (property, old, now) ->
                play.setGraphic(new FontIcon(now ? Feather.PAUSE : Feather.PLAY)));
    showPosition();
    showFigures(null);
  }

  private void showPosition() {
    int length = viewModel.length().get();
    setDisable(length == 0);
    showing = true;
    slider.setMax(Math.max(1, length - 1));
    slider.setValue(Math.max(0, viewModel.position().get()));
    showing = false;
  }

  private void showFigures(@Nullable Frame frame) {
    DiffusionModel model = viewModel.model().get();
    if (frame == null || model == null) {
      figures.setText("");
      return;
    }
    double noise = Math.sqrt(1 - frame.alphaBar());
    figures.setText(
        messages.text(
            "diffusion.figures",
            Integer.toString(frame.t()),
            Integer.toString(model.schedule().steps()),
            String.format(Locale.ROOT, "%.3f", noise)));
  }

  private Button button(String name, Ikon icon, Runnable action) {
    Button button = new Button("", new FontIcon(icon));
    String help = messages.text("diffusion." + name);
    button.setId("diffusion-" + name);
    button.getStyleClass().add("button-icon");
    button.setTooltip(new Tooltip(help));
    button.setAccessibleText(help);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }
}
