package latentlab.ui.interpolation;

import latentlab.data.property.ImageProperty;

/** In what respect the images are to be changed. */
sealed interface Attribute {

  /** Nothing is changed. */
  Attribute NONE = new None();

  /** In none. */
  record None() implements Attribute {}

  /**
   * From one class to another.
   *
   * @param from the class whose mean code is subtracted
   * @param to the class whose mean code is added
   */
  record Classes(int from, int to) implements Attribute {}

  /**
   * In what can be measured of an image.
   *
   * @param property grows with the strength
   */
  record Measured(ImageProperty property) implements Attribute {}
}
