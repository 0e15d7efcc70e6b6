package latentlab.data.synthetic;

import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.random.Seed;

/**
 * An endless row of handwritten-looking digits in random order. Digit {@code i} depends on the seed
 * and on {@code i} alone: it is the same whatever the count, the thread or the machine. Immutable;
 * any thread may use it.
 */
public final class SyntheticDigits {

  /** The size of each image, that of MNIST. */
  public static final ImageShape SHAPE = new ImageShape(SoftPen.SIDE, SoftPen.SIDE, 1);

  private final Seed seed;

  /**
   * Describes a row; draws nothing yet.
   *
   * @param seed decides every digit
   */
  public SyntheticDigits(Seed seed) {
    this.seed = seed;
  }

  /**
   * The first digits of the row, with their labels.
   *
   * @param count how many, 0 or more
   * @return labelled 0 to 9, in random order, each digit equally likely
   * @throws IllegalArgumentException if the count is negative
   */
  public ImageSet images(int count) {
    return images(0, count);
  }

  /**
   * Digits of the row from one on, with their labels.
   *
   * @param from the place of the first, 0 or more
   * @param count how many, 0 or more
   * @return labelled 0 to 9, in random order, each digit equally likely
   * @throws IllegalArgumentException if a number is negative
   */
  public ImageSet images(int from, int count) {
    if (from < 0 || count < 0) {
      throw new IllegalArgumentException("cannot draw " + count + " digits from " + from + " on");
    }
    byte[] pixels = new byte[Math.multiplyExact(count, SHAPE.size())];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      SyntheticDigit digit = digit(from + i);
      System.arraycopy(digit.pixels(), 0, pixels, i * SHAPE.size(), SHAPE.size());
      labels[i] = (byte) digit.factors().digit();
    }
    return new ImageSet(SHAPE, pixels, labels);
  }

  /**
   * One digit of the row with its ground truth.
   *
   * @param index its place, 0 or more; the same as in {@link #images}
   * @return pixels and factors
   */
  public SyntheticDigit digit(int index) {
    DigitFactors factors = factors(index);
    return new SyntheticDigit(draw(factors), factors);
  }

  /**
   * What makes one digit of the row, without drawing it.
   *
   * @param index its place, 0 or more
   * @return the factors that {@link #digit} draws
   */
  public DigitFactors factors(int index) {
    return Handwriting.random(seed.derive("synthetic-digit", index));
  }

  /**
   * Draws a digit from given factors.
   *
   * @param factors what to draw; see {@link DigitFactors#with} to vary one of them
   * @return a new array, [28, 28], unsigned, 0 (black) to 255 (white)
   */
  public static byte[] draw(DigitFactors factors) {
    return new DigitDrawing(factors).draw();
  }
}
