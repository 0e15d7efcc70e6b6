package latentlab.models;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import latentlab.failure.InvalidInputException;

/** The families of models that this program knows. Immutable; any thread may use it. */
public final class ModelFamilies {

  private final List<ModelFamily<?>> all;

  private ModelFamilies(List<ModelFamily<?>> all) {
    this.all = all;
  }

  /**
   * Finds every family on the class path.
   *
   * @return the families, in the order of their names
   * @throws IllegalStateException if two families have the same name
   */
  public static ModelFamilies discover() {
    return of(
        ServiceLoader.load(ModelFamily.class, ModelFamilies.class.getClassLoader()).stream()
            .<ModelFamily<?>>map(ServiceLoader.Provider::get)
            .collect(Collectors.toUnmodifiableList()));
  }

  /**
   * A choice of families, such as a test's own.
   *
   * @param families which
   * @return the families, in the order of their names
   * @throws IllegalStateException if two families have the same name
   */
  public static ModelFamilies of(List<ModelFamily<?>> families) {
    List<ModelFamily<?>> sorted =
        families.stream()
            .sorted(Comparator.comparing(ModelFamily::name))
            .collect(Collectors.toUnmodifiableList());
    long names = sorted.stream().map(ModelFamily::name).distinct().count();
    if (names != sorted.size()) {
      throw new IllegalStateException("two model families have the same name among " + sorted);
    }
    return new ModelFamilies(sorted);
  }

  /**
   * Every family.
   *
   * @return at least one, in the order of their names
   */
  public List<ModelFamily<?>> all() {
    return all;
  }

  /**
   * The family of a name.
   *
   * @param name as {@link ModelFamily#name()} gives it
   * @return the family
   * @throws InvalidInputException if there is none of that name
   */
  public ModelFamily<?> named(String name) {
    return all.stream()
        .filter(family -> family.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "unknown model family '" + name + "'; expected one of: " + names()));
  }

  private String names() {
    return all.stream().map(ModelFamily::name).collect(Collectors.joining(", "));
  }
}
