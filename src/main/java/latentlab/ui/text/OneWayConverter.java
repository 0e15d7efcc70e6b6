package latentlab.ui.text;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Names things in lists that cannot be typed into.
 *
 * @param <T> what the list holds
 */
public final class OneWayConverter<T> extends StringConverter<T> {

  private final Function<T, String> name;

  /**
   * Creates the converter.
   *
   * @param name gives the name for people
   */
  public OneWayConverter(Function<T, String> name) {
    this.name = name;
  }

  @Override
  public String toString(@Nullable T thing) {
    return thing == null ? "" : name.apply(thing);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("the list is not editable");
  }
}
