package latentlab.models.description;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was measured of a model, as people read it. Immutable.
 *
 * @param source on what and how, in one line that begins a sentence
 * @param values the rounded values by their names with units, in the order in which they are shown
 */
public record MeasuredFigures(String source, Map<String, String> values) {

  /** Copies the values, keeping their order. */
  public MeasuredFigures {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
