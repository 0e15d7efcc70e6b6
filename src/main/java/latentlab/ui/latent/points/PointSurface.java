package latentlab.ui.latent.points;

import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import latentlab.evaluation.projection.PlanePoints;
import latentlab.ui.picture.PixelSurface;
import org.jspecify.annotations.Nullable;

/** An area of painted points, in the pixels of the screen. For the JavaFX thread. */
final class PointSurface extends Region {

  private final ImageView picture = new ImageView();
  private final ObservableValue<Number> screenScale;
  private PointPainter painter;
  private @Nullable PixelSurface surface;

  /**
   * An empty area.
   *
   * @param radius of a disc, in the units of the scene
   * @param rim the width of its dark border, 0 for none
   */
  PointSurface(double radius, double rim) {
    painter = new PointPainter(radius, rim);
    picture.setManaged(false);
    picture.setSmooth(false);
    setMouseTransparent(true);
    getChildren().add(picture);
    screenScale =
        sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::renderScaleXProperty)
            .orElse(1.0);
    screenScale.addListener(
        (observable, before, now) ->
            painter = new PointPainter(radius * now.doubleValue(), rim * now.doubleValue()));
  }

  /** Paints points in place of those before. */
  void paint(ScatterWindow window, PointCloud cloud, PlanePoints points, Set<Integer> hidden) {
    double scale = screenScale.getValue().doubleValue();
    int width = (int) Math.floor(getWidth() * scale + 1e-6);
    int height = (int) Math.floor(getHeight() * scale + 1e-6);
    if (width < 1 || height < 1) {
      return;
    }
    PixelSurface target = surfaceOf(width, height);
    painter.paint(target.pixels(), width, window.onScreen(scale), cloud, points, hidden);
    target.changed(0, 0, width, height);
    picture.setFitWidth(width / scale);
    picture.setFitHeight(height / scale);
    picture.setVisible(true);
  }

  /** Shows nothing. */
  void clear() {
    picture.setVisible(false);
  }

  /** What shows the pixels, for tests. */
  Node picture() {
    return picture;
  }

  private PixelSurface surfaceOf(int width, int height) {
    PixelSurface present = surface;
    if (present == null || present.width() != width || present.pixels().length != width * height) {
      present = new PixelSurface(width, height);
      surface = present;
      picture.setImage(present.image());
    }
    return present;
  }
}
