package latentlab.evaluation.comparison;

import java.util.List;

/** Writes comparisons for terminals; the best value of a column has a star. */
final class TextTable {

  private TextTable() {}

  static String write(ComparisonTable table) {
    StringBuilder out = new StringBuilder(table.caption()).append('\n');
    for (GroupedTable group : GroupedTable.of(table, Figure::label, text -> text + "*")) {
      out.append('\n').append(group.group().title()).append('\n');
      int[] widths = group.widths();
      append(out, group.header(), widths, group.group());
      group.rows().forEach(row -> append(out, row, widths, group.group()));
    }
    for (ComparisonRow row : table.rows()) {
      row.problem()
          .ifPresent(
              problem ->
                  out.append('\n').append(row.name()).append(": ").append(problem).append('\n'));
    }
    return out.toString();
  }

  /** Names to the left, figures to the right. */
  private static void append(
      StringBuilder out, List<String> cells, int[] widths, FigureGroup group) {
    StringBuilder line = new StringBuilder();
    int names = group == FigureGroup.COST ? 2 : 1;
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      String space = " ".repeat(widths[i] - cell.length());
      line.append(i == 0 ? "" : "  ").append(i < names ? cell + space : space + cell);
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }
}
