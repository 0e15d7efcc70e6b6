package latentlab.storage;

/** How exactly values are written. */
public enum Precision {
  /** IEEE 754 binary32: as they are in memory. */
  SINGLE(ElementType.F32),

  /**
   * IEEE 754 binary16: half the size, 11 significant bits, magnitudes up to 65,504; to the nearest,
   * ties to even.
   */
  HALF(ElementType.F16);

  private final ElementType type;

  Precision(ElementType type) {
    this.type = type;
  }

  /** The element type in the file. */
  ElementType type() {
    return type;
  }
}
