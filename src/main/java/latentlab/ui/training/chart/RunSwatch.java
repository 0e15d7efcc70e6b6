package latentlab.ui.training.chart;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** A short piece of a run's curve, by which it is found again in the charts. */
final class RunSwatch {

  private static final double WIDTH = 26;
  private static final double HEIGHT = 10;

  private RunSwatch() {}

  static Node of(LossRun run) {
    Rectangle place = new Rectangle(WIDTH, HEIGHT);
    place.setOpacity(0);
    Line line = new Line(1, HEIGHT / 2, WIDTH - 1, HEIGHT / 2);
    line.getStyleClass().addAll("run-swatch", "run-look-" + run.look());
    Group swatch = new Group(place, line);
    swatch.setMouseTransparent(true);
    return swatch;
  }
}
