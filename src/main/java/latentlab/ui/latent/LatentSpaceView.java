package latentlab.ui.latent;

import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.ui.text.Messages;

/** The tab: the plane on the left, the point and its code on the right. */
final class LatentSpaceView extends StackPane {

  private static final double SIDE_SHARE = 0.31;
  private static final double SMALLEST_SIDE = 320;
  private static final double LARGEST_SIDE = 620;
  private static final double SPACING = 14;

  /** The part of the height that the large picture may take. */
  private static final double DIGIT_SHARE = 0.54;

  private final LatentSpaceViewModel viewModel;
  private final Messages messages;
  private final HBox content = new HBox(SPACING);
  private final VBox side = new VBox(SPACING);
  private final PointPane point;
  private final Label hint = new Label();

  LatentSpaceView(LatentSpaceViewModel viewModel, Messages messages) {
    this.messages = messages;
    this.viewModel = viewModel;
    getStylesheets()
        .add(
            Objects.requireNonNull(LatentSpaceView.class.getResource("latent.css"), "latent.css")
                .toExternalForm());
    getStyleClass().add("latent-space");
    point = new PointPane(viewModel, messages);
    LatentPlaneView plane = new LatentPlaneView(viewModel, messages);
    PlaneControls controls = new PlaneControls(viewModel, messages);
    plane.grid().colourMapProperty().bind(controls.colours().valueProperty());
    point.digit().colourMapProperty().bind(controls.colours().valueProperty());
    CodePane code = new CodePane(viewModel, messages);
    VBox.setVgrow(code, Priority.ALWAYS);
    VBox.setVgrow(plane, Priority.ALWAYS);
    side.getChildren().addAll(point, code);
    VBox main = new VBox(8, header(controls), plane, footer());
    HBox.setHgrow(main, Priority.ALWAYS);
    content.getChildren().addAll(main, side);
    content.setPadding(new Insets(SPACING));
    hint.getStyleClass().addAll("text-muted", "hint");
    hint.setId("latent-hint");
    hint.setWrapText(true);
    getChildren().addAll(content, hint);
    viewModel.stage().addListener((observable, before, now) -> showStage());
    viewModel.problem().addListener((observable, before, now) -> showStage());
    showStage();
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(SMALLEST_SIDE, Math.min(LARGEST_SIDE, getWidth() * SIDE_SHARE));
    double sideWidth = Math.floor(width);
    side.setMinWidth(sideWidth);
    side.setPrefWidth(sideWidth);
    side.setMaxWidth(sideWidth);
    point.fitDigit(Math.floor(Math.min(sideWidth, getHeight() * DIGIT_SHARE)));
    super.layoutChildren();
  }

  private HBox header(PlaneControls controls) {
    Label live = new Label(messages.text("latent.badge.live"));
    live.setId("live-badge");
    live.getStyleClass().add("live-badge");
    live.setTooltip(new Tooltip(messages.text("latent.badge.live.tooltip")));
    live.visibleProperty().bind(viewModel.live());
    live.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(controls, Priority.ALWAYS);
    HBox header = new HBox(8, controls, live);
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  /** One line of help, in whose place a problem is told, so that nothing moves. */
  private Label footer() {
    Label footer = new Label();
    footer.setId("latent-footer");
    footer.getStyleClass().add("text-muted");
    footer
        .textProperty()
        .bind(
            viewModel
                .problem()
                .map(problem -> problem.isEmpty() ? messages.text("latent.plane.help") : problem));
    return footer;
  }

  private void showStage() {
    LatentSpaceViewModel.Stage stage = viewModel.stage().get();
    boolean ready = stage == LatentSpaceViewModel.Stage.READY;
    String problem = viewModel.problem().get();
    content.setVisible(ready);
    hint.setVisible(!ready);
    hint.setText(
        switch (stage) {
          case WAITING -> problem.isEmpty() ? messages.text("latent.hint.waiting") : problem;
          case WITHOUT_LATENT_SPACE -> messages.text("latent.hint.without-latent-space");
          case READY -> "";
        });
  }
}
