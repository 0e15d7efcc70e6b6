package latentlab.ui.classes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.ui.picture.GridGeometry;
import latentlab.ui.picture.ImageGridView;
import org.jspecify.annotations.Nullable;

/**
 * Images in lines, with a name before each group of lines and a mark at each image. For the JavaFX
 * thread.
 */
final class MarkedGrid extends Region {

  private static final double FONT_SIZE = 12;
  private static final double NAME_GAP = 8;

  /** The least side of an image that has room for a cross. */
  private static final double CROSS_SIDE = 18;

  /** The least side of an image that a tick does not hide. */
  private static final double TICK_SIDE = 28;

  private final MarkColours colours;
  private final Canvas overlay = new Canvas();
  private final Runnable relaid;
  private ImageGridView grid = new ImageGridView(GridGeometry.Scaling.FILL, 0);
  private CellLayout layout = new CellLayout(1, 1, 1, 0, false);
  private boolean arranged;
  private @Nullable ImageShape shape;
  private List<String> names = List.of();
  private int count = 1;
  private boolean words;
  private IntFunction<Optional<Mark>> marks = cell -> Optional.empty();
  private IntConsumer hovered = cell -> {};
  private IntConsumer clicked = cell -> {};
  private int under = -1;

  /** {@code relaid} is run when the images have to be shown anew, as their places have changed. */
  MarkedGrid(MarkColours colours, Runnable relaid) {
    this.colours = colours;
    this.relaid = relaid;
    setMinSize(0, 0);
    overlay.setMouseTransparent(true);
    getChildren().addAll(grid, overlay);
    setOnMouseMoved(event -> hover(cellAt(event.getX(), event.getY()).orElse(-1)));
    setOnMouseExited(event -> hover(-1));
    setOnMouseClicked(
        event -> cellAt(event.getX(), event.getY()).ifPresent(cell -> clicked.accept(cell)));
    // A change listener: an invalidation is told once only, until somebody asks for the value.
    colours.changed().addListener((property, before, now) -> paint());
  }

  /** What happens when the pointer is over another image; -1 for none. */
  void onHover(IntConsumer action) {
    hovered = action;
  }

  void onClick(IntConsumer action) {
    clicked = action;
  }

  /** Gives each image a mark; they are asked for at each {@link #paint}. */
  void setMarks(IntFunction<Optional<Mark>> next) {
    marks = next;
  }

  CellLayout cells() {
    return layout;
  }

  /** Says what is to be shown. Images of the same form stay until others come in their place. */
  void prepare(ImageShape newShape, List<String> newNames, int newCount, boolean wordsWanted) {
    boolean same =
        newShape.equals(shape)
            && newNames.equals(names)
            && newCount == count
            && wordsWanted == words;
    shape = newShape;
    names = List.copyOf(newNames);
    count = newCount;
    words = wordsWanted;
    if (!same) {
      arrange();
    }
    paint();
  }

  /** Shows images; before there is room for any they are left to who is told of new places. */
  void update(int cell, ImageBatch images) {
    if (arranged) {
      grid.update(cell, images);
    }
  }

  @Override
  protected void layoutChildren() {
    if (overlay.getWidth() != getWidth() || overlay.getHeight() != getHeight()) {
      overlay.setWidth(getWidth());
      overlay.setHeight(getHeight());
      arrange();
    }
    double left = namesWidth();
    grid.resizeRelocate(
        left, 0, Math.max(0, getWidth() - left), Math.max(0, getHeight() - bottom()));
    grid.layout();
    paint();
  }

  private double bottom() {
    return layout.captions() ? CellLayout.CAPTION_GAP : 0;
  }

  private double namesWidth() {
    double widest = names.stream().mapToDouble(name -> colours.widthOf(name)).max().orElse(0);
    return widest == 0 ? 0 : Math.ceil(widest) + NAME_GAP;
  }

  private void arrange() {
    ImageShape present = shape;
    if (present == null || getWidth() < 1 || getHeight() < 1) {
      return;
    }
    double aspect = (double) present.width() / present.height();
    CellLayout next =
        CellLayout.fit(
            Math.max(1, names.size()),
            count,
            aspect,
            getWidth() - namesWidth(),
            getHeight() - (words ? CellLayout.CAPTION_GAP : 0),
            words);
    if (next.gap() != layout.gap()) {
      grid = new ImageGridView(GridGeometry.Scaling.FILL, next.gap());
      getChildren().set(0, grid);
    }
    layout = next;
    grid.prepare(present, next.columns(), next.rows());
    arranged = true;
    requestLayout();
    relaid.run();
  }

  private void hover(int cell) {
    if (cell != under) {
      under = cell;
      hovered.accept(cell);
      paint();
    }
  }

