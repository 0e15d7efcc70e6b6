package latentlab.evaluation.comparison;

import java.util.List;
import java.util.stream.Collectors;

/** Writes comparisons as Markdown; the best value of a column is bold. */
final class MarkdownTable {

  private MarkdownTable() {}

  static String write(ComparisonTable table) {
    StringBuilder out = new StringBuilder(escaped(table.caption())).append("\n");
    for (GroupedTable group : GroupedTable.of(table, Figure::heading, text -> "**" + text + "**")) {
      out.append("\n### ").append(group.group().title()).append("\n\n");
      append(out, group.header());
      int names = group.group() == FigureGroup.COST ? 2 : 1;
      out.append("|---".repeat(names))
          .append("|---:".repeat(group.header().size() - names))
          .append("|\n");
      group.rows().forEach(row -> append(out, row));
    }
    for (ComparisonRow row : table.rows()) {
      row.problem()
          .ifPresent(
              problem ->
                  out.append('\n').append(escaped(row.name() + ": " + problem)).append('\n'));
    }
    return out.toString();
  }

  private static void append(StringBuilder out, List<String> cells) {
    out.append(
        cells.stream()
            .map(cell -> cell.isEmpty() ? "" : cell.startsWith("**") ? cell : escaped(cell))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /** Names are folders, which may be called anything. */
  private static String escaped(String text) {
    return text.replaceAll("[\\\\`*_|<>\\[\\]]", "\\\\$0").replaceAll("\\R", " ");
  }
}
