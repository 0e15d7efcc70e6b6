package latentlab.evaluation.comparison;

/** How a comparison is written down. */
public enum TableFormat {
  /** Columns in line, for a terminal: a table for each group of figures. */
  TEXT {
    @Override
    public String write(ComparisonTable table) {
      return TextTable.write(table);
    }
  },
  /** For slides and pages: a Markdown table for each group of figures, the best values bold. */
  MARKDOWN {
    @Override
    public String write(ComparisonTable table) {
      return MarkdownTable.write(table);
    }
  },
  /** For spreadsheets and programs: RFC 4180, every figure with all its digits. */
  CSV {
    @Override
    public String write(ComparisonTable table) {
      return CsvTable.write(table);
    }
  };

  /**
   * Writes a table.
   *
   * @param table any table
   * @return lines that all end in a line feed, for CSV in a carriage return and a line feed
   */
  public abstract String write(ComparisonTable table);
}
