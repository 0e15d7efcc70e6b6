package latentlab.ui.classes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import latentlab.models.origin.ImageOrigin;
import latentlab.ui.text.Numerals;

/** Choices as the origin of a picture tells them, and back. */
final class ClassOrigin {

  static final String ACTIVITY = "classes";
  static final String COUNT = "images-of-each";
  static final String STEPS = "steps";
  static final String GUIDANCE = "guidance";

  /** An origin knows temperatures above 0 only. */
  static final String COLDEST = "temperature-0";

  private static final double LARGEST_GUIDANCE = 100;

  private ClassOrigin() {}

  /**
   * Tells how a sheet was drawn.
   *
   * @param origin names the model
   * @param choices what was wanted of it
   * @param controls what could be chosen
   */
  static ImageOrigin of(ImageOrigin origin, ClassChoices choices, ClassControls controls) {
    List<Integer> labels = new ArrayList<>();
    choices.labels().forEach(label -> labels.addAll(Collections.nCopies(choices.count(), label)));
    ImageOrigin told =
        origin
            .withSeed(choices.seed())
            .withClasses(labels)
            .with(COUNT, Integer.toString(choices.count()));
    if (controls.stepwise()) {
      told =
          told.with(STEPS, Integer.toString(choices.steps()))
              .with(GUIDANCE, Double.toString(choices.guidance()));
    }
    if (controls.temperature()) {
      told =
          choices.temperature() > 0
              ? told.withTemperature(choices.temperature())
              : told.with(COLDEST, "");
    }
    return told;
  }

  /** Whether an origin tells choices of this tab. */
  static boolean isToldBy(ImageOrigin origin) {
    return origin.activity().equals(ACTIVITY) && !origin.classes().isEmpty();
  }

  /**
   * Choices with what an origin tells, of which anything may be missing, wrong or out of range.
   *
   * @param origin it may come from a file
   * @param model which draws
   * @param present what stays where the origin tells nothing that can be used
   */
  static ClassChoices choices(ImageOrigin origin, ClassModel model, ClassChoices present) {
    int classes = model.images().classNames().size();
    List<Integer> labels =
        origin.classes().stream().filter(label -> label < classes).distinct().toList();
    Map<String, String> details = origin.details();
    OptionalInt count = Numerals.integer(details.getOrDefault(COUNT, ""));
    OptionalInt steps = Numerals.integer(details.getOrDefault(STEPS, ""));
    OptionalDouble guidance = Numerals.number(details.getOrDefault(GUIDANCE, ""));
    int mostSteps = Math.max(1, model.controls().mostSteps());
    return new ClassChoices(
        labels.isEmpty() ? present.labels() : labels,
        count.orElse(present.count()),
        origin.seed().orElse(present.seed()),
        details.containsKey(COLDEST) ? 0 : origin.temperature().orElse(present.temperature()),
        Math.max(0, Math.min(LARGEST_GUIDANCE, guidance.orElse(present.guidance()))),
        steps.isPresent() ? Math.max(1, Math.min(mostSteps, steps.getAsInt())) : present.steps());
  }
}
