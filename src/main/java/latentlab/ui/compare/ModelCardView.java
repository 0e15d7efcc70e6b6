package latentlab.ui.compare;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.data.ImageBatch;
import latentlab.ui.picture.ColourMap;
import latentlab.ui.picture.GridGeometry;
import latentlab.ui.picture.ImageGridView;
import latentlab.ui.text.Messages;

/** One model: the input as it sees it, where it errs, and what it draws. */
final class ModelCardView extends VBox {

  private static final double SIDE = 88;
  private static final double WIDTH = 3 * SIDE + 2 * 8 + 22;
  private static final double TITLE_HEIGHT = 38;
  private static final int SAMPLE_COLUMNS = 3;

  private final ComparedModelViewModel model;
  private final Messages messages;
  private final ImageGridView reconstruction = grid();
  private final ImageGridView error = grid();
  private final ImageGridView samples = grid();
  private final Label meanError = new Label();
  private final Label remark = new Label();
  private final Label noSamples = new Label();
  private final Button search = new Button();

  ModelCardView(ComparedModelViewModel model, Runnable searchFor, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("model-card");
    Label title = new Label(model.title());
    title.getStyleClass().add("model-card-title");
    title.setTooltip(new Tooltip(model.title()));
    title.setMaxWidth(WIDTH - 22);
    title.setWrapText(true);
    title.setAlignment(Pos.TOP_LEFT);
    // Two lines for all, so that the pictures of a row stand at one height.
    title.setMinHeight(TITLE_HEIGHT);
    title.setPrefHeight(TITLE_HEIGHT);
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    error.colourMapProperty().set(ColourMap.VIRIDIS);
    search.setText(messages.text("compare.search"));
    search.getStyleClass().add("small");
    search.setTooltip(new Tooltip(messages.text("compare.search.tip")));
    search.setOnAction(event -> searchFor.run());
    remark.setWrapText(true);
    remark.getStyleClass().addAll("text-muted", "text-small");
    noSamples.setText(messages.text("compare.no-samples"));
    noSamples.setWrapText(true);
    noSamples.setMaxWidth(SIDE);
    noSamples.getStyleClass().addAll("text-muted", "text-small");
    VBox instead = new VBox(6, remark, search);
    instead.setAlignment(Pos.CENTER_LEFT);
    instead.setMaxWidth(2 * SIDE);
    HBox seen = new HBox(8, framed(reconstruction), framed(error));
    StackPane left = new StackPane(seen, instead);
    left.setMinWidth(2 * SIDE + 8);
    Node drawn = framed(samples);
    drawn.visibleProperty().bind(noSamples.visibleProperty().not());
    HBox pictures = new HBox(8, left, new StackPane(drawn, noSamples));
    meanError.getStyleClass().addAll("text-muted", "text-small");
    getChildren().addAll(title, pictures, meanError);
    model.pictures().addListener((property, old, now) -> show());
    model.busy().addListener((property, old, now) -> show());
    seen.visibleProperty().bind(remark.textProperty().isEmpty());
    instead.visibleProperty().bind(remark.textProperty().isNotEmpty());
    visibleProperty().bind(model.comparable());
    managedProperty().bind(model.comparable());
    show();
  }

  private static ImageGridView grid() {
    return new ImageGridView(GridGeometry.Scaling.FILL, 1);
  }

  private static Node framed(ImageGridView grid) {
    StackPane frame = new StackPane(grid);
    frame.getStyleClass().add("picture-frame");
    frame.setMinSize(SIDE, SIDE);
    frame.setPrefSize(SIDE, SIDE);
    frame.setMaxSize(SIDE, Region.USE_PREF_SIZE);
    return frame;
  }

  private void show() {
    ModelPictures pictures = model.pictures().get();
    show(reconstruction, pictures.reconstruction(), 1);
    show(error, pictures.error(), 1);
    show(samples, pictures.samples(), SAMPLE_COLUMNS);
    boolean busy = model.busy().get();
    remark.setText(pictures.remark());
    search.setVisible(pictures.searchable());
    search.setManaged(pictures.searchable());
    search.setDisable(busy);
    noSamples.setVisible(!busy && pictures.samples().isEmpty());
    meanError.setText(
        pictures.reconstruction().isPresent()
            ? messages.text("compare.error", pictures.meanError())
            : busy ? messages.text("compare.working") : " ");
    reconstruction.setAccessibleText(messages.text("compare.seen.accessible", model.title()));
    error.setAccessibleText(messages.text("compare.error.accessible", model.title()));
    samples.setAccessibleText(messages.text("compare.samples.accessible", model.title()));
  }

  private static void show(ImageGridView grid, Optional<ImageBatch> images, int columns) {
    images.ifPresentOrElse(shown -> grid.show(shown, columns), grid::clear);
  }
}
