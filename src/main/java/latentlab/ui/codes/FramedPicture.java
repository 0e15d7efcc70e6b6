package latentlab.ui.codes;

import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import latentlab.data.ImageBatch;
import latentlab.ui.picture.GridGeometry;
import latentlab.ui.picture.ImageGridView;
import org.jspecify.annotations.Nullable;

/** One image, in which the place of a code can be framed. */
final class FramedPicture extends Region {

  private final ImageGridView grid = new ImageGridView(GridGeometry.Scaling.FILL, 0);
  private final Rectangle frame = new Rectangle();
  private @Nullable ImageBatch image;
  private @Nullable Patch framed;

  FramedPicture(String accessibleText) {
    grid.setAccessibleText(accessibleText);
    frame.getStyleClass().add("code-frame");
    frame.setVisible(false);
    Pane over = new Pane(frame);
    over.setMouseTransparent(true);
    getChildren().addAll(grid, over);
    setMinSize(0, 0);
    grid.pictureArea().addListener((property, old, now) -> place());
  }

  void show(@Nullable ImageBatch next) {
    image = next;
    if (next == null) {
      grid.clear();
    } else {
      grid.ensureForm(next.shape(), 1, 1);
      grid.update(0, next);
    }
    place();
  }

  void frame(@Nullable Patch next) {
    framed = next;
    place();
  }

  private void place() {
    Patch patch = framed;
    ImageBatch present = image;
    frame.setVisible(patch != null && present != null);
    if (patch != null && present != null) {
      Rectangle2D area = grid.pictureArea().get();
      double scale = area.getWidth() / present.shape().width();
      frame.setX(grid.getLayoutX() + area.getMinX() + patch.left() * scale);
      frame.setY(grid.getLayoutY() + area.getMinY() + patch.top() * scale);
      frame.setWidth(patch.width() * scale);
      frame.setHeight(patch.height() * scale);
    }
  }

  @Override
  protected void layoutChildren() {
    grid.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
