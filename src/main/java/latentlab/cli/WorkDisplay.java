package latentlab.cli;

import latentlab.progress.Progress;

/** Where a command shows how far its work has come. Any thread may call it. */
interface WorkDisplay extends Progress, AutoCloseable {

  /**
   * Adds some words to the progress that is shown.
   *
   * @param note a few figures, such as the present loss
   */
  void note(String note);

  /**
   * Prints a line that stays.
   *
   * @param line without a line break
   */
  void println(String line);

  @Override
  void close();
}
