package latentlab.evaluation.comparison;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was measured of one model. Immutable.
 *
 * @param name what the model is called, unique in its table
 * @param family the name of its family; empty where it is not known
 * @param title the family's name for people; empty where it is not known
 * @param figures what was measured, all finite; what the model cannot do is missing
 * @param problem why the model was not measured, in one line, if it was not
 */
public record ComparisonRow(
    String name,
    String family,
    String title,
    Map<Figure, Double> figures,
    Optional<String> problem) {

  /** Copies the figures. */
  public ComparisonRow {
    Map<Figure, Double> copy = new EnumMap<>(Figure.class);
    copy.putAll(figures);
    figures = Collections.unmodifiableMap(copy);
  }

  /** A model that could not be measured. */
  static ComparisonRow failed(String name, String problem) {
    return new ComparisonRow(name, "", "", Map.of(), Optional.of(problem));
  }

  /**
   * One figure.
   *
   * @param figure which
   * @return empty if the model does not have it
   */
  public OptionalDouble figure(Figure figure) {
    Double value = figures.get(figure);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
