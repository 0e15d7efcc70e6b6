package latentlab.ui.picture;

/**
 * How the values of grey images become colours. Images with three channels are left as they are.
 */
public enum ColourMap {
  /** 0 is black, 1 is white. */
  GREY(0x000000, 0xFFFFFF),
  /** 0 is white, 1 is black, as ink on paper. */
  INVERTED_GREY(0xFFFFFF, 0x000000),
  /**
   * Viridis by N. J. Smith, S. van der Walt and E. Firing, dedicated to the public (CC0): every
   * seventeenth of its 256 colours, with straight lines between them.
   */
  VIRIDIS(
      0x440154, 0x481A6C, 0x472F7D, 0x414487, 0x39568C, 0x31688E, 0x2A788E, 0x23888E, 0x1F988B,
      0x22A884, 0x35B779, 0x54C568, 0x7AD151, 0xA5DB36, 0xD2E21B, 0xFDE725);

  private static final int LEVELS = 256;
  private static final int OPAQUE = 0xFF000000;

  @SuppressWarnings("ImmutableEnumChecker") // Filled by the constructor and never handed out.
  private final int[] colours = new int[LEVELS];

  ColourMap(int... anchors) {
    for (int level = 0; level < LEVELS; level++) {
      float position = (float) level * (anchors.length - 1) / (LEVELS - 1);
      int before = Math.min((int) position, anchors.length - 2);
      float share = position - before;
      colours[level] =
          OPAQUE
              | mix(anchors[before], anchors[before + 1], share, 16)
              | mix(anchors[before], anchors[before + 1], share, 8)
              | mix(anchors[before], anchors[before + 1], share, 0);
    }
  }

  /**
   * The colour of a grey value.
   *
   * @param value 0 to 1; what lies outside is taken as the nearer end, NaN as 0
   * @return the colour as 0xFFRRGGBB
   */
  public int colour(float value) {
    return colours[level(value)];
  }

  /** Rounds a value to one of 256 levels. */
  static int level(float value) {
    return Math.max(0, Math.min(LEVELS - 1, (int) (value * (LEVELS - 1) + 0.5f)));
  }

  private static int mix(int from, int to, float share, int shift) {
    int a = (from >> shift) & 0xFF;
    int b = (to >> shift) & 0xFF;
    return Math.round(a + share * (b - a)) << shift;
  }
}
