package latentlab.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.models.LossTerms;

/**
 * Losses of batches of any sizes, added up image by image. Immutable.
 *
 * @param images how many images were added
 * @param total the sum of their losses
 * @param parts the sum of each part of the loss
 */
public record LossSum(long images, double total, Map<String, Double> parts) {

  static final LossSum NONE = new LossSum(0, 0, Map.of());

  /** Copies the parts, keeping their order. */
  public LossSum {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /** This sum and one batch more. */
  LossSum with(LossTerms mean, int count) {
    Map<String, Double> sums = new LinkedHashMap<>(parts);
    mean.parts().forEach((name, value) -> sums.merge(name, value * count, Double::sum));
    return new LossSum(images + count, total + mean.total() * count, sums);
  }

  /** The mean over all images added, of which there must be one. */
  LossTerms mean() {
    Map<String, Double> means = new LinkedHashMap<>();
    parts.forEach((name, sum) -> means.put(name, sum / images));
    return new LossTerms(total / images, means);
  }
}
