package latentlab.cli;

/** Whether somebody watches. */
final class Terminal {

  private static final String PROPERTY = "latentlab.terminal";

  private Terminal() {}

  /**
   * Whether standard error is a terminal.
   *
   * @return what the start script found out, since Java cannot ask about one stream; without it,
   *     true if standard input and output are terminals
   */
  @SuppressWarnings("SystemConsoleNull") // From Java 22 on, only right with jdk.console=java.base.
  static boolean isWatched() {
    String told = System.getProperty(PROPERTY);
    return told == null ? System.console() != null : Boolean.parseBoolean(told);
  }
}
