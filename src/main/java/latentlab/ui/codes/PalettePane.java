package latentlab.ui.codes;

import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import latentlab.ui.picture.GridGeometry;
import latentlab.ui.picture.ImageGridView;
import org.jspecify.annotations.Nullable;

/** What each code of the book draws at the chosen place; a click chooses. */
final class PalettePane extends Region {

  private static final int GAP = 4;

  private final CodesViewModel viewModel;
  private final ImageGridView grid = new ImageGridView(GridGeometry.Scaling.FILL, GAP);
  private final Rectangle used = new Rectangle();
  private final ReadOnlyIntegerWrapper under = new ReadOnlyIntegerWrapper(-1);
  private int columns = 1;
  private int rows = 1;
  private @Nullable Patch form;

  PalettePane(CodesViewModel viewModel, IntConsumer chosen) {
    this.viewModel = viewModel;
    setId("codes-palette");
    setMinSize(0, 0);
    used.getStyleClass().add("code-frame");
    used.setVisible(false);
    Pane over = new Pane(used);
    over.setMouseTransparent(true);
    getChildren().addAll(grid, over);
    viewModel.palette().addListener((property, old, now) -> show(now));
    viewModel.codes().addListener((property, old, now) -> frameUsed());
    grid.pictureArea().addListener((property, old, now) -> frameUsed());
    setOnMouseMoved(event -> under.set(codeAt(event.getX(), event.getY())));
    setOnMouseExited(event -> under.set(-1));
    setOnMouseClicked(
        event -> {
          int code = codeAt(event.getX(), event.getY());
          if (code >= 0) {
            chosen.accept(code);
          }
        });
  }

  /** The code under the pointer, or -1. */
  ReadOnlyIntegerProperty under() {
    return under.getReadOnlyProperty();
  }

  private void show(@Nullable PalettePart part) {
    CodeModel model = viewModel.model().get();
    if (part == null || model == null) {
      // Patches of another place stay until new ones come, if they have the same size.
      if (model == null || viewModel.cell().get() == CodesViewModel.NONE) {
        grid.clear();
        form = null;
      }
      frameUsed();
      return;
    }
    Patch patch = Patch.of(model, viewModel.cell().get(), 1);
    fitColumns(model.bookSize(), (double) patch.width() / patch.height());
    form = patch;
    grid.ensureForm(part.patches().shape(), columns, rows);
    grid.update(part.from(), part.patches());
    frameUsed();
  }

  /** As many columns as make the patches largest. */
  private void fitColumns(int codes, double aspect) {
    double best = 0;
    for (int tried = 1; tried <= codes; tried++) {
      int lines = (codes + tried - 1) / tried;
      double across = (getWidth() + GAP) / tried - GAP;
      double down = (getHeight() + GAP) / lines - GAP;
      double side = Math.min(across, down * aspect);
      if (side > best) {
        best = side;
        columns = tried;
        rows = lines;
      }
    }
  }

  private Rectangle2D area(int code) {
    Rectangle2D all = grid.pictureArea().get();
    double across = (all.getWidth() + GAP) / columns;
    double down = (all.getHeight() + GAP) / rows;
    return new Rectangle2D(
        all.getMinX() + code % columns * across,
        all.getMinY() + Math.floorDiv(code, columns) * down,
        Math.max(0, across - GAP),
        Math.max(0, down - GAP));
  }

  private int codeAt(double x, double y) {
    CodeModel model = viewModel.model().get();
    Rectangle2D all = grid.pictureArea().get();
    if (model == null || form == null || !all.contains(x, y)) {
      return -1;
    }
    int column = (int) ((x - all.getMinX()) * columns / (all.getWidth() + GAP));
    int row = (int) ((y - all.getMinY()) * rows / (all.getHeight() + GAP));
    int code = row * columns + column;
    return code < model.bookSize() && area(code).contains(x, y) ? code : -1;
  }

  private void frameUsed() {
    int[] codes = viewModel.codes().get();
    int cell = viewModel.cell().get();
    boolean known = codes != null && cell != CodesViewModel.NONE && form != null;
    used.setVisible(known);
    if (codes != null && known) {
      Rectangle2D place = area(codes[cell]);
      used.setX(place.getMinX() - 1);
      used.setY(place.getMinY() - 1);
      used.setWidth(place.getWidth() + 2);
      used.setHeight(place.getHeight() + 2);
    }
  }

  @Override
  protected void layoutChildren() {
    grid.resizeRelocate(0, 0, getWidth(), getHeight());
    frameUsed();
  }
}
