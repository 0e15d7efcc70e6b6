package latentlab.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.failure.InvalidInputException;

/**
 * The classes of a model, as options name them.
 *
 * @param names one for each label; empty if the model has none
 */
record ModelClasses(List<String> names) {

  /** What a model without classes cannot do. */
  static final String DEED = "be asked for a class";

  /**
   * The labels of some classes.
   *
   * @param option the option that names them, for the message
   * @param text names, or numbers from 0 on, joined by commas
   * @return at least one label
   * @throws InvalidInputException if one of them is no class, or there is none at all
   */
  int[] labels(String option, String text) {
    if (names.isEmpty()) {
      throw new InvalidInputException(option + ": this model has no classes");
    }
    return Arrays.stream(text.split(",", -1))
        .mapToInt(name -> label(option, name.strip()))
        .toArray();
  }

  /** All labels, from 0 on. */
  int[] all() {
    return IntStream.range(0, names.size()).toArray();
  }

  /** The classes for a message. */
  String list() {
    return String.join(", ", names);
  }

  private int label(String option, String name) {
    return IntStream.range(0, names.size())
        .filter(label -> names.get(label).equalsIgnoreCase(name))
        .findFirst()
        .orElseGet(() -> number(option, name));
  }

  private int number(String option, String name) {
    return IntStream.range(0, names.size())
        .filter(label -> Integer.toString(label).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    option + ": there is no class '" + name + "'; there are " + list()));
  }
}
