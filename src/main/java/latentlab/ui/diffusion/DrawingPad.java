package latentlab.ui.diffusion;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import latentlab.data.ImageShape;
import latentlab.models.denoising.Trajectory;
import latentlab.ui.picture.GridGeometry;
import latentlab.ui.picture.ImageGridView;
import latentlab.ui.text.Messages;

/** Draws an image of one's own with the mouse or a pen, or rubs out what is to be made anew. */
final class DrawingPad extends Region {

  private static final double SIDE = 224;

  private final DiffusionViewModel viewModel;
  private final ImageGridView grid = new ImageGridView(GridGeometry.Scaling.FILL, 0);
  private final BooleanProperty rubbing = new SimpleBooleanProperty();
  private Drawing drawing = new Drawing(new ImageShape(28, 28, 1));
  private double lastX;
  private double lastY;

  DrawingPad(DiffusionViewModel viewModel, Messages messages) {
    this.viewModel = viewModel;
    setId("drawing-pad");
    getStyleClass().add("drawing-pad");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(messages.text("diffusion.pad"));
    setMinSize(SIDE, SIDE);
    setPrefSize(SIDE, SIDE);
    setMaxSize(SIDE, SIDE);
    setCursor(Cursor.CROSSHAIR);
    getChildren().add(grid);
    viewModel
        .model()
        .addListener(
            (property, old, now) -> {
              if (now != null && !now.shape().equals(drawing.shape())) {
                drawing = new Drawing(now.shape());
                showDrawing();
              }
            });
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    showDrawing();
  }

  /** Whether the pointer rubs out instead of drawing. */
  BooleanProperty rubbing() {
    return rubbing;
  }

  Drawing drawing() {
    return drawing;
  }

  void clear() {
    drawing.clear();
    showDrawing();
  }

  void centre() {
    drawing.centre();
    showDrawing();
  }

  void rubLowerHalf() {
    drawing.rubLowerHalf();
    showDrawing();
  }

  void restore() {
    drawing.restore();
    showDrawing();
  }

  /** Takes over the first of the images that were made last. */
  void takeResult() {
    Trajectory whole = viewModel.finished().get();
    if (whole != null) {
      drawing.copy(whole.result());
      showDrawing();
    }
  }

  private void press(MouseEvent event) {
    lastX = column(event.getX());
    lastY = row(event.getY());
    stroke(lastX, lastY);
  }

  private void drag(MouseEvent event) {
    stroke(column(event.getX()), row(event.getY()));
  }

  private void stroke(double x, double y) {
    if (rubbing.get()) {
      drawing.rub(lastX, lastY, x, y);
    } else {
      drawing.draw(lastX, lastY, x, y);
    }
    lastX = x;
    lastY = y;
    showDrawing();
  }

  private double column(double x) {
    Rectangle2D area = area();
    return (x - area.getMinX()) / area.getWidth() * drawing.shape().width();
  }

  private double row(double y) {
    Rectangle2D area = area();
    return (y - area.getMinY()) / area.getHeight() * drawing.shape().height();
  }

  private Rectangle2D area() {
    Rectangle2D area = grid.pictureArea().get();
    return area.getWidth() > 0 ? area : new Rectangle2D(0, 0, SIDE, SIDE);
  }

  private void showDrawing() {
    grid.show(drawing.picture(), 1);
  }

  @Override
  protected void layoutChildren() {
    grid.resizeRelocate(1, 1, getWidth() - 2, getHeight() - 2);
  }
}
