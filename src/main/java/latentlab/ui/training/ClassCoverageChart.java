package latentlab.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import latentlab.training.TrainingEvent.SamplesSurveyed;

/**
 * How often each class is among a model's samples, over time: a row for each class, a column for
 * each epoch, the stronger the colour the more. An even model fills all rows alike; one that has
 * collapsed leaves rows empty.
 */
final class ClassCoverageChart extends Pane {

  private static final double LEAST_ROW_HEIGHT = 9;
  private static final double NAME_WIDTH = 58;
  private static final double SHARE_WIDTH = 38;
  private static final double WIDEST_CELL = 26;
  private static final double GAP = 1;

  /** More columns would be too narrow to be seen; the last are shown. */
  private static final int MOST_COLUMNS = 80;

  /** In equal shares: the share that is drawn in full colour. */
  private static final double FULL = 2;

  private final List<Label> names = new ArrayList<>();
  private final List<Label> shares = new ArrayList<>();
  private final List<Region> cells = new ArrayList<>();
  private int rows;
  private int columns;

  ClassCoverageChart() {
    getStyleClass().add("class-coverage");
    setMinWidth(0);
  }

  void show(List<SamplesSurveyed> surveys) {
    List<SamplesSurveyed> shown =
        surveys.subList(Math.max(0, surveys.size() - MOST_COLUMNS), surveys.size());
    columns = shown.size();
    rows = shown.isEmpty() ? 0 : shown.get(0).survey().classShares().size();
    clear();
    for (int row = 0; row < rows; row++) {
      SamplesSurveyed last = shown.get(columns - 1);
      names.add(label(nameOf(last, row), "class-coverage-name"));
      shares.add(label(percent(last, row), "class-coverage-share"));
      for (SamplesSurveyed survey : shown) {
        cells.add(cell(survey, row));
      }
    }
    List<Node> all = new ArrayList<>(names);
    all.addAll(shares);
    all.addAll(cells);
    getChildren().setAll(all);
    setMinHeight(rows * LEAST_ROW_HEIGHT);
    requestLayout();
  }

  private void clear() {
    names.clear();
    shares.clear();
    cells.clear();
  }

  private Region cell(SamplesSurveyed survey, int row) {
    double share = survey.survey().classShares().get(row);
    Region colour = new Region();
    colour.getStyleClass().add("class-coverage-cell");
    colour.setOpacity(Math.min(1, share * rows / FULL));
    Tooltip.install(
        colour,
        new Tooltip(
            String.format(
                Locale.ROOT,
                "%d: %s, %s",
                survey.epoch(),
                nameOf(survey, row),
                percent(survey, row))));
    return colour;
  }

  private static String nameOf(SamplesSurveyed survey, int row) {
    List<String> classes = survey.classNames();
    return row < classes.size() ? classes.get(row) : Integer.toString(row);
  }

  private static String percent(SamplesSurveyed survey, int row) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * survey.survey().classShares().get(row));
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinSize(0, 0);
    return label;
  }

  @Override
  protected double computePrefWidth(double height) {
    return NAME_WIDTH + SHARE_WIDTH + columns * WIDEST_CELL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return rows * LEAST_ROW_HEIGHT;
  }

  @Override
  protected void layoutChildren() {
    if (rows == 0) {
      return;
    }
    double height = getHeight() / rows;
    double width = Math.min(WIDEST_CELL, (getWidth() - NAME_WIDTH - SHARE_WIDTH) / columns);
    for (int row = 0; row < rows; row++) {
      double top = snapPositionY(row * height);
      double high = Math.max(1, snapPositionY((row + 1) * height) - top - GAP);
      names.get(row).resizeRelocate(0, top, NAME_WIDTH - 4, high);
      for (int column = 0; column < columns; column++) {
        double left = snapPositionX(NAME_WIDTH + column * width);
        double wide = snapPositionX(NAME_WIDTH + (column + 1) * width) - left - GAP;
        cells.get(row * columns + column).resizeRelocate(left, top, Math.max(1, wide), high);
      }
      shares.get(row).resizeRelocate(NAME_WIDTH + columns * width + 4, top, SHARE_WIDTH - 4, high);
    }
  }
}
