package latentlab.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A progress bar on the last line of a terminal, which makes room for the lines that stay. The bar
 * is drawn on standard error and the lines go to standard output, which may be a file.
 */
final class ProgressBarDisplay implements WorkDisplay {

  private static final int WIDTH = 100;
  private static final int UPDATE_MILLIS = 250;

  private final BottomLine line;
  private @Nullable ProgressBar bar;
  private String task = "";

  ProgressBarDisplay(PrintWriter out, PrintWriter terminal) {
    line = new BottomLine(out, terminal);
  }

  @Override
  public synchronized void report(long done, long total, String what) {
    ProgressBar shown = bar;
    if (shown == null || !what.equals(task)) {
      close();
      task = what;
      shown = build(what, total);
      bar = shown;
    }
    shown.maxHint(total);
    shown.stepTo(done);
  }

  @Override
  public synchronized void note(String note) {
    if (bar != null) {
      bar.setExtraMessage(" " + note);
    }
  }

  @Override
  public void println(String text) {
    line.printAbove(text);
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private ProgressBar build(String what, long total) {
    boolean unicode = Charset.defaultCharset().name().toUpperCase(Locale.ROOT).startsWith("UTF");
    return new ProgressBarBuilder()
        .setTaskName(what)
        .setInitialMax(total)
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        .setStyle(unicode ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
        .setConsumer(line)
        .build();
  }

  /** The line that is drawn over again, with carriage returns as the only control characters. */
  private static final class BottomLine implements ProgressBarConsumer {

    private final PrintWriter out;
    private final PrintWriter terminal;
    private String shown = "";

    BottomLine(PrintWriter out, PrintWriter terminal) {
      this.out = out;
      this.terminal = terminal;
    }

    @Override
    public int getMaxRenderedLength() {
      return WIDTH;
    }

    @Override
    public synchronized void accept(String rendered) {
      String text = rendered.stripTrailing();
      terminal.print("\r" + text + " ".repeat(Math.max(0, shown.length() - text.length())));
      terminal.flush();
      shown = text;
    }

    synchronized void printAbove(String text) {
      terminal.print("\r" + " ".repeat(shown.length()) + "\r");
      terminal.flush();
      out.println(text);
      out.flush();
      terminal.print(shown);
      terminal.flush();
    }

    @Override
    public synchronized void close() {
      if (!shown.isEmpty()) {
        terminal.println();
        terminal.flush();
        shown = "";
      }
    }
  }
}
