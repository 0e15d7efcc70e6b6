package latentlab.ui.input;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import latentlab.ui.picture.GridGeometry;
import latentlab.ui.picture.ImageGridView;

/** Draws on an image with the mouse, a pen or a finger. For the JavaFX thread. */
public final class DrawingPad extends Region {

  private final ImageGridView grid = new ImageGridView(GridGeometry.Scaling.FILL, 0);
  private final DoubleProperty thickness =
      new SimpleDoubleProperty(this, "thickness", Stroke.USUAL_THICKNESS);
  private final double side;
  private DrawingSurface surface;
  private Runnable afterStroke = () -> {};
  private double lastX;
  private double lastY;

  /**
   * A square pad.
   *
   * @param surface what is drawn on at first
   * @param side width and height, in units of layout
   * @param name what readers of the screen call it
   */
  public DrawingPad(DrawingSurface surface, double side, String name) {
    this.surface = surface;
    this.side = side;
    setId("drawing-pad");
    getStyleClass().add("drawing-pad");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(name);
    setMinSize(side, side);
    setPrefSize(side, side);
    setMaxSize(side, side);
    setCursor(Cursor.CROSSHAIR);
    getChildren().add(grid);
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    refresh();
  }

  /**
   * Draws on something else from now on.
   *
   * @param next what to draw on
   */
  public void drawOn(DrawingSurface next) {
    surface = next;
    refresh();
  }

  /**
   * The thickness of the next strokes.
   *
   * @return pixels of an image of 28x28
   */
  public DoubleProperty thickness() {
    return thickness;
  }

  /**
   * Says what happens after each stroke.
   *
   * @param action is run on the JavaFX thread, in place of any action before
   */
  public void setOnStroke(Runnable action) {
    afterStroke = action;
  }

  /** Shows the surface again after somebody else has changed it. */
  public void refresh() {
    grid.show(surface.picture(), 1);
  }

  private void press(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      lastX = column(event.getX());
      lastY = row(event.getY());
      stroke(lastX, lastY);
    }
  }

  private void drag(MouseEvent event) {
    if (event.isPrimaryButtonDown()) {
      stroke(column(event.getX()), row(event.getY()));
    }
  }

  private void stroke(double x, double y) {
    surface.draw(new Stroke(lastX, lastY, x, y, thickness.get()));
    lastX = x;
    lastY = y;
    refresh();
    afterStroke.run();
  }

  private double column(double x) {
    Rectangle2D area = area();
    return (x - area.getMinX()) / area.getWidth() * surface.shape().width();
  }

  private double row(double y) {
    Rectangle2D area = area();
    return (y - area.getMinY()) / area.getHeight() * surface.shape().height();
  }

  private Rectangle2D area() {
    Rectangle2D area = grid.pictureArea().get();
    return area.getWidth() > 0
        ? new Rectangle2D(area.getMinX() + 1, area.getMinY() + 1, area.getWidth(), area.getHeight())
        : new Rectangle2D(0, 0, side, side);
  }

  @Override
  protected void layoutChildren() {
    grid.resizeRelocate(1, 1, getWidth() - 2, getHeight() - 2);
  }
}
