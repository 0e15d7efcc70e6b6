package latentlab.ui.training.chart;

import java.util.List;

/** A training's losses as comma-separated values (RFC 4180), one row for each measurement. */
public final class LossTable {

  private static final String LINE_END = "\r\n";

  private LossTable() {}

  /**
   * Writes a history as text: {@code data,step} and a column for each term. {@code data} is {@code
   * training} (one batch), {@code training-epoch} (mean over an epoch) or {@code validation}.
   *
   * @param history what was measured
   * @return a header line and the rows
   */
  public static String toCsv(LossHistory history) {
    List<String> terms = history.terms();
    StringBuilder text = new StringBuilder("data,step");
    terms.forEach(term -> text.append(',').append(term));
    text.append(LINE_END);
    append(text, "training", terms.stream().map(history::training).toList());
    append(text, "training-epoch", terms.stream().map(history::trainingMeans).toList());
    append(text, "validation", terms.stream().map(history::validation).toList());
    return text.toString();
  }

  private static void append(StringBuilder text, String data, List<Curve> curves) {
    int rows = curves.stream().mapToInt(Curve::size).min().orElse(0);
    for (int row = 0; row < rows; row++) {
      text.append(data).append(',').append(curves.get(0).step(row));
      for (Curve curve : curves) {
        text.append(',').append(curve.value(row));
      }
      text.append(LINE_END);
    }
  }
}
