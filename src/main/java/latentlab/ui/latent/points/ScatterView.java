package latentlab.ui.latent.points;

import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.collections.SetChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import latentlab.evaluation.projection.PlanePoints;
import latentlab.models.LatentCodes;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The points, with a wheel that zooms, a drag that pans, a click that chooses a point, and the
 * image of the point under the pointer. For the JavaFX thread.
 */
public final class ScatterView extends Region {

  private static final double RADIUS = 2.3;
  private static final double ZOOM_STEP = 1.2;
  private static final double KEY_STEP = 40;

  /** A press that moves no farther than this is a click. */
  private static final double CLICK_REACH = 4;

  private final PointsViewModel viewModel;
  private final PointDecoder decoder;
  private final Executor uiThread;
  private final PointSurface surface = new PointSurface(RADIUS, 0);
  private final PointMarks marks = new PointMarks();
  private final PointTooltip tooltip;
  private @Nullable ScatterWindow window;
  private OptionalInt hovered = OptionalInt.empty();
  private double pressedX;
  private double pressedY;
  private double lastX;
  private double lastY;
  private boolean dragged;
  private boolean windowByHand;

  /**
   * A view of the points.
   *
   * @param viewModel the points
   * @param decoder makes the reconstruction of the point under the pointer, elsewhere
   * @param uiThread the JavaFX thread
   * @param messages the words
   */
  public ScatterView(
      PointsViewModel viewModel, PointDecoder decoder, Executor uiThread, Messages messages) {
    this.viewModel = viewModel;
    this.decoder = decoder;
    this.uiThread = uiThread;
    tooltip = new PointTooltip(messages);
    setId("points-view");
    getStyleClass().add("points-view");
    setMinSize(120, 120);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(messages.text("points.accessible"));
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    getChildren().addAll(surface, marks, tooltip);
    viewModel.points().addListener((observable, before, now) -> pointsChanged(before, now));
    viewModel.layout().addListener((observable, before, now) -> layoutChanged());
    viewModel.neighbours().addListener((observable, before, now) -> mark());
    viewModel.hiddenClasses().addListener((SetChangeListener<Integer>) change -> paint());
    viewModel
        .thumbnails()
        .addListener((observable, before, now) -> hover(OptionalInt.empty(), 0, 0));
    listen();
  }

  /** Shows all points again. */
  public void resetView() {
    window = null;
    windowByHand = false;
    paint();
  }

  /** The part of the plane that is seen; null while there is nothing to see. */
  @Nullable ScatterWindow window() {
    return window;
  }

  @Override
  protected void layoutChildren() {
    boolean resized = surface.getWidth() != getWidth() || surface.getHeight() != getHeight();
    surface.resizeRelocate(0, 0, getWidth(), getHeight());
    if (resized) {
      if (!windowByHand) {
        window = null;
      }
      paint();
    }
  }

  private void layoutChanged() {
    hover(OptionalInt.empty(), 0, 0);
    resetView();
  }

  private void pointsChanged(@Nullable PlanePoints before, @Nullable PlanePoints now) {
    boolean others = before == null || now == null || before.count() != now.count();
    if (others) {
      windowByHand = false;
      hover(OptionalInt.empty(), 0, 0);
    }
    if (!windowByHand) {
      window = null;
    }
    paint();
  }

  private void paint() {
    PointCloud cloud = viewModel.cloud().get();
    PlanePoints points = viewModel.points().get();
    if (cloud == null || points == null || points.count() != cloud.count() || getWidth() < 1) {
      surface.clear();
      mark();
      return;
    }
    ScatterWindow seen = window;
    if (seen == null) {
      seen = ScatterWindow.around(points, getWidth(), getHeight());
      window = seen;
    }
    surface.paint(seen, cloud, points, viewModel.hiddenClasses());
    mark();
  }

