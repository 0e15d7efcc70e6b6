package latentlab.ui.latent;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.data.ImageBatch;
import latentlab.evaluation.projection.PrincipalComponents;
import latentlab.models.LatentCodes;
import latentlab.ui.latent.points.ClassLegend;
import latentlab.ui.latent.points.NeighbourStrip;
import latentlab.ui.latent.points.PointsControls;
import latentlab.ui.latent.points.PointsLayout;
import latentlab.ui.latent.points.PointsOverlay;
import latentlab.ui.latent.points.PointsViewModel;
import latentlab.ui.latent.points.ScatterView;
import latentlab.ui.neighbours.NeighboursStrip;
import latentlab.ui.neighbours.NeighboursToggle;
import latentlab.ui.neighbours.NeighboursViewModel;
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
  private final PointPane pane;
  private final HBox pictures = new HBox(SPACING);
  private final Label hint = new Label();
  private final ObjectProperty<ViewMode> mode =
      new SimpleObjectProperty<>(this, "mode", ViewMode.GRID);
  private final PointsViewModel points;

  /** {@code useAsAnchor} takes a point through which a way is to lead. */
  LatentSpaceView(
      LatentSpaceViewModel viewModel,
      PointsViewModel points,
      NeighboursViewModel neighbours,
      Consumer<LatentPoint> useAsAnchor,
      Messages messages) {
    this.points = points;
    this.messages = messages;
    this.viewModel = viewModel;
    getStylesheets()
        .add(
            Objects.requireNonNull(LatentSpaceView.class.getResource("latent.css"), "latent.css")
                .toExternalForm());
    getStyleClass().add("latent-space");
    pane = new PointPane(viewModel, new NeighboursToggle(neighbours, messages), messages);
    PointsLink.join(viewModel, points);
    PointsOverlay overlay = new PointsOverlay(points);
    LatentPlaneView plane = new LatentPlaneView(viewModel, overlay, messages);
    PlaneControls controls = new PlaneControls(viewModel, messages);
    plane.grid().colourMapProperty().bind(controls.colours().valueProperty());
    pane.digit().colourMapProperty().bind(controls.colours().valueProperty());
    CodePane code =
        new CodePane(
            viewModel,
            points.problem(),
            () -> useAsAnchor.accept(viewModel.chosen().get()),
            messages);
    offerAnchor(plane, useAsAnchor);
    offerAnchor(pane, useAsAnchor);
    VBox.setVgrow(code, Priority.ALWAYS);
    side.getChildren().addAll(pane, code);
    points
        .cloud()
        .addListener(
            (observable, before, now) -> {
              PrincipalComponents components = now == null ? null : now.components();
              controls.offer(components);
              viewModel.sliders().offer(components);
            });
    ScatterView scatter = new ScatterView(points, this::reconstruct, Platform::runLater, messages);
    arrange(plane, scatter, overlay);
    NeighboursStrip copies = new NeighboursStrip(neighbours, messages);
    VBox main =
        new VBox(8, header(controls), modeBar(scatter), pictures, below(), copies, footer());
    VBox.setVgrow(pictures, Priority.ALWAYS);
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

  /** By the menu: the point under the pointer, or else the chosen one. */
  private void offerAnchor(Node node, Consumer<LatentPoint> useAsAnchor) {
    MenuItem item = new MenuItem(messages.text("latent.anchor"));
    item.setId("latent-anchor-item");
    ContextMenu menu = new ContextMenu(item);
    node.setOnContextMenuRequested(
        event -> {
          LatentPoint hovered = viewModel.hovered().get();
          LatentPoint point = hovered == null ? viewModel.chosen().get() : hovered;
          item.setOnAction(chosen -> useAsAnchor.accept(point));
          menu.show(node, event.getScreenX(), event.getScreenY());
          event.consume();
        });
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(SMALLEST_SIDE, Math.min(LARGEST_SIDE, getWidth() * SIDE_SHARE));
    double sideWidth = Math.floor(width);
    side.setMinWidth(sideWidth);
    side.setPrefWidth(sideWidth);
    side.setMaxWidth(sideWidth);
    pane.fitDigit(Math.floor(Math.min(sideWidth, getHeight() * DIGIT_SHARE)));
    super.layoutChildren();
  }

  /** What the main part shows. */
  ObjectProperty<ViewMode> mode() {
    return mode;
  }

  private ModeBar modeBar(ScatterView scatter) {
    return new ModeBar(mode, new PointsControls(points, scatter::resetView, messages), messages);
  }

  /** The legend and the neighbours, which take no room where there are no points. */
  private VBox below() {
    VBox below =
        new VBox(4, new ClassLegend(points, messages), new NeighbourStrip(points, messages));
    below.visibleProperty().bind(mode.map(now -> now != ViewMode.GRID));
    below.managedProperty().bind(below.visibleProperty());
    return below;
  }

  /** Points on the coordinates of the grid lie over it, others beside it. */
  private void arrange(LatentPlaneView plane, ScatterView scatter, PointsOverlay overlay) {
    HBox.setHgrow(plane, Priority.ALWAYS);
    HBox.setHgrow(scatter, Priority.ALWAYS);
    for (Region half : List.of(plane, scatter)) {
      half.setPrefWidth(1);
      half.managedProperty().bind(half.visibleProperty());
    }
    pictures.getChildren().addAll(plane, scatter);
    Runnable show =
        () -> {
          ViewMode now = mode.get();
          boolean over = now == ViewMode.BOTH && points.layout().get() == PointsLayout.PLANE;
          plane.setVisible(now != ViewMode.POINTS);
          scatter.setVisible(now != ViewMode.GRID && !over);
          overlay.setVisible(over);
        };
    mode.addListener((observable, before, now) -> show.run());
    points.layout().addListener((observable, before, now) -> show.run());
    show.run();
  }

  private CompletableFuture<ImageBatch> reconstruct(LatentCodes code, int label) {
    ExploredSpace space = viewModel.space().get();
    return space == null
        ? CompletableFuture.failedFuture(new CancellationException("the model has gone"))
        : space.decoders().get(Math.min(label, space.decoders().size() - 1)).decode(code);
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
                .flatMap(
                    problem ->
                        mode.map(
                            now -> {
                              boolean points = now == ViewMode.POINTS;
                              String help = points ? "points.help" : "latent.plane.help";
                              return problem.isEmpty() ? messages.text(help) : problem;
                            })));
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
