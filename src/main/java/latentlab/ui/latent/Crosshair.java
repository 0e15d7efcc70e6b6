package latentlab.ui.latent;

import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Shape;

/**
 * Marks a place on the plane. Each line is drawn twice so that it shows on dark and on light. The
 * lines are short, as every pixel between the old place and the new one is painted anew.
 */
final class Crosshair extends Group {

  private static final double RADIUS = 7;
  private static final double REACH = 15;

  Crosshair() {
    setManaged(false);
    setMouseTransparent(true);
    for (String style : new String[] {"crosshair-back", "crosshair"}) {
      add(new Circle(RADIUS), style);
      add(new Line(-REACH, 0, -RADIUS, 0), style);
      add(new Line(RADIUS, 0, REACH, 0), style);
      add(new Line(0, -REACH, 0, -RADIUS), style);
      add(new Line(0, RADIUS, 0, REACH), style);
    }
    setVisible(false);
  }

  /** Marks a place by fractions of the area's sides; what lies outside is not marked. */
  void mark(Rectangle2D area, double fromLeft, double fromTop) {
    boolean inside = fromLeft >= 0 && fromLeft <= 1 && fromTop >= 0 && fromTop <= 1;
    setVisible(inside && area.getWidth() > 0);
    if (isVisible()) {
      setTranslateX(Math.rint(area.getMinX() + fromLeft * area.getWidth()) + 0.5);
      setTranslateY(Math.rint(area.getMinY() + fromTop * area.getHeight()) + 0.5);
    }
  }

  private void add(Shape shape, String styleClass) {
    shape.getStyleClass().add(styleClass);
    getChildren().add(shape);
  }
}
