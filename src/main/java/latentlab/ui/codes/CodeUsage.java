package latentlab.ui.codes;

import java.util.stream.IntStream;
import latentlab.models.CodeMaps;

/**
 * How often each code occurs. Immutable.
 *
 * @param images how many images were looked at
 * @param counts [bookSize]; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record CodeUsage(int images, int[] counts) {

  static CodeUsage none(int bookSize) {
    return new CodeUsage(0, new int[bookSize]);
  }

  /** With the codes of more images. */
  CodeUsage plus(CodeMaps maps) {
    int[] sum = counts.clone();
    for (int code : maps.indices()) {
      sum[code]++;
    }
    return new CodeUsage(images + maps.count(), sum);
  }

  /** Codes that never occur. */
  int dead() {
    return (int) IntStream.of(counts).filter(count -> count == 0).count();
  }

  int most() {
    return IntStream.of(counts).max().orElse(0);
  }

  /**
   * The perplexity exp(-sum p_k ln p_k) of the code frequencies: as many codes, used equally often,
   * would be as varied. 0 without images.
   */
  double perplexity() {
    double total = IntStream.of(counts).asLongStream().sum();
    double entropy = 0;
    for (int count : counts) {
      if (count > 0) {
        entropy -= count / total * Math.log(count / total);
      }
    }
    return total == 0 ? 0 : Math.exp(entropy);
  }
}
