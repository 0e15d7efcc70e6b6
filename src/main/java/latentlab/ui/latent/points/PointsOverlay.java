package latentlab.ui.latent.points;

import javafx.collections.SetChangeListener;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The points on the plane of the grid, to lie over it. For the JavaFX thread. */
public final class PointsOverlay extends Region {

  private static final double RADIUS = 2.4;
  private static final double RIM = 0.9;

  private final PointsViewModel viewModel;
  private final PointSurface surface = new PointSurface(RADIUS, RIM);
  private @Nullable ScatterWindow window;

  /**
   * An overlay that is not shown yet.
   *
   * @param viewModel the points
   */
  public PointsOverlay(PointsViewModel viewModel) {
    this.viewModel = viewModel;
    setId("points-overlay");
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
    getChildren().add(surface);
    viewModel.points().addListener((observable, before, now) -> paint());
    viewModel.hiddenClasses().addListener((SetChangeListener<Integer>) change -> paint());
    visibleProperty().addListener((observable, before, now) -> paint());
  }

  /**
   * Says which part of the plane lies beneath.
   *
   * @param next in the units of the scene, from the overlay's corner
   */
  public void show(ScatterWindow next) {
    window = next;
    paint();
  }

  @Override
  protected void layoutChildren() {
    surface.resizeRelocate(0, 0, getWidth(), getHeight());
    paint();
  }

  private void paint() {
    ScatterWindow seen = window;
    PointCloud cloud = viewModel.cloud().get();
    if (!isVisible() || seen == null || cloud == null) {
      surface.clear();
    } else {
      surface.paint(seen, cloud, viewModel.onPlane(cloud.codes()), viewModel.hiddenClasses());
    }
  }
}
