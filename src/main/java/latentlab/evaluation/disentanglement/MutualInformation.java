package latentlab.evaluation.disentanglement;

/** Entropies and mutual information of discrete values, by their frequencies, in nats. */
final class MutualInformation {

  private MutualInformation() {}

  /**
   * The entropy of values.
   *
   * @param values [n], each from 0 to less than {@code size}
   * @param size how many values there can be
   */
  static double entropy(int[] values, int size) {
    long[] counts = new long[size];
    for (int value : values) {
      counts[value]++;
    }
    return entropy(counts, values.length);
  }

  /**
   * I(A; B) = H(A) + H(B) - H(A, B). Estimated by frequencies it is too great by about (a - 1) (b -
   * 1) / 2n (Miller 1955).
   *
   * @param first [n], each from 0 to less than {@code firstSize}
   * @param firstSize a, how many values the first can have
   * @param second [n], each from 0 to less than {@code secondSize}
   * @param secondSize b, how many values the second can have
   * @return at least 0
   */
  static double of(int[] first, int firstSize, int[] second, int secondSize) {
    long[] joint = new long[firstSize * secondSize];
    for (int i = 0; i < first.length; i++) {
      joint[first[i] * secondSize + second[i]]++;
    }
    return Math.max(
        0, entropy(first, firstSize) + entropy(second, secondSize) - entropy(joint, first.length));
  }

  private static double entropy(long[] counts, double all) {
    double entropy = 0;
    for (long count : counts) {
      if (count > 0) {
        entropy -= count / all * Math.log(count / all);
      }
    }
    return entropy;
  }
}
