package latentlab.models.vqvae;

/**
 * How evenly codes are used.
 *
 * @param perplexity e to the entropy of the codes' frequencies: from 1, if there is a single code
 *     in use, to K, if all are used alike
 * @param share the part of the codes that are used at all, 0 to 1
 */
record CodeUse(double perplexity, double share) {

  /**
   * Counts.
   *
   * @param counts [K], how often each code was chosen; at least one was
   */
  static CodeUse of(long[] counts) {
    long total = 0;
    int used = 0;
    for (long count : counts) {
      total += count;
      used += count > 0 ? 1 : 0;
    }
    double entropy = 0;
    for (long count : counts) {
      if (count > 0) {
        double frequency = (double) count / total;
        entropy -= frequency * Math.log(frequency);
      }
    }
    return new CodeUse(Math.exp(entropy), (double) used / counts.length);
  }
}
