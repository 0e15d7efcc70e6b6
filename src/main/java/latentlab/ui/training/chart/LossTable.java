package latentlab.ui.training.chart;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** A training's losses as comma-separated values (RFC 4180), one row for each measurement. */
public final class LossTable {

  private static final String LINE_END = "\r\n";

  private LossTable() {}

  /**
   * Writes a history as text: {@code data,step} and a column for each term. {@code data} is {@code
   * training} (one batch), {@code training-epoch} (mean over an epoch) or {@code validation}. Where
   * a term was not measured its field is empty.
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
    int[] next = new int[curves.size()];
    OptionalLong step = leastStep(curves, next);
    while (step.isPresent()) {
      text.append(data).append(',').append(step.getAsLong());
      for (int i = 0; i < next.length; i++) {
        text.append(',');
        Curve curve = curves.get(i);
        if (next[i] < curve.size() && curve.step(next[i]) == step.getAsLong()) {
          text.append(curve.value(next[i]++));
        }
      }
      text.append(LINE_END);
      step = leastStep(curves, next);
    }
  }

  /** The first step for which a curve has a value that is not written yet. */
  private static OptionalLong leastStep(List<Curve> curves, int[] next) {
    return IntStream.range(0, next.length)
        .filter(i -> next[i] < curves.get(i).size())
        .mapToLong(i -> curves.get(i).step(next[i]))
        .min();
  }
}