  private Rectangle2D area(int cell) {
    Rectangle2D all = grid.pictureArea().get();
    double across = (all.getWidth() + layout.gap()) / layout.columns();
    double down = (all.getHeight() + layout.gap()) / layout.rows();
    return new Rectangle2D(
        grid.getLayoutX() + all.getMinX() + cell % layout.columns() * across,
        grid.getLayoutY() + all.getMinY() + Math.floorDiv(cell, layout.columns()) * down,
        Math.max(0, across - layout.gap()),
        Math.max(0, down - layout.gap()));
  }

  private OptionalInt cellAt(double x, double y) {
    if (shape == null || area(0).getWidth() < 1) {
      return OptionalInt.empty();
    }
    Rectangle2D first = area(0);
    int column = (int) Math.floor((x - first.getMinX()) / (first.getWidth() + layout.gap()));
    int row = (int) Math.floor((y - first.getMinY()) / (first.getHeight() + layout.gap()));
    int cell = row * layout.columns() + column;
    boolean inside = column >= 0 && column < layout.columns() && row >= 0 && row < layout.rows();
    return inside && layout.index(cell) < count && area(cell).contains(x, y)
        ? OptionalInt.of(cell)
        : OptionalInt.empty();
  }

  /** Draws names and marks anew. */
  void paint() {
    GraphicsContext canvas = overlay.getGraphicsContext2D();
    canvas.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
    if (shape == null || area(0).getWidth() < 1) {
      return;
    }
    canvas.setFont(Font.font(colours.font().getFamily(), FONT_SIZE));
    paintNames(canvas);
    for (int group = 0; group < Math.max(1, names.size()); group++) {
      for (int i = 0; i < count; i++) {
        int cell = layout.cell(group, i);
        marks.apply(cell).ifPresent(mark -> paint(canvas, area(cell), mark));
      }
    }
    if (under >= 0) {
      Rectangle2D cell = area(under);
      canvas.setStroke(colours.text());
      canvas.setLineWidth(1);
      canvas.strokeRect(
          cell.getMinX() - 1, cell.getMinY() - 1, cell.getWidth() + 2, cell.getHeight() + 2);
    }
  }

  private void paintNames(GraphicsContext canvas) {
    canvas.setFill(colours.text());
    canvas.setTextAlign(TextAlignment.RIGHT);
    canvas.setTextBaseline(VPos.CENTER);
    for (int group = 0; group < names.size(); group++) {
      Rectangle2D first = area(layout.cell(group, 0));
      Rectangle2D last = area(layout.cell(group, 0) + (layout.lines() - 1) * layout.columns());
      canvas.fillText(
          names.get(group), first.getMinX() - NAME_GAP, (first.getMinY() + last.getMaxY()) / 2);
    }
  }

  private void paint(GraphicsContext canvas, Rectangle2D cell, Mark mark) {
    Paint colour =
        switch (mark.kind()) {
          case PLAIN -> colours.text();
          case AGREES -> colours.agrees();
          case DIFFERS -> colours.differs();
        };
    if (mark.kind() == Mark.Kind.DIFFERS) {
      canvas.setStroke(colour);
      canvas.setLineWidth(cell.getWidth() < CROSS_SIDE ? 1 : 2);
      canvas.strokeRect(cell.getMinX(), cell.getMinY(), cell.getWidth(), cell.getHeight());
    }
    if (layout.captions()) {
      canvas.setFill(colour);
      canvas.setTextAlign(TextAlignment.CENTER);
      canvas.setTextBaseline(VPos.CENTER);
      canvas.fillText(
          mark.text(),
          cell.getMinX() + cell.getWidth() / 2,
          cell.getMaxY() + CellLayout.CAPTION_GAP / 2.0,
          cell.getWidth() + layout.gap());
    } else if (mark.kind() != Mark.Kind.PLAIN
        && cell.getWidth() >= (mark.kind() == Mark.Kind.AGREES ? TICK_SIDE : CROSS_SIDE)) {
      paintSign(canvas, cell, mark.kind(), colour);
    }
  }

  /** A tick or a cross in the corner. */
  private static void paintSign(
      GraphicsContext canvas, Rectangle2D cell, Mark.Kind kind, Paint colour) {
    double size = Math.min(8, cell.getWidth() / 4);
    double right = cell.getMaxX() - 3;
    double bottom = cell.getMaxY() - 3;
    canvas.setStroke(colour);
    canvas.setLineWidth(2);
    if (kind == Mark.Kind.AGREES) {
      canvas.strokePolyline(
          new double[] {right - size, right - 0.6 * size, right},
          new double[] {bottom - 0.4 * size, bottom, bottom - size},
          3);
    } else {
      canvas.strokeLine(right - size, bottom - size, right, bottom);
      canvas.strokeLine(right - size, bottom, right, bottom - size);
    }
  }
}
