package latentlab.ui.diffusion;

import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.ui.form.FormSide;
import latentlab.ui.form.HelpLine;
import latentlab.ui.text.Messages;

/** The tab: what is wanted on the left, the step that is looked at on the right. */
final class DiffusionView extends StackPane {

  private static final double SPACING = 12;
  private static final double FORM_WIDTH = 348;

  private final DiffusionViewModel viewModel;
  private final Messages messages;
  private final HBox content;
  private final Label hint = new Label();
  private final Button open;
  private final VBox instead;

  DiffusionView(DiffusionViewModel viewModel, Runnable openBundled, Messages messages) {
    this.viewModel = viewModel;
    this.messages = messages;
    getStylesheets()
        .add(
            Objects.requireNonNull(DiffusionView.class.getResource("diffusion.css"), "style")
                .toExternalForm());
    getStyleClass().add("diffusion");
    InpaintingPad pad = new InpaintingPad(viewModel, messages);
    SamplingForm form = new SamplingForm(viewModel, pad, messages);
    FormSide side = new FormSide(form, FORM_WIDTH, "diffusion-side");
    StepPictures pictures = new StepPictures(viewModel, messages);
    VBox.setVgrow(pictures, Priority.ALWAYS);
    StepBar bar = new StepBar(viewModel, messages);
    ScheduleChart schedule = new ScheduleChart(viewModel, messages);
    VBox main =
        new VBox(
            SPACING,
            pictures,
            bar,
            schedule,
            new HelpLine("diffusion-footer", viewModel.problem(), messages.text("diffusion.help")));
    main.setPadding(new Insets(SPACING));
    HBox.setHgrow(main, Priority.ALWAYS);
    content = new HBox(side, main);
    hint.getStyleClass().addAll("text-muted", "hint");
    hint.setId("diffusion-hint");
    hint.setWrapText(true);
    open = new Button(messages.text("diffusion.bundled"));
    open.setId("diffusion-bundled");
    open.setTooltip(new Tooltip(messages.text("diffusion.bundled.tip")));
    open.setOnAction(event -> openBundled.run());
    instead = new VBox(SPACING, hint, open);
    instead.setAlignment(Pos.CENTER);
    getChildren().addAll(content, instead);
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.COMMA) {
            viewModel.stepBack();
          } else if (event.getCode() == KeyCode.PERIOD) {
            viewModel.stepForward();
          }
        });
    viewModel.stage().addListener((property, before, now) -> showStage());
    viewModel.problem().addListener((property, before, now) -> showStage());
    showStage();
  }

  private void showStage() {
    DiffusionViewModel.Stage stage = viewModel.stage().get();
    boolean ready = stage == DiffusionViewModel.Stage.READY;
    String problem = viewModel.problem().get();
    content.setVisible(ready);
    instead.setVisible(!ready);
    open.setVisible(stage == DiffusionViewModel.Stage.WITHOUT_DIFFUSION);
    hint.setText(
        switch (stage) {
          case WAITING -> problem.isEmpty() ? messages.text("latent.hint.waiting") : problem;
          case WITHOUT_DIFFUSION ->
              problem.isEmpty() ? messages.text("diffusion.hint.without") : problem;
          case READY -> "";
        });
  }
}
