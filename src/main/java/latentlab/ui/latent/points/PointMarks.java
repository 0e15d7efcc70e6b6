package latentlab.ui.latent.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import latentlab.evaluation.projection.PlanePoints;

/** Rings around some points, and a cross where the chosen code lies. For the JavaFX thread. */
final class PointMarks extends Group {

  private static final double RING = 5;
  private static final double HOVER_RING = 6.5;
  private static final double ARM = 9;

  private final List<Circle> rings = new ArrayList<>();
  private final Circle hover = ring(HOVER_RING, "point-hover");
  private final Line across = line();
  private final Line upwards = line();

  PointMarks() {
    setManaged(false);
    setMouseTransparent(true);
    getChildren().addAll(across, upwards, hover);
    clear();
  }

  /** Marks nothing. */
  void clear() {
    rings.forEach(ring -> ring.setVisible(false));
    hover.setVisible(false);
    across.setVisible(false);
    upwards.setVisible(false);
  }

  /** Puts rings around points, and a cross at a place. */
  void show(ScatterWindow window, PlanePoints points, int[] ringed, Optional<PlanePoints> chosen) {
    for (int i = 0; i < Math.max(ringed.length, rings.size()); i++) {
      if (i == rings.size()) {
        Circle ring = ring(RING, "point-neighbour");
        rings.add(ring);
        getChildren().add(ring);
      }
      boolean present = i < ringed.length && ringed[i] < points.count();
      rings.get(i).setVisible(present);
      if (present) {
        place(rings.get(i), window, points, ringed[i]);
      }
    }
    across.setVisible(chosen.isPresent());
    upwards.setVisible(chosen.isPresent());
    chosen.ifPresent(place -> cross(window.pixelX(place.x(0)), window.pixelY(place.y(0))));
  }

  /** Marks the point under the pointer. */
  void showHovered(ScatterWindow window, PlanePoints points, OptionalInt point) {
    boolean present = point.isPresent() && point.getAsInt() < points.count();
    hover.setVisible(present);
    if (present) {
      place(hover, window, points, point.getAsInt());
    }
  }

  private void cross(double x, double y) {
    across.setStartX(x - ARM);
    across.setEndX(x + ARM);
    across.setStartY(y);
    across.setEndY(y);
    upwards.setStartX(x);
    upwards.setEndX(x);
    upwards.setStartY(y - ARM);
    upwards.setEndY(y + ARM);
  }

  private static void place(Circle ring, ScatterWindow window, PlanePoints points, int index) {
    ring.setCenterX(window.pixelX(points.x(index)));
    ring.setCenterY(window.pixelY(points.y(index)));
  }

  private static Circle ring(double radius, String styleClass) {
    Circle ring = new Circle(radius);
    ring.getStyleClass().add(styleClass);
    return ring;
  }

  private static Line line() {
    Line line = new Line();
    line.getStyleClass().add("point-chosen");
    return line;
  }
}
