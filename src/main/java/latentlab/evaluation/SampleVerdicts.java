package latentlab.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.models.ImageClassifier.Features;

/**
 * {@link Metrics#CLASS_AGREEMENT}, {@link Metrics#SURE_SAMPLES}, {@link Metrics#CLASSES_COVERED}
 * and {@link Metrics#CLASS_ENTROPY}: what a classifier says of samples, gathered batch by batch.
 */
final class SampleVerdicts {

  private static final float SURE = 0.9f;

  /** A class is covered by one sample in this many. */
  private static final int COVERED = 20;

  private final LabelAgreement agreement = new LabelAgreement();
  private final long[] samplesOfClass;
  private long sure;

  SampleVerdicts(int classes) {
    this.samplesOfClass = new long[classes];
  }

  /**
   * Takes some verdicts in.
   *
   * @param probabilities [count, classes]
   * @param asked [count], the classes that were asked for; none if none were
   */
  void add(Features probabilities, int... asked) {
    agreement.add(probabilities, asked);
    for (int i = 0; i < probabilities.count(); i++) {
      int found = probabilities.greatest(i);
      samplesOfClass[found]++;
      if (probabilities.values()[i * probabilities.size() + found] >= SURE) {
        sure++;
      }
    }
  }

  /** The metrics of all that was taken in. */
  Map<String, Double> metrics() {
    long samples = Arrays.stream(samplesOfClass).sum();
    long covered =
        Arrays.stream(samplesOfClass).filter(count -> COVERED * count >= samples).count();
    Map<String, Double> metrics = new LinkedHashMap<>();
    agreement.put(Metrics.CLASS_AGREEMENT, metrics);
    metrics.put(Metrics.SURE_SAMPLES, (double) sure / samples);
    metrics.put(Metrics.CLASSES_COVERED, (double) covered);
    metrics.put(Metrics.CLASS_ENTROPY, entropy((double) samples));
    return metrics;
  }

  private double entropy(double samples) {
    double entropy = 0;
    for (long count : samplesOfClass) {
      if (count > 0) {
        entropy -= count / samples * Math.log(count / samples);
      }
    }
    return Math.max(0, entropy);
  }
}
