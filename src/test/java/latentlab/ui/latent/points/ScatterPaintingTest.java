package latentlab.ui.latent.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import latentlab.evaluation.projection.PlanePoints;
import latentlab.models.LatentCodes;
import latentlab.ui.picture.ClassPalette;
import org.junit.jupiter.api.Test;

class ScatterPaintingTest {

  private static final int WIDTH = 40;
  private static final int OPAQUE = 0xFF000000;

  /** One unit is one pixel; the origin is in the middle of 40 x 30 pixels. */
  private static final ScatterWindow WINDOW = new ScatterWindow(-20, 15, 1, 1);

  private final PlanePoints points = new PlanePoints(new float[] {-10, 5, 10.5f, -5.5f, 500, 0});
  private final PointCloud cloud = Clouds.of(new LatentCodes(3, 1, new float[3]));
  private final int[] pixels = new int[WIDTH * 30];

  private int pixel(int x, int y) {
    return pixels[y * WIDTH + x];
  }

  @Test
  void eachPointIsADiscInTheColourOfItsClass() {
    new PointPainter(2, 0).paint(pixels, WIDTH, WINDOW, cloud, points, Set.of());
    assertThat(pixel(10, 10)).isEqualTo(OPAQUE | ClassPalette.colour(0));
    assertThat(pixel(30, 20)).isEqualTo(OPAQUE | ClassPalette.colour(1));
    assertThat(pixel(31, 20)).isEqualTo(OPAQUE | ClassPalette.colour(1));
    assertThat(pixel(13, 10)).isZero();
    assertThat(pixel(20, 15)).isZero();
  }

  @Test
  void aHiddenClassIsNotPaintedAndWhatWasPaintedBeforeIsGone() {
    PointPainter painter = new PointPainter(2, 0);
    painter.paint(pixels, WIDTH, WINDOW, cloud, points, Set.of());
    painter.paint(pixels, WIDTH, WINDOW, cloud, points, Set.of(0));
    assertThat(pixel(10, 10)).isZero();
    assertThat(pixel(30, 20)).isNotZero();
  }

  @Test
  void aRimIsDarkAroundTheDisc() {
    new PointPainter(2, 2).paint(pixels, WIDTH, WINDOW, cloud, points, Set.of());
    assertThat(pixel(10, 10)).isEqualTo(OPAQUE | ClassPalette.colour(0));
    assertThat(pixel(13, 10)).isEqualTo(0xFF101010);
  }

  @Test
  void discsAtTheBorderAreCutOff() {
    PlanePoints corners = new PlanePoints(new float[] {-20, 15, 19.9f, -14.9f, 19.9f, 15});
    new PointPainter(3, 1).paint(pixels, WIDTH, WINDOW, cloud, corners, Set.of());
    assertThat(pixel(0, 0)).isEqualTo(OPAQUE | ClassPalette.colour(0));
    assertThat(pixel(39, 29)).isEqualTo(OPAQUE | ClassPalette.colour(1));
    assertThat(pixel(39, 0)).isEqualTo(OPAQUE | ClassPalette.colour(0));
  }

  @Test
  void theWindowAroundPointsShowsThemAllAtOneScale() {
    PlanePoints wide = new PlanePoints(new float[] {-4, 1, 6, 2, 0, 1.5f});
    ScatterWindow window = ScatterWindow.around(wide, 200, 100);
    assertThat(window.pixelX(-4)).isCloseTo(10, within(1e-9));
    assertThat(window.pixelX(6)).isCloseTo(190, within(1e-9));
    assertThat(window.pixelY(1.5)).isCloseTo(50, within(1e-9));
    assertThat(window.perUnitX()).isEqualTo(window.perUnitY());
    ScatterWindow one = ScatterWindow.around(new PlanePoints(new float[] {3, 3}), 200, 100);
    assertThat(one.pixelX(3)).isCloseTo(100, within(1e-3));
  }

  @Test
  void zoomingKeepsThePlaceUnderThePointerAndADragMovesWithTheHand() {
    ScatterWindow zoomed = WINDOW.zoomed(2.5, 12, 7);
    double x = WINDOW.left() + 12;
    double y = WINDOW.top() - 7;
    assertThat(zoomed.pixelX(x)).isCloseTo(12, within(1e-9));
    assertThat(zoomed.pixelY(y)).isCloseTo(7, within(1e-9));
    assertThat(zoomed.pixelX(x + 1)).isCloseTo(14.5, within(1e-9));
    ScatterWindow moved = zoomed.moved(3, -4);
    assertThat(moved.pixelX(x)).isCloseTo(15, within(1e-9));
    assertThat(moved.pixelY(y)).isCloseTo(3, within(1e-9));
  }

  @Test
  void theNearestPointThatIsShownIsUnderThePointer() {
    PlanePoints near = new PlanePoints(new float[] {0, 0, 3, 0, 3, 0});
    assertThat(PointFinder.at(22, 15, WINDOW, cloud, near, Set.of())).hasValue(2);
    assertThat(PointFinder.at(22, 15, WINDOW, cloud, near, Set.of(0))).hasValue(1);
    assertThat(PointFinder.at(21, 15, WINDOW, cloud, near, Set.of())).hasValue(0);
    assertThat(PointFinder.at(35, 15, WINDOW, cloud, near, Set.of())).isEmpty();
  }
}
