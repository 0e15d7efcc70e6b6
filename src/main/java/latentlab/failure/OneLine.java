package latentlab.failure;

/** Keeps what is told to the user to one line, whatever was quoted in it. */
public final class OneLine {

  private OneLine() {}

  /**
   * Replaces line breaks and all other control characters, which a hostile file could use to fake
   * output on a terminal.
   *
   * @param text anything
   * @return the text with a space for each run of control characters
   */
  public static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean control = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hidden = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
      if (!hidden) {
        line.append(c);
      } else if (!control) {
        line.append(' ');
      }
      control = hidden;
    }
    return line.toString();
  }
}
