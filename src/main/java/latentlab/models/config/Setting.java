package latentlab.models.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a config record: an {@code int}, a {@code double}, a {@code boolean},
 * a {@code String}, an enum, or a {@code List<Integer>}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

  /**
   * The name for people.
   *
   * @return a few words, with the unit where there is one
   */
  String label();

  /**
   * What the setting does, for someone who has not met it.
   *
   * @return one sentence
   */
  String help();

  /**
   * The least number allowed, for each element of a list.
   *
   * @return inclusive
   */
  double min() default Double.NEGATIVE_INFINITY;

  /**
   * The greatest number allowed, for each element of a list.
   *
   * @return inclusive
   */
  double max() default Double.POSITIVE_INFINITY;
}
