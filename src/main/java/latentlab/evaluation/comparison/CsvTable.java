package latentlab.evaluation.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes comparisons as CSV (RFC 4180): all figures there are, also those that no model has, so
 * that files of several comparisons have the same columns.
 */
final class CsvTable {

  private CsvTable() {}

  static String write(ComparisonTable table) {
    List<String> header = new ArrayList<>(List.of("model", "family"));
    Arrays.stream(Figure.values()).map(Figure::key).forEach(header::add);
    header.add("problem");
    StringBuilder out = new StringBuilder();
    append(out, header);
    table.lines().forEach(row -> append(out, cells(row)));
    return out.toString();
  }

  private static List<String> cells(ComparisonRow row) {
    List<String> cells = new ArrayList<>(List.of(row.name(), row.family()));
    for (Figure figure : Figure.values()) {
      Double value = row.figures().get(figure);
      cells.add(value == null ? "" : number(value));
    }
    cells.add(row.problem().orElse(""));
    return cells;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static void append(StringBuilder out, List<String> cells) {
    out.append(cells.stream().map(CsvTable::quoted).collect(Collectors.joining(",", "", "\r\n")));
  }

  private static String quoted(String cell) {
    boolean special = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return special ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
