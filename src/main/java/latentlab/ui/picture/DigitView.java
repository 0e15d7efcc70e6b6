package latentlab.ui.picture;

import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import latentlab.data.ImageBatch;

/**
 * One small image, enlarged by the largest whole number for which it fits. For the JavaFX thread.
 */
public final class DigitView extends Region {

  private final ImageGridView grid = new ImageGridView(GridGeometry.Scaling.WHOLE_NUMBERS, 0);

  /** A view that shows nothing yet. */
  public DigitView() {
    getStyleClass().add("digit-view");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(0, 0);
    getChildren().add(grid);
  }

  /**
   * How grey values become colours.
   *
   * @return grey at first
   */
  public ObjectProperty<ColourMap> colourMapProperty() {
    return grid.colourMapProperty();
  }

  /**
   * Shows an image.
   *
   * @param images a batch that holds it, with 1 or 3 channels
   * @param index which image of the batch, from 0
   */
  public void show(ImageBatch images, int index) {
    grid.ensureForm(images.shape(), 1, 1);
    grid.update(0, images, index, 1);
  }

  /** Shows nothing. */
  public void clear() {
    grid.clear();
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double top = snappedTopInset();
    grid.resizeRelocate(
        left,
        top,
        snapSizeX(getWidth()) - left - snappedRightInset(),
        snapSizeY(getHeight()) - top - snappedBottomInset());
  }
}
