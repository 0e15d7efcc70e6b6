package latentlab.ui.codes;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** A bar for each code, as high as it is frequent; below a code that never occurs is a line. */
final class UsageChart extends Region {

  private static final double FOOT = 5;

  private final Canvas canvas = new Canvas();
  private final ReadOnlyIntegerWrapper under = new ReadOnlyIntegerWrapper(-1);
  private @Nullable CodeUsage usage;

  UsageChart() {
    setMinSize(0, 0);
    getChildren().add(canvas);
    setOnMouseMoved(
        event -> {
          CodeUsage present = usage;
          int code =
              present == null ? -1 : (int) (event.getX() * present.counts().length / getWidth());
          under.set(present == null || code >= present.counts().length ? -1 : code);
        });
    setOnMouseExited(event -> under.set(-1));
  }

  /** The code under the pointer, or -1. */
  ReadOnlyIntegerProperty under() {
    return under.getReadOnlyProperty();
  }

  void show(@Nullable CodeUsage next) {
    usage = next;
    draw();
  }

  private void draw() {
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    CodeUsage present = usage;
    if (present == null || present.images() == 0) {
      return;
    }
    int codes = present.counts().length;
    double width = canvas.getWidth() / codes;
    double height = canvas.getHeight() - FOOT;
    for (int code = 0; code < codes; code++) {
      double share = (double) present.counts()[code] / Math.max(1, present.most());
      pen.setFill(CodeColours.of(code));
      if (share > 0) {
        double bar = Math.max(1, share * height);
        pen.fillRect(code * width, height - bar, Math.max(1, width - 1), bar);
      } else {
        pen.setFill(Color.GRAY);
        pen.fillRect(code * width, height + 2, Math.max(1, width - 1), 2);
      }
    }
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }
}
