package latentlab.engine.primitives;

/** What a convolution does at the border of an image. */
public enum Padding {
  /**
   * Zeros around the image, so that the output has ceil(size / stride) positions; where their
   * number is odd, the additional one comes before the image.
   */
  SAME,
  /** No zeros: the kernel stays inside the image. */
  VALID
}
