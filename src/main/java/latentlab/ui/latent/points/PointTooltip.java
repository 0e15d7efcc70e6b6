package latentlab.ui.latent.points;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import latentlab.data.ImageBatch;
import latentlab.ui.picture.ClassPalette;
import latentlab.ui.picture.DigitView;
import latentlab.ui.text.Messages;

/** The image of a point and what the model makes of its code, beside the pointer. */
final class PointTooltip extends VBox {

  private static final double PICTURE = 86;
  private static final double DISTANCE = 16;

  private final Messages messages;
  private final DigitView original = picture("point-image");
  private final DigitView reconstruction = picture("point-reconstruction");
  private final Label caption = new Label();

  PointTooltip(Messages messages) {
    super(4);
    this.messages = messages;
    setId("point-tooltip");
    getStyleClass().add("point-tooltip");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(caption, new HBox(4, original, reconstruction));
  }

  /** Shows an image; its reconstruction may follow. */
  void show(PointCloud cloud, int index) {
    original.show(cloud.images().batch(index), 0);
    reconstruction.clear();
    String name = cloud.className(index);
    caption.setText(
        name.isEmpty()
            ? messages.text("points.tooltip", index)
            : messages.text("points.tooltip.class", index, name));
    setStyle("-fx-border-color: " + ClassPalette.css(cloud.label(index)));
    setVisible(true);
  }

  /** Shows what the model makes of the code of the image. */
  void showReconstruction(ImageBatch decoded) {
    reconstruction.show(decoded, 0);
  }

  void hide() {
    setVisible(false);
  }

  /** Stands beside a place, inside an area of some size. */
  void standBeside(double x, double y, double width, double height) {
    // Padding and border are known after the style sheets have been applied.
    applyCss();
    double ownWidth = prefWidth(-1);
    double ownHeight = prefHeight(-1);
    double left = x + DISTANCE + ownWidth <= width ? x + DISTANCE : x - DISTANCE - ownWidth;
    double top = Math.max(0, Math.min(height - ownHeight, y - ownHeight / 2));
    resizeRelocate(Math.rint(Math.max(0, left)), Math.rint(top), ownWidth, ownHeight);
  }

  private static DigitView picture(String id) {
    DigitView view = new DigitView();
    view.setId(id);
    view.setMinSize(PICTURE, PICTURE);
    view.setPrefSize(PICTURE, PICTURE);
    view.setMaxSize(PICTURE, PICTURE);
    return view;
  }
}
