package latentlab.ui.latent;

/**
 * What an axis of the plane can be.
 *
 * @param principal whether it is a principal direction of the encoded images, or else a dimension
 * @param index which one, from 0
 */
record AxisChoice(boolean principal, int index) {

  /** The name for people. */
  String name() {
    return principal ? Numbers.principal(index) : Numbers.dimension(index);
  }
}
