package latentlab.ui.classes;

/**
 * What is said about a picture of a grid.
 *
 * @param text a few characters, shown where there is room
 * @param kind how it is framed
 */
record Mark(String text, Kind kind) {

  /** Told apart by shape, not by colour alone. */
  enum Kind {
    /** Words alone. */
    PLAIN,
    /** The classifier sees what was asked for. */
    AGREES,
    /** It sees something else. */
    DIFFERS
  }
}
