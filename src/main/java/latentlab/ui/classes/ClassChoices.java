package latentlab.ui.classes;

import java.util.ArrayList;
import java.util.List;

/**
 * Which images are wanted. Immutable.
 *
 * @param labels the classes, each once, in ascending order; at least one
 * @param count images of each class, 1 to {@link #MOST_IMAGES}
 * @param seed decides which
 * @param temperature multiplies codes drawn from N(0, I), where a model draws such
 * @param guidance how much the class is exaggerated, where a model makes images in steps
 * @param steps of the sampler, where a model makes images in steps
 */
record ClassChoices(
    List<Integer> labels, int count, long seed, double temperature, double guidance, int steps) {

  /** The most images of a class that are made at once. */
  static final int MOST_IMAGES = 100;

  static final double GREATEST_TEMPERATURE = 2;

  ClassChoices {
    labels = labels.stream().distinct().sorted().toList();
    count = Math.max(1, Math.min(MOST_IMAGES, count));
    temperature = Math.max(0, Math.min(GREATEST_TEMPERATURE, temperature));
    if (labels.isEmpty()) {
      throw new IllegalArgumentException("no class is chosen");
    }
  }

  /** Ten images of each class as a model's settings have it. */
  static ClassChoices of(List<Integer> labels, ClassControls controls) {
    return new ClassChoices(labels, 10, 1, 1, controls.guidance(), controls.steps());
  }

  /** How many images of all classes. */
  int total() {
    return labels.size() * count;
  }

  ClassChoices withLabels(List<Integer> next) {
    return new ClassChoices(next, count, seed, temperature, guidance, steps);
  }

  /** With a class more, or without it if it was there; the last one stays. */
  ClassChoices toggled(int label) {
    List<Integer> next = new ArrayList<>(labels);
    if (!next.remove((Integer) label)) {
      next.add(label);
    }
    return next.isEmpty() ? this : withLabels(next);
  }

  ClassChoices withCount(int next) {
    return new ClassChoices(labels, next, seed, temperature, guidance, steps);
  }

  ClassChoices withSeed(long next) {
    return new ClassChoices(labels, count, next, temperature, guidance, steps);
  }

  ClassChoices withTemperature(double next) {
    return new ClassChoices(labels, count, seed, next, guidance, steps);
  }

  ClassChoices withGuidance(double next) {
    return new ClassChoices(labels, count, seed, temperature, next, steps);
  }

  ClassChoices withSteps(int next) {
    return new ClassChoices(labels, count, seed, temperature, guidance, next);
  }
}
