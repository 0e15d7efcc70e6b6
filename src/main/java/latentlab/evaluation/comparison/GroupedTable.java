package latentlab.evaluation.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The part of a table with the figures of one group, as text in cells.
 *
 * @param group what the figures are about
 * @param header [columns], the first that of the names
 * @param rows [models][columns]; a row without any of the figures is left out
 */
record GroupedTable(FigureGroup group, List<String> header, List<List<String>> rows) {

  /** The groups of which a model has a figure, with headings, and the best values marked. */
  static List<GroupedTable> of(
      ComparisonTable table, Function<Figure, String> heading, UnaryOperator<String> mark) {
    List<GroupedTable> groups = new ArrayList<>();
    for (FigureGroup group : FigureGroup.values()) {
      List<Figure> figures =
          table.columns().stream().filter(figure -> figure.group() == group).toList();
      if (!figures.isEmpty()) {
        groups.add(of(table, group, figures, heading, mark));
      }
    }
    return groups;
  }

  private static GroupedTable of(
      ComparisonTable table,
      FigureGroup group,
      List<Figure> figures,
      Function<Figure, String> heading,
      UnaryOperator<String> mark) {
    List<String> header = new ArrayList<>(List.of("Model"));
    if (group == FigureGroup.COST) {
      header.add("Family");
    }
    figures.stream().map(heading).forEach(header::add);
    OptionalDouble[] best = figures.stream().map(table::best).toArray(OptionalDouble[]::new);
    List<List<String>> rows = new ArrayList<>();
    table
        .lines()
        .filter(row -> figures.stream().anyMatch(figure -> row.figure(figure).isPresent()))
        .forEach(
            row -> {
              List<String> cells = new ArrayList<>(List.of(row.name()));
              if (group == FigureGroup.COST) {
                cells.add(row.title());
              }
              for (int i = 0; i < best.length; i++) {
                cells.add(cell(row, figures.get(i), best[i], mark, table));
              }
              rows.add(cells);
            });
    return new GroupedTable(group, header, rows);
  }

  private static String cell(
      ComparisonRow row,
      Figure figure,
      OptionalDouble best,
      UnaryOperator<String> mark,
      ComparisonTable table) {
    OptionalDouble value = row.figure(figure);
    if (value.isEmpty()) {
      return "";
    }
    String text = figure.text(value.getAsDouble());
    boolean isModel = table.reference().filter(row::equals).isEmpty();
    return isModel && value.equals(best) ? mark.apply(text) : text;
  }

  /** The widest cell of each column. */
  int[] widths() {
    int[] widths = new int[header.size()];
    Arrays.setAll(
        widths,
        column ->
            Math.max(
                header.get(column).length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)));
    return widths;
  }
}
