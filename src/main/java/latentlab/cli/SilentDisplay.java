package latentlab.cli;

import java.io.PrintWriter;

/** Shows only the lines that stay: for files, pipes and programs that read the output. */
final class SilentDisplay implements WorkDisplay {

  private final PrintWriter out;

  SilentDisplay(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void report(long done, long total, String what) {}

  @Override
  public void note(String note) {}

  @Override
  public void println(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public void close() {}
}
