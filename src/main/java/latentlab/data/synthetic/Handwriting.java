package latentlab.data.synthetic;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.random.Seed;

/**
 * How people write digits: the probabilities of styles and factors. The ranges were set so that
 * ink, thickness, slant and width are distributed about as in MNIST.
 */
final class Handwriting {

  /** The average slant of each digit, 0 to 9, in degrees. */
  private static final int[] SLANTS = {12, 14, 9, 5, 13, 6, 3, 2, 7, 11};

  private Handwriting() {}

  /** The factors of a random digit, by this seed alone. */
  static DigitFactors random(Seed seed) {
    return random(seed.generator(), seed.derive("hand"));
  }

  /** The factors of a random digit with a given hand. */
  static DigitFactors random(RandomGenerator random, Seed hand) {
    int digit = (int) (10 * random.nextDouble());
    int style = randomStyle(StyleCatalog.stylesOf(digit), random);
    Map<Factor, Double> values = new EnumMap<>(Factor.class);
    values.put(Factor.THICKNESS, 2.45 * StrictMath.exp(0.27 * Bell.next(random)));
    values.put(Factor.SLANT, SLANTS[digit] + 13 * Bell.next(random));
    values.put(Factor.ROTATION, 4 * Bell.next(random));
    values.put(Factor.SIZE, 20 - 0.6 * random.nextDouble());
    values.put(Factor.ASPECT, StrictMath.exp(0.1 + 0.25 * Bell.next(random)));
    values.put(Factor.ELASTICITY, 0.2 + 0.5 * random.nextDouble());
    values.put(Factor.WOBBLE, 0.2 + 0.7 * random.nextDouble());
    values.put(Factor.TREMOR, 0.03 + 0.17 * random.nextDouble());
    values.put(Factor.PRESSURE, 0.15 * random.nextDouble());
    values.put(Factor.SHIFT_X, random.nextDouble() - 0.5);
    values.put(Factor.SHIFT_Y, random.nextDouble() - 0.5);
    return new DigitFactors(digit, style, hand, values);
  }

  private static int randomStyle(List<WritingStyle> styles, RandomGenerator random) {
    double total = styles.stream().mapToDouble(WritingStyle::weight).sum();
    double rest = total * random.nextDouble();
    int style = 0;
    while (style < styles.size() - 1 && rest >= styles.get(style).weight()) {
      rest -= styles.get(style).weight();
      style++;
    }
    return style;
  }
}
