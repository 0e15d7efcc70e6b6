package latentlab.ui.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import org.jspecify.annotations.Nullable;

/**
 * Images in rows and columns, in the middle of the space that there is. Each pixel is drawn at the
 * resolution of the screen; only what changes is drawn again. For the JavaFX thread.
 */
public final class ImageGridView extends Region {

  private final ImageView picture = new ImageView();
  private final GridGeometry.Scaling scaling;
  private final int gap;
  private final ObjectProperty<ColourMap> colourMap =
      new SimpleObjectProperty<>(this, "colourMap", ColourMap.GREY);
  private final ReadOnlyObjectWrapper<Rectangle2D> pictureArea =
      new ReadOnlyObjectWrapper<>(this, "pictureArea", Rectangle2D.EMPTY);
  private final List<ImageScaler> scalers = new ArrayList<>();

  /** Pixels of the screen for each unit of layout. Held here, or its listener would be lost. */
  private final ObservableValue<Number> screenScale;

  private @Nullable GridContent content;
  private @Nullable GridGeometry geometry;
  private @Nullable PixelSurface surface;

  /**
   * An empty grid.
   *
   * @param scaling how the size of a cell is chosen
   * @param gap units of layout between two cells
   */
  public ImageGridView(GridGeometry.Scaling scaling, int gap) {
    this.scaling = scaling;
    this.gap = gap;
    getStyleClass().add("image-grid");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(0, 0);
    picture.setManaged(false);
    picture.setSmooth(false);
    getChildren().add(picture);
    screenScale =
        sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::renderScaleXProperty)
            .orElse(1.0);
    screenScale.addListener((observable, before, now) -> requestLayout());
    colourMap.addListener((observable, before, now) -> paintAll());
  }

  /**
   * How grey values become colours.
   *
   * @return grey at first
   */
  public ObjectProperty<ColourMap> colourMapProperty() {
    return colourMap;
  }

  /**
   * The part of this node that the grid covers, in its own coordinates.
   *
   * @return empty until there is a grid
   */
  public ReadOnlyObjectProperty<Rectangle2D> pictureArea() {
    return pictureArea.getReadOnlyProperty();
  }

  /** Shows nothing. */
  public void clear() {
    content = null;
    forgetSurface();
  }

  /**
   * Makes a grid of empty cells, to be filled by {@link #update}.
   *
   * @param shape the size of each image, with 1 or 3 channels
   * @param columns cells across
   * @param rows cells down
   */
  public void prepare(ImageShape shape, int columns, int rows) {
    ensureForm(shape, columns, rows);
    if (content != null) {
      content.clear();
      paintAll();
    }
  }

  /**
   * Makes a grid of empty cells unless there is one of this form, whose images then stay.
   *
   * @param shape the size of each image, with 1 or 3 channels
   * @param columns cells across
   * @param rows cells down
   */
  public void ensureForm(ImageShape shape, int columns, int rows) {
    if (content == null || !content.hasForm(shape, columns, rows)) {
      content = new GridContent(shape, columns, rows);
      forgetSurface();
      fitGeometry();
    }
  }

  /**
   * Shows images in place of those shown before.
   *
   * @param images at least one, with 1 or 3 channels
   * @param columns cells across
   */
  public void show(ImageBatch images, int columns) {
    int rows = (images.count() + columns - 1) / columns;
    if (images.count() < columns * rows) {
      prepare(images.shape(), columns, rows);
    } else {
      ensureForm(images.shape(), columns, rows);
    }
    update(0, images);
  }

  /**
   * Shows few images in place of those shown before: each square block of cells shows one of them
   * in all its cells. A coarse picture of what is to come.
   *
   * @param images one for each block, row by row, with 1 or 3 channels
   * @param columns cells across
   * @param rows cells down
   * @param side cells in each row and column of a block; the last ones may be cut off
   */
  public void showBlocks(ImageBatch images, int columns, int rows, int side) {
    ensureForm(images.shape(), columns, rows);
    GridContent present = content;
    if (present != null) {
      present.putBlocks(images, side);
      paint(0, columns * rows);
    }
  }

  /**
   * Shows images in the cells from one on; the others stay.
   *
   * @param firstCell the cell of the first image, counted row by row from 0
   * @param images images of the shape that the grid is made for
   * @throws IllegalStateException if there is no grid
   */
  public void update(int firstCell, ImageBatch images) {
    update(firstCell, images, 0, images.count());
  }

  void update(int firstCell, ImageBatch images, int firstImage, int count) {
    GridContent present = content;
    if (present == null) {
      throw new IllegalStateException("a grid must be prepared before it is updated");
    }
    present.put(firstCell, images, firstImage, count);
    paint(firstCell, count);
  }

  @Override
  protected void layoutChildren() {
    fitGeometry();
  }

  /** Makes a new surface where the space, the scale or the number of cells has changed. */
  private void fitGeometry() {
    GridContent present = content;
    double scale = screenScale.getValue().doubleValue();
    int spaceWidth =
        (int) Math.floor((getWidth() - snappedLeftInset() - snappedRightInset()) * scale + 1e-6);
    int spaceHeight =
        (int) Math.floor((getHeight() - snappedTopInset() - snappedBottomInset()) * scale + 1e-6);
    if (present == null || spaceWidth < 1 || spaceHeight < 1) {
      return;
    }
    GridGeometry fitted =
        GridGeometry.fit(
            present.shape(),
            present.columns(),
            present.rows(),
            (int) Math.round(gap * scale),
            scaling,
            spaceWidth,
            spaceHeight);
    if (surface == null || !fitted.equals(geometry)) {
      geometry = fitted;
      surface = new PixelSurface(fitted.width(), fitted.height());
      scalers.clear();
      paintAll();
      picture.setImage(surface.image());
    }
    place(fitted, spaceWidth, spaceHeight, scale);
  }

  private void place(GridGeometry fitted, int spaceWidth, int spaceHeight, double scale) {
    int marginLeft = (spaceWidth - fitted.width()) / 2;
    int marginTop = (spaceHeight - fitted.height()) / 2;
    double x = snappedLeftInset() + marginLeft / scale;
    double y = snappedTopInset() + marginTop / scale;
    picture.setFitWidth(fitted.width() / scale);
    picture.setFitHeight(fitted.height() / scale);
    picture.relocate(x, y);
    pictureArea.set(new Rectangle2D(x, y, fitted.width() / scale, fitted.height() / scale));
  }

  private void forgetSurface() {
    surface = null;
    geometry = null;
    scalers.clear();
    picture.setImage(null);
    requestLayout();
  }

  private void paintAll() {
    GridContent present = content;
    PixelSurface target = surface;
    if (present != null && target != null) {
      Arrays.fill(target.pixels(), 0);
      paint(0, present.columns() * present.rows());
    }
  }

  private void paint(int firstCell, int count) {
    GridContent present = content;
    GridGeometry cells = geometry;
    PixelSurface target = surface;
    if (present == null || cells == null || target == null || count == 0) {
      return;
    }
    for (int cell = firstCell; cell < firstCell + count; cell++) {
      if (present.isFilled(cell)) {
        paintCell(present, cells, target, cell);
      }
    }
    markChanged(cells, target, firstCell, firstCell + count - 1);
  }

  private void paintCell(GridContent present, GridGeometry cells, PixelSurface target, int cell) {
    int columns = cells.columns();
    int column = cell % columns;
    int row = cell / columns;
    if (column > 0
        && present.holdSameImage(cell, cell - 1)
        && cells.columnWidth(column) == cells.columnWidth(column - 1)) {
      copyCell(cells, target, cell, cell - 1);
    } else if (row > 0
        && present.holdSameImage(cell, cell - columns)
        && cells.rowHeight(row) == cells.rowHeight(row - 1)) {
      copyCell(cells, target, cell, cell - columns);
    } else {
      scaler(present.shape(), cells.columnWidth(column), cells.rowHeight(row))
          .draw(
              present.values(),
              cell * present.shape().size(),
              colourMap.get(),
              target.pixels(),
              startOf(cells, target, cell),
              target.width());
    }
  }

  /** Copies the pixels of a cell that shows the same image at the same size. */
  private static void copyCell(GridGeometry cells, PixelSurface target, int cell, int source) {
    int from = startOf(cells, target, source);
    int to = startOf(cells, target, cell);
    int width = cells.columnWidth(cell % cells.columns());
    int height = cells.rowHeight(cell / cells.columns());
    for (int y = 0; y < height; y++) {
      int down = y * target.width();
      System.arraycopy(target.pixels(), from + down, target.pixels(), to + down, width);
    }
  }

  private static int startOf(GridGeometry cells, PixelSurface target, int cell) {
    int row = cell / cells.columns();
    return cells.rowStart(row) * target.width() + cells.columnStart(cell % cells.columns());
  }

  private static void markChanged(GridGeometry cells, PixelSurface target, int first, int last) {
    int firstRow = first / cells.columns();
    int lastRow = last / cells.columns();
    int top = cells.rowStart(firstRow);
    int height = cells.rowStart(lastRow) + cells.rowHeight(lastRow) - top;
    if (firstRow == lastRow) {
      int firstColumn = first % cells.columns();
      int lastColumn = last % cells.columns();
      int left = cells.columnStart(firstColumn);
      int right = cells.columnStart(lastColumn) + cells.columnWidth(lastColumn);
      target.changed(left, top, right - left, height);
    } else {
      target.changed(0, top, cells.width(), height);
    }
  }

  private ImageScaler scaler(ImageShape shape, int width, int height) {
    int cellWidth = Math.max(1, width);
    int cellHeight = Math.max(1, height);
    for (int i = 0; i < scalers.size(); i++) {
      ImageScaler scaler = scalers.get(i);
      if (scaler.width() == cellWidth && scaler.height() == cellHeight) {
        return scaler;
      }
    }
    ImageScaler made = new ImageScaler(shape, cellWidth, cellHeight);
    scalers.add(made);
    return made;
  }
}
