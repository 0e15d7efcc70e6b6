package latentlab.ui.latent;

import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import latentlab.ui.latent.points.PointsOverlay;
import latentlab.ui.latent.points.ScatterWindow;
import latentlab.ui.picture.GridGeometry;
import latentlab.ui.picture.ImageGridView;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/** The plane with its axes and the chosen point, and what pointer and keys do on it. */
final class LatentPlaneView extends Region {

  private static final double TOP = 10;
  private static final double RIGHT = 16;
  private static final double ZOOM_STEP = 1.15;

  private final LatentSpaceViewModel viewModel;
  private final ImageGridView grid = new ImageGridView(GridGeometry.Scaling.FILL, 0);
  private final PointsOverlay points;
  private final Rectangle frame = new Rectangle();
  private final PlaneAxes axes = new PlaneAxes();
  private final Crosshair crosshair = new Crosshair();

  LatentPlaneView(LatentSpaceViewModel viewModel, PointsOverlay points, Messages messages) {
    this.points = points;
    this.viewModel = viewModel;
    setId("latent-plane");
    getStyleClass().add("latent-plane");
    setMinSize(PlaneAxes.LEFT + RIGHT + 100, PlaneAxes.BOTTOM + TOP + 100);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(messages.text("latent.plane.accessible"));
    frame.getStyleClass().add("plane-frame");
    frame.setManaged(false);
    frame.setMouseTransparent(true);
    getChildren().addAll(grid, points, frame, axes, crosshair);
    viewModel.pictures().gridPart().addListener((observable, before, part) -> draw(part));
    viewModel.chosen().addListener((observable, before, now) -> markChosen());
    viewModel.plane().addListener((observable, before, now) -> requestLayout());
    grid.pictureArea().addListener((observable, before, now) -> drawAround());
    listenToPointer();
    setOnKeyPressed(this::keyPressed);
  }

  /** The images, whose colours can be set. */
  ImageGridView grid() {
    return grid;
  }

  @Override
  protected void layoutChildren() {
    grid.resizeRelocate(
        PlaneAxes.LEFT,
        TOP,
        Math.max(1, snapSizeX(getWidth()) - PlaneAxes.LEFT - RIGHT),
        Math.max(1, snapSizeY(getHeight()) - PlaneAxes.BOTTOM - TOP));
    drawAround();
  }

  private void draw(@Nullable GridPart part) {
    if (part == null) {
      grid.clear();
      return;
    }
    int cells = part.plane().cells();
    if (part.isCoarse()) {
      grid.showBlocks(part.images(), cells, cells, part.blockSide());
    } else {
      grid.ensureForm(part.images().shape(), cells, cells);
      grid.update(part.firstCell(), part.images());
    }
  }

  /** Where the images lie, in the coordinates of this node. */
  private Rectangle2D area() {
    Rectangle2D inGrid = grid.pictureArea().get();
    return new Rectangle2D(
        PlaneAxes.LEFT + inGrid.getMinX(),
        TOP + inGrid.getMinY(),
        inGrid.getWidth(),
        inGrid.getHeight());
  }

  private void drawAround() {
    Rectangle2D area = area();
    frame.setX(area.getMinX() - 0.5);
    frame.setY(area.getMinY() - 0.5);
    frame.setWidth(area.getWidth() + 1);
    frame.setHeight(area.getHeight() + 1);
    frame.setVisible(area.getWidth() > 0);
    PlaneGrid plane = viewModel.plane().get();
    axes.show(plane, area);
    placePoints(plane, area);
    markChosen();
  }

  private void placePoints(PlaneGrid plane, Rectangle2D area) {
    double range = plane.range();
    points.resizeRelocate(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
    points.show(
        new ScatterWindow(
            -range, range, area.getWidth() / (2 * range), area.getHeight() / (2 * range)));
  }

  private void markChosen() {
    LatentPoint chosen = viewModel.chosen().get();
    PlaneGrid plane = viewModel.plane().get();
    crosshair.mark(area(), plane.placeAcross(chosen), plane.placeFromTop(chosen));
  }

  private void listenToPointer() {
    setOnMouseMoved(this::pointerMoved);
    setOnMouseExited(event -> viewModel.leave());
    setOnMousePressed(
        event -> {
          requestFocus();
          if (area().contains(event.getX(), event.getY())) {
            choose(event);
          }
        });
    setOnMouseDragged(this::choose);
    setOnScroll(this::scrolled);
  }

  private void pointerMoved(MouseEvent event) {
    Rectangle2D area = area();
    if (area.contains(event.getX(), event.getY())) {
      viewModel.hover(fromLeft(area, event.getX()), fromTop(area, event.getY()));
    } else {
      viewModel.leave();
    }
  }

  private void choose(MouseEvent event) {
    Rectangle2D area = area();
    if (event.getButton() == MouseButton.PRIMARY && area.getWidth() > 0) {
      viewModel.choose(fromLeft(area, event.getX()), fromTop(area, event.getY()));
    }
  }

  private void scrolled(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      zoom(event.getDeltaY() > 0 ? 1 / ZOOM_STEP : ZOOM_STEP);
      event.consume();
    }
  }

  private void zoom(double factor) {
    viewModel.setRange(viewModel.plane().get().range() * factor);
  }

  private void keyPressed(KeyEvent event) {
    boolean far = event.isShiftDown();
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> viewModel.nudge(-1, 0, far);
      case RIGHT, KP_RIGHT -> viewModel.nudge(1, 0, far);
      case UP, KP_UP -> viewModel.nudge(0, 1, far);
      case DOWN, KP_DOWN -> viewModel.nudge(0, -1, far);
      case HOME -> viewModel.reset();
      case PLUS, ADD, EQUALS -> zoom(1 / ZOOM_STEP);
      case MINUS, SUBTRACT -> zoom(ZOOM_STEP);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private static double fromLeft(Rectangle2D area, double x) {
    return (x - area.getMinX()) / area.getWidth();
  }

  private static double fromTop(Rectangle2D area, double y) {
    return (y - area.getMinY()) / area.getHeight();
  }
}
