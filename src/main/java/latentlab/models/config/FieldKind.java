package latentlab.models.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;

/** What kind of value a setting has, and so what control a form shows for it. */
public enum FieldKind {
  /** A whole number: {@code int} or {@code long}. */
  INTEGER,
  /** A number: {@code double}. */
  DECIMAL,
  /** Yes or no: {@code boolean}. */
  FLAG,
  /** One of a few names: an enum. */
  CHOICE,
  /** Whole numbers in order: {@code List<Integer>}. */
  LIST,
  /** A line of text: {@code String}. */
  TEXT;

  /**
   * The kind of a record component.
   *
   * @throws IllegalArgumentException if its type is none that a setting can have
   */
  static FieldKind of(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == int.class || type == long.class) {
      return INTEGER;
    }
    if (type == double.class) {
      return DECIMAL;
    }
    if (type == boolean.class) {
      return FLAG;
    }
    if (type.isEnum()) {
      return CHOICE;
    }
    if (type == String.class) {
      return TEXT;
    }
    if (type == List.class
        && component.getGenericType() instanceof ParameterizedType list
        && list.getActualTypeArguments()[0] == Integer.class) {
      return LIST;
    }
    throw new IllegalArgumentException("no setting can have the type of " + component);
  }
}
