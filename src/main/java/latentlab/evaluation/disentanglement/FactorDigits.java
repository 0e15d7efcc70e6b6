package latentlab.evaluation.disentanglement;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.data.ImageSet;
import latentlab.data.synthetic.DigitFactors;
import latentlab.data.synthetic.SyntheticDigits;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/**
 * Digits drawn from independent random factors.
 *
 * @param images labelled by their digits
 * @param levels of each factor [count], its value in each image, 0 to 9
 */
record FactorDigits(ImageSet images, Map<KnownFactor, int[]> levels) {

  private static final int PART = 250;

  /** Draws digits; the one at position i depends on the seed and i alone. */
  static FactorDigits draw(int count, Seed seed, Progress progress, Cancellation cancellation) {
    int size = SyntheticDigits.SHAPE.size();
    byte[] pixels = new byte[Math.multiplyExact(count, size)];
    byte[] labels = new byte[count];
    Map<KnownFactor, int[]> levels = new EnumMap<>(KnownFactor.class);
    for (KnownFactor factor : KnownFactor.values()) {
      levels.put(factor, new int[count]);
    }
    for (int i = 0; i < count; i++) {
      if (i % PART == 0) {
        cancellation.throwIfRequested();
        progress.report(i, count, "drawing digits of known factors");
      }
      RandomGenerator random = seed.derive("known-factors", i).generator();
      DigitFactors digit = DigitFactors.neutral(0, 0);
      for (Map.Entry<KnownFactor, int[]> known : levels.entrySet()) {
        int level = (int) (KnownFactor.LEVELS * random.nextDouble());
        known.getValue()[i] = level;
        digit = known.getKey().apply(digit, level);
      }
      System.arraycopy(SyntheticDigits.draw(digit), 0, pixels, i * size, size);
      labels[i] = (byte) digit.digit();
    }
    progress.report(count, count, "drawing digits of known factors");
    return new FactorDigits(new ImageSet(SyntheticDigits.SHAPE, pixels, labels), levels);
  }
}
