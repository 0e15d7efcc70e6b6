package latentlab.engine.primitives;

/**
 * The geometry of a convolution with a square kernel. That of a transposed convolution is the
 * geometry of the convolution it mirrors, which has its output as input.
 *
 * @param input what the convolution reads
 * @param output what it gives
 * @param kernel the height and width of the kernel, in pixels
 * @param stride the distance of neighbouring positions of the kernel, in pixels
 * @param top rows of zeros above the image
 * @param left columns of zeros left of the image
 */
public record ConvolutionShape(
    FeatureShape input, FeatureShape output, int kernel, int stride, int top, int left) {

  /**
   * The geometry for an input.
   *
   * @param input the image
   * @param channels of the output
   * @param kernel the height and width of the kernel
   * @param stride between positions
   * @param padding what happens at the border
   * @return the geometry
   * @throws IllegalArgumentException if kernel or stride are below 1 or larger than the image
   */
  public static ConvolutionShape of(
      FeatureShape input, int channels, int kernel, int stride, Padding padding) {
    int smallest = Math.min(input.height(), input.width());
    if (kernel < 1 || stride < 1 || kernel > smallest || stride > smallest) {
      throw new IllegalArgumentException(
          String.format(
              "kernel %d and stride %d do not fit an image of %s: expected 1 to %d",
              kernel, stride, input, smallest));
    }
    boolean same = padding == Padding.SAME;
    int height = positions(input.height(), kernel, stride, same);
    int width = positions(input.width(), kernel, stride, same);
    return new ConvolutionShape(
        input,
        new FeatureShape(height, width, channels),
        kernel,
        stride,
        same ? before(input.height(), height, kernel, stride) : 0,
        same ? before(input.width(), width, kernel, stride) : 0);
  }

  /**
   * The convolution that a transposed convolution mirrors.
   *
   * @param input of the transposed convolution
   * @param output of the transposed convolution
   * @param kernel the height and width of the kernel
   * @param stride between positions
   * @param padding of the mirrored convolution
   * @return a geometry from {@code output} to {@code input}
   * @throws IllegalArgumentException if there is none
   */
  public static ConvolutionShape mirrored(
      FeatureShape input, FeatureShape output, int kernel, int stride, Padding padding) {
    ConvolutionShape mirror = of(output, input.channels(), kernel, stride, padding);
    if (!mirror.output().equals(input)) {
      throw new IllegalArgumentException(
          String.format(
              "a transposed convolution with kernel %d and stride %d to %s needs %s, not %s",
              kernel, stride, output, mirror.output(), input));
    }
    return mirror;
  }

  /**
   * The number of weights.
   *
   * @return output channels * input channels * kernel * kernel, the order in which they are stored
   */
  public int weightCount() {
    return output.channels() * input.channels() * kernel * kernel;
  }

  /**
   * The work of a pass over one image.
   *
   * @return multiplications with an addition, those with zeros at the border counted
   */
  public long multiplyAdds() {
    return (long) weightCount() * output.pixels();
  }

  /**
   * Zeros below the image.
   *
   * @return rows, 0 or more
   */
  public int bottom() {
    return after(input.height(), output.height(), top);
  }

  /**
   * Zeros right of the image.
   *
   * @return columns, 0 or more
   */
  public int right() {
    return after(input.width(), output.width(), left);
  }

  private int after(int size, int positions, int before) {
    return Math.max(0, (positions - 1) * stride + kernel - size - before);
  }

  private static int positions(int size, int kernel, int stride, boolean same) {
    return same ? (size + stride - 1) / stride : (size - kernel) / stride + 1;
  }

  private static int before(int size, int positions, int kernel, int stride) {
    return (Math.max(0, (positions - 1) * stride + kernel - size) + 1) / 2;
  }
}
