package latentlab.ui.window;

import java.util.Optional;
import latentlab.ui.text.Language;

/**
 * What the window remembers from one use to the next. Immutable.
 *
 * @param place where it was, or empty to leave that to the desktop
 * @param maximized whether it filled the screen
 * @param theme its colours
 * @param tab the id of the tab in front; empty for the first
 * @param language of its words; empty for that of the system
 * @param introduced whether the sentences for newcomers have been shown
 * @param pinsShown whether the strip of pinned pictures is open
 */
public record WindowState(
    Optional<Place> place,
    boolean maximized,
    Theme theme,
    String tab,
    Optional<Language> language,
    boolean introduced,
    boolean pinsShown) {

  /** What a window that was never used begins with: something to drag. */
  public static final WindowState INITIAL =
      new WindowState(
          Optional.empty(), false, Theme.LIGHT, "latent-space", Optional.empty(), false, false);

  /**
   * A rectangle on the desktop, in pixels that are independent of the screen's density.
   *
   * @param x of the left edge
   * @param y of the upper edge
   * @param width at least 200
   * @param height at least 200
   */
  public record Place(double x, double y, double width, double height) {

    private static final double LEAST = 200;
    private static final double MOST = 100_000;

    /**
     * Checks that it can be a window.
     *
     * @throws IllegalArgumentException if it is too small or too far away
     */
    public Place {
      boolean near = Math.abs(x) < MOST && Math.abs(y) < MOST;
      boolean sized = width >= LEAST && width < MOST && height >= LEAST && height < MOST;
      if (!near || !sized) {
        throw new IllegalArgumentException("no place for a window");
      }
    }
  }
}
