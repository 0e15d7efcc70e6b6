package latentlab.models;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A loss and the terms that it is made of, as means per image. Immutable.
 *
 * @param total what training minimises
 * @param parts the terms by name, in the order in which they are shown, such as {@code
 *     reconstruction} and {@code kl}
 */
public record LossTerms(double total, Map<String, Double> parts) {

  /** Copies the parts, keeping their order. */
  public LossTerms {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /**
   * Whether training can go on from here.
   *
   * @return true if the total and every part are neither infinite nor NaN
   */
  public boolean isFinite() {
    return Double.isFinite(total) && parts.values().stream().allMatch(Double::isFinite);
  }
}
