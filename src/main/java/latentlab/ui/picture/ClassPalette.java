package latentlab.ui.picture;

/**
 * Ten colours for classes, which people with any of the three kinds of colour blindness can tell
 * apart, and which show on light and on dark grounds. They were found by a search that held the
 * luminance between 0.13 and 0.5 and made the least distance of two colours in CIELAB as large as
 * it could, in normal sight and as protanopia, deuteranopia and tritanopia see them (Machado,
 * Oliveira and Fernandes 2009): it is above 25 in all four.
 */
public final class ClassPalette {

  /** How many colours there are before they repeat. */
  public static final int SIZE = 10;

  private static final int[] COLOURS = {
    0x666677, 0x9900FF, 0x99BB66, 0xBB4400, 0xFF9922,
    0x9977FF, 0x99BBFF, 0x995544, 0x55CCAA, 0x3366AA
  };

  private ClassPalette() {}

  /**
   * The colour of a class.
   *
   * @param label the class, 0 or more; from {@link #SIZE} on the colours repeat
   * @return the colour as 0xRRGGBB
   */
  public static int colour(int label) {
    return COLOURS[Math.floorMod(label, SIZE)];
  }

  /**
   * The colour of a class for style sheets.
   *
   * @param label the class, 0 or more
   * @return such as {@code #9900ff}
   */
  public static String css(int label) {
    return String.format("#%06x", colour(label));
  }
}
