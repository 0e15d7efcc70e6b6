package latentlab.failure;

/** Shows in a message what was found, however long or strange it is. */
public final class Quoted {

  private static final int LONGEST = 60;

  private Quoted() {}

  /**
   * Puts text that came from outside in quotation marks.
   *
   * @param found what was found
   * @return the text in single quotation marks, on one line, cut after 60 characters
   */
  public static String text(String found) {
    String line =
        OneLine.of(found.length() > 4 * LONGEST ? found.substring(0, 4 * LONGEST) : found);
    return line.length() <= LONGEST ? "'" + line + "'" : "'" + line.substring(0, LONGEST) + "...'";
  }
}
