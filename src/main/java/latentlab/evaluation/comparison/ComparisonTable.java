package latentlab.evaluation.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Models beside each other. Immutable; any thread may read it.
 *
 * @param caption what was measured on what, for people, in one line
 * @param reference how real images that are no part of the test fare in place of samples, with the
 *     Frechet distance's floor, if that was measured
 * @param rows one for each model
 */
public record ComparisonTable(
    String caption, Optional<ComparisonRow> reference, List<ComparisonRow> rows) {

  /** Copies the rows. */
  public ComparisonTable {
    rows = List.copyOf(rows);
  }

  /** The same with one more row at its end. */
  ComparisonTable with(ComparisonRow row) {
    List<ComparisonRow> all = new ArrayList<>(rows);
    all.add(row);
    return new ComparisonTable(caption, reference, all);
  }

  /**
   * The figures that at least one model has.
   *
   * @return in the order of {@link Figure}
   */
  public List<Figure> columns() {
    return Arrays.stream(Figure.values())
        .filter(figure -> values(figure).findAny().isPresent())
        .toList();
  }

  /**
   * The same rows in another order; the reference stays.
   *
   * @param figure by which they are sorted
   * @return the best first; see {@link Figure#order()}
   */
  public ComparisonTable sortedBy(Figure figure) {
    return new ComparisonTable(caption, reference, rows.stream().sorted(figure.order()).toList());
  }

  /**
   * The best value that a model has; the reference is no model.
   *
   * @param figure which
   * @return empty if no two models have it, or neither side is better
   */
  public OptionalDouble best(Figure figure) {
    double[] all = values(figure).toArray();
    if (all.length < 2 || figure.preference() == Preference.NONE) {
      return OptionalDouble.empty();
    }
    DoubleStream values = Arrays.stream(all);
    return figure.preference() == Preference.SMALLER ? values.min() : values.max();
  }

  /** The reference, if there is one, and then the models. */
  Stream<ComparisonRow> lines() {
    return Stream.concat(reference.stream(), rows.stream());
  }

  private DoubleStream values(Figure figure) {
    return rows.stream().flatMapToDouble(row -> row.figure(figure).stream());
  }
}
