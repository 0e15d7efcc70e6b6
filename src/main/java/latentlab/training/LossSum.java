package latentlab.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.models.LossTerms;

/**
 * Losses of batches of any sizes, added up image by image. A part of the loss need not be there in
 * every batch: what a model minimises may change in the course of its training. Immutable.
 *
 * @param images how many images were added
 * @param total the sum of their losses
 * @param parts the sum of each part of the loss, in the order in which they first came
 * @param partImages how many images each part was measured on, by the names of the parts
 */
public record LossSum(
    long images, double total, Map<String, Double> parts, Map<String, Long> partImages) {

  /** Nothing added. */
  public static final LossSum NONE = new LossSum(0, 0, Map.of(), Map.of());

  /**
   * Copies the parts, keeping their order.
   *
   * @throws IllegalArgumentException if a number of images is missing, or one too many
   */
  public LossSum {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    partImages = Map.copyOf(partImages);
    if (!parts.keySet().equals(partImages.keySet())) {
      throw new IllegalArgumentException(
          "parts " + parts.keySet() + " were counted as " + partImages.keySet());
    }
  }

  /** This sum and one batch more. */
  LossSum with(LossTerms mean, int count) {
    Map<String, Double> sums = new LinkedHashMap<>(parts);
    Map<String, Long> counts = new LinkedHashMap<>(partImages);
    mean.parts()
        .forEach(
            (name, value) -> {
              sums.merge(name, value * count, Double::sum);
              counts.merge(name, (long) count, Long::sum);
            });
    return new LossSum(images + count, total + mean.total() * count, sums, counts);
  }

  /**
   * The mean over all images added, of which there must be one; that of each part over those images
   * on which it was measured.
   */
  LossTerms mean() {
    Map<String, Double> means = new LinkedHashMap<>();
    parts.forEach((name, sum) -> means.put(name, sum / partImages.getOrDefault(name, images)));
    return new LossTerms(total / images, means);
  }
}
