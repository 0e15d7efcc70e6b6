package latentlab.ui.classes;

import java.util.List;
import java.util.Locale;

/** Words for what the classifier says. */
final class Verdicts {

  private Verdicts() {}

  /** A tick and how sure it is, or a cross and what it sees instead. */
  static Mark mark(Verdict verdict, int asked, List<String> names) {
    String share = String.format(Locale.ROOT, "%.0f%%", 100 * verdict.probability());
    return verdict.label() == asked
        ? new Mark("\u2713 " + share, Mark.Kind.AGREES)
        : new Mark("\u2717 " + name(verdict.label(), names) + " " + share, Mark.Kind.DIFFERS);
  }

  /** The name of a class, or its number where it has none. */
  static String name(int label, List<String> names) {
    return label < names.size() ? names.get(label) : Integer.toString(label);
  }
}
