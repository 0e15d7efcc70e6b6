package latentlab.ui;

import latentlab.ui.text.Failures;
import latentlab.ui.text.Messages;

/** Explains, in one line, why no window can be opened and what to do. */
final class DisplayProblem {

  private DisplayProblem() {}

  static String explain(Throwable thrown, Messages messages) {
    String told = allMessages(thrown);
    if (told.contains("DISPLAY")) {
      return messages.text("display.missing");
    }
    if (told.contains("GTK") || told.contains("glass") || isLinkage(thrown)) {
      return messages.text("display.libraries", Failures.oneLine(root(thrown)));
    }
    return messages.text("display.other", Failures.oneLine(root(thrown)));
  }

  private static String allMessages(Throwable thrown) {
    StringBuilder all = new StringBuilder();
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      all.append(at.getMessage()).append(' ');
    }
    return all.toString();
  }

  private static boolean isLinkage(Throwable thrown) {
    return root(thrown) instanceof LinkageError;
  }

  private static Throwable root(Throwable thrown) {
    Throwable at = thrown;
    for (Throwable next = at.getCause(); next != null; next = at.getCause()) {
      at = next;
    }
    return at;
  }
}
