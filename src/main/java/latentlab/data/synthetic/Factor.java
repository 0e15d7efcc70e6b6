package latentlab.data.synthetic;

/**
 * What can be varied continuously about a drawn digit, each while all else stays.
 *
 * <p>The digit is fitted into its box after it was deformed. Distances of {@link #ELASTICITY},
 * {@link #WOBBLE} and {@link #TREMOR} are therefore those of a digit that fills the height of
 * MNIST's box; one that is wider than high is drawn smaller, and they with it. {@link #THICKNESS},
 * {@link #SIZE} and the shifts hold for the finished image. A digit shifted far may lose ink over
 * the border.
 */
public enum Factor {
  /** Width of the pen in pixels of the finished image. */
  THICKNESS(0.8, 7, 2.4),
  /** Lean to the right in degrees: the angle of what was upright, with heights kept. */
  SLANT(-60, 60, 0),
  /** Turn clockwise in degrees, after the slant. */
  ROTATION(-45, 45, 0),
  /** Larger side of the inked box in pixels; 20 is MNIST's. */
  SIZE(10, 20, 20),
  /** Width against height, before slant and rotation, as a multiple of the style's own. */
  ASPECT(0.4, 2.5, 1),
  /** Typical distance in pixels by which the smooth deformation moves a point. */
  ELASTICITY(0, 2.5, 0),
  /** Typical distance in pixels by which the writer misses each point of the style's strokes. */
  WOBBLE(0, 2.5, 0),
  /** Typical distance in pixels by which the hand shakes from one pixel of the line to the next. */
  TREMOR(0, 0.5, 0),
  /** Change of the pen's width along the strokes, as a part of the width. */
  PRESSURE(0, 0.5, 0),
  /** Shift to the right of the centre of mass in pixels. */
  SHIFT_X(-3, 3, 0),
  /** Shift downwards of the centre of mass in pixels. */
  SHIFT_Y(-3, 3, 0);

  private final double minimum;
  private final double maximum;
  private final double neutral;

  Factor(double minimum, double maximum, double neutral) {
    this.minimum = minimum;
    this.maximum = maximum;
    this.neutral = neutral;
  }

  /**
   * The smallest value that can be drawn.
   *
   * @return in the factor's own unit
   */
  public double minimum() {
    return minimum;
  }

  /**
   * The largest value that can be drawn.
   *
   * @return in the factor's own unit
   */
  public double maximum() {
    return maximum;
  }

  /**
   * The value for a digit as the style's skeleton has it: upright, undeformed, drawn with a usual
   * pen.
   *
   * @return in the factor's own unit
   */
  public double neutral() {
    return neutral;
  }

  /**
   * Refuses a value that cannot be drawn.
   *
   * @param value in the factor's own unit
   * @throws IllegalArgumentException if it is out of range or NaN
   */
  void check(double value) {
    if (!(value >= minimum && value <= maximum)) {
      throw new IllegalArgumentException(
          this + " is " + value + "; it must lie between " + minimum + " and " + maximum);
    }
  }
}
