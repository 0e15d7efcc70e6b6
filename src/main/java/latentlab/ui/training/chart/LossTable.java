package latentlab.ui.training.chart;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** The losses of trainings as comma-separated values (RFC 4180), one row for each measurement. */
public final class LossTable {

  private static final String LINE_END = "\r\n";

  private LossTable() {}

  /**
   * Writes runs as text: {@code run,data,step} and a column for each term of any of them. {@code
   * data} is {@code training} (one batch), {@code training-epoch} (mean over an epoch) or {@code
   * validation}. Where a term was not measured its field is empty.
   *
   * @param runs what was measured
   * @return a header line and the rows
   */
  public static String toCsv(List<LossRun> runs) {
    List<String> terms =
        runs.stream().flatMap(run -> run.history().terms().stream()).distinct().toList();
    StringBuilder text = new StringBuilder("run,data,step");
    terms.forEach(term -> text.append(',').append(quoted(term)));
    text.append(LINE_END);
    for (LossRun run : runs) {
      LossHistory history = run.history();
      String name = quoted(run.name());
      append(text, name + ",training", terms.stream().map(history::training).toList());
      append(text, name + ",training-epoch", terms.stream().map(history::trainingMeans).toList());
      append(text, name + ",validation", terms.stream().map(history::validation).toList());
    }
    return text.toString();
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
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