  private void mark() {
    ScatterWindow seen = window;
    PlanePoints points = viewModel.points().get();
    if (seen == null || points == null) {
      marks.clear();
      return;
    }
    marks.show(
        seen, points, viewModel.neighbours().get(), viewModel.placeOf(viewModel.chosen().get()));
    marks.showHovered(seen, points, hovered);
  }

  private void listen() {
    setOnScroll(this::scrolled);
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(this::released);
    setOnMouseMoved(event -> hover(pointAt(event), event.getX(), event.getY()));
    setOnMouseExited(event -> hover(OptionalInt.empty(), 0, 0));
    setOnKeyPressed(this::keyPressed);
  }

  private void scrolled(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      zoom(event.getDeltaY() > 0 ? ZOOM_STEP : 1 / ZOOM_STEP, event.getX(), event.getY());
      event.consume();
    }
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    pressedX = event.getX();
    pressedY = event.getY();
    lastX = pressedX;
    lastY = pressedY;
    dragged = false;
  }

  private void dragged(MouseEvent event) {
    double way = Math.hypot(event.getX() - pressedX, event.getY() - pressedY);
    if (dragged || way > CLICK_REACH) {
      dragged = true;
      hover(OptionalInt.empty(), 0, 0);
      move(event.getX() - lastX, event.getY() - lastY);
      lastX = event.getX();
      lastY = event.getY();
    }
  }

  private void released(MouseEvent event) {
    if (!dragged && event.getButton() == MouseButton.PRIMARY) {
      pointAt(event).ifPresent(viewModel::choose);
    }
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> move(KEY_STEP, 0);
      case RIGHT, KP_RIGHT -> move(-KEY_STEP, 0);
      case UP, KP_UP -> move(0, KEY_STEP);
      case DOWN, KP_DOWN -> move(0, -KEY_STEP);
      case PLUS, ADD, EQUALS -> zoom(ZOOM_STEP, getWidth() / 2, getHeight() / 2);
      case MINUS, SUBTRACT -> zoom(1 / ZOOM_STEP, getWidth() / 2, getHeight() / 2);
      case HOME -> resetView();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Moves the points by so many pixels. */
  void move(double rightwards, double downwards) {
    ScatterWindow seen = window;
    if (seen != null) {
      window = seen.moved(rightwards, downwards);
      windowByHand = true;
      paint();
    }
  }

  /** Comes nearer to a place, or goes farther away. */
  void zoom(double factor, double x, double y) {
    ScatterWindow seen = window;
    if (seen != null) {
      window = seen.zoomed(factor, x, y);
      windowByHand = true;
      paint();
    }
  }

  private OptionalInt pointAt(MouseEvent event) {
    PointCloud cloud = viewModel.cloud().get();
    PlanePoints points = viewModel.points().get();
    ScatterWindow seen = window;
    return cloud == null || points == null || seen == null
        ? OptionalInt.empty()
        : PointFinder.at(
            event.getX(), event.getY(), seen, cloud, points, viewModel.hiddenClasses());
  }

  private void hover(OptionalInt point, double x, double y) {
    PointCloud cloud = viewModel.cloud().get();
    boolean other = !point.equals(hovered);
    hovered = point;
    if (point.isEmpty() || cloud == null) {
      tooltip.hide();
    } else if (viewModel.thumbnails().get()) {
      if (other) {
        tooltip.show(cloud, point.getAsInt());
        reconstruct(cloud, point);
      }
      tooltip.standBeside(x, y, getWidth(), getHeight());
    }
    if (other) {
      mark();
    }
  }

  private void reconstruct(PointCloud cloud, OptionalInt point) {
    LatentCodes code = LatentCodes.of(cloud.codes().code(point.getAsInt()));
    CompletableFuture<Void> unused =
        decoder
            .decode(code, cloud.label(point.getAsInt()))
            .thenAcceptAsync(
                decoded -> {
                  if (point.equals(hovered)) {
                    tooltip.showReconstruction(decoded);
                  }
                },
                uiThread);
  }
}
