package latentlab.ui.interpolation;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import latentlab.ui.form.FormSide;
import latentlab.ui.form.HelpLine;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.text.Messages;

/** The tab: the anchor that is edited and the choices on the left, the ways on the right. */
final class InterpolationView extends StackPane {

  private static final double SPACING = 10;
  private static final double SIDE_WIDTH = 320;

  private final InterpolationViewModel viewModel;
  private final InterpolationLink link;
  private final LatentModels latentModels;
  private final Consumer<ShelvedModel> explore;
  private final Messages messages;
  private final HBox content;
  private final Label hint = new Label();
  private final FlowPane others = new FlowPane(8, 8);
  private final VBox instead;
  private final InvalidationListener stageChanged = changed -> showStage();

  InterpolationView(
      InterpolationViewModel viewModel,
      InterpolationLink link,
      LatentModels latentModels,
      Consumer<ShelvedModel> explore,
      InterpolationExport export,
      Messages messages) {
    this.viewModel = viewModel;
    this.link = link;
    this.latentModels = latentModels;
    this.explore = explore;
    this.messages = messages;
    getStylesheets()
        .add(
            Objects.requireNonNull(
                    InterpolationView.class.getResource("interpolation.css"), "style")
                .toExternalForm());
    getStyleClass().add("interpolation");
    FormSide side =
        new FormSide(new PathForm(viewModel, messages), SIDE_WIDTH, "interpolation-side");
    LanePictures pictures = new LanePictures(viewModel);
    VBox.setVgrow(pictures, Priority.ALWAYS);
    VBox main =
        new VBox(
            SPACING,
            new AnchorBar(viewModel, new ModelChoice(link, latentModels, messages), messages),
            pictures,
            new FilmBar(viewModel, export, messages),
            new LaneStrips(viewModel, messages),
            new HelpLine(
                "interpolation-footer", viewModel.message(), messages.text("interpolation.help")));
    main.setPadding(new Insets(SPACING));
    main.setMinWidth(0);
    HBox.setHgrow(main, Priority.ALWAYS);
    content = new HBox(side, main);
    hint.getStyleClass().addAll("text-muted", "hint");
    hint.setId("interpolation-hint");
    hint.setWrapText(true);
    hint.setTextAlignment(TextAlignment.CENTER);
    others.setAlignment(Pos.CENTER);
    others.setId("interpolation-others");
    instead = new VBox(SPACING, hint, others);
    instead.setAlignment(Pos.CENTER);
    instead.setPadding(new Insets(SPACING));
    getChildren().addAll(content, instead);
    viewModel
        .lanes()
        .addListener(
            (ListChangeListener<PathLane>)
                change -> {
                  viewModel.lanes().forEach(this::follow);
                  showStage();
                });
    latentModels.models().addListener((ListChangeListener<ShelvedModel>) change -> showStage());
    viewModel.lanes().forEach(this::follow);
    showStage();
  }

  /** Finds out which other models can be explored here, if the present one cannot. */
  void lookForModels() {
    if (stage() == PathLane.Stage.WITHOUT_LATENT_SPACE) {
      latentModels.look();
    }
  }

  private void follow(PathLane lane) {
    lane.stage().removeListener(stageChanged);
    lane.note().removeListener(stageChanged);
    lane.stage().addListener(stageChanged);
    lane.note().addListener(stageChanged);
  }

  private PathLane.Stage stage() {
    return viewModel.lanes().isEmpty()
        ? PathLane.Stage.WAITING
        : viewModel.lanes().get(0).stage().get();
  }

  private void showStage() {
    PathLane.Stage stage = stage();
    boolean ready = stage == PathLane.Stage.READY;
    content.setVisible(ready);
    instead.setVisible(!ready);
    others.getChildren().clear();
    hint.setText(
        viewModel.lanes().isEmpty()
            ? messages.text("latent.hint.waiting")
            : viewModel.lanes().get(0).note().get());
    if (stage == PathLane.Stage.WITHOUT_LATENT_SPACE) {
      hint.setText(hint.getText() + "\n" + messages.text("interpolation.without.others"));
      if (getScene() != null) {
        latentModels.look();
      }
      for (ShelvedModel model : latentModels.models()) {
        Button open = new Button(model.title());
        open.setOnAction(event -> explore.accept(model));
        others.getChildren().add(open);
      }
    }
  }

  /** Which models can be shown beneath each other, for tests. */
  InterpolationLink link() {
    return link;
  }
}
