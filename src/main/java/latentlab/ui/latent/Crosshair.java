package latentlab.ui.latent;

import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Shape;

/** Marks a place on the plane. Each line is drawn twice so that it shows on dark and on light. */
final class Crosshair extends Group {

  private static final double RADIUS = 7;

  private final Line[] lines = new Line[8];
  private final Circle ringBack = new Circle(RADIUS);
  private final Circle ring = new Circle(RADIUS);

  Crosshair() {
    setManaged(false);
    setMouseTransparent(true);
    for (int i = 0; i < lines.length; i++) {
      lines[i] = new Line();
      styled(lines[i], i < lines.length / 2 ? "crosshair-back" : "crosshair");
    }
    styled(ringBack, "crosshair-back");
    styled(ring, "crosshair");
    setVisible(false);
  }

  /** Marks a place by fractions of the area's sides; what lies outside is not marked. */
  void mark(Rectangle2D area, double fromLeft, double fromTop) {
    boolean inside = fromLeft >= 0 && fromLeft <= 1 && fromTop >= 0 && fromTop <= 1;
    setVisible(inside && area.getWidth() > 0);
    if (!isVisible()) {
      return;
    }
    double x = Math.rint(area.getMinX() + fromLeft * area.getWidth()) + 0.5;
    double y = Math.rint(area.getMinY() + fromTop * area.getHeight()) + 0.5;
    for (int i = 0; i < lines.length; i += 4) {
      place(lines[i], Math.min(area.getMinX(), x - RADIUS), y, x - RADIUS, y);
      place(lines[i + 1], x + RADIUS, y, Math.max(area.getMaxX(), x + RADIUS), y);
      place(lines[i + 2], x, Math.min(area.getMinY(), y - RADIUS), x, y - RADIUS);
      place(lines[i + 3], x, y + RADIUS, x, Math.max(area.getMaxY(), y + RADIUS));
    }
    for (Circle circle : new Circle[] {ringBack, ring}) {
      circle.setCenterX(x);
      circle.setCenterY(y);
    }
  }

  private static void place(Line line, double startX, double startY, double endX, double endY) {
    line.setStartX(startX);
    line.setStartY(startY);
    line.setEndX(endX);
    line.setEndY(endY);
  }

  private void styled(Shape shape, String styleClass) {
    shape.getStyleClass().add(styleClass);
    getChildren().add(shape);
  }
}
