package latentlab.evaluation;

import java.util.Map;
import latentlab.models.ImageClassifier.Features;

/** How often a classifier finds the class that a label says, gathered batch by batch. */
final class LabelAgreement {

  private long right;
  private long images;

  /**
   * Takes some verdicts in.
   *
   * @param probabilities [count, classes]
   * @param labels [count], or none: then nothing is taken in
   */
  void add(Features probabilities, int... labels) {
    for (int i = 0; i < labels.length; i++) {
      if (probabilities.greatest(i) == labels[i]) {
        right++;
      }
    }
    images += labels.length;
  }

  /** Puts the part that agrees under a name, if there were labels. */
  void put(String name, Map<String, Double> metrics) {
    if (images > 0) {
      metrics.put(name, (double) right / images);
    }
  }
}
