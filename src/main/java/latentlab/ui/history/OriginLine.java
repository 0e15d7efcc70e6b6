package latentlab.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import latentlab.models.origin.ImageOrigin;
import latentlab.ui.text.Messages;

/** Says in one line how a picture was made. */
public final class OriginLine {

  /** A code of more dimensions would fill the screen. */
  private static final int MOST_COORDINATES = 4;

  private OriginLine() {}

  /**
   * The line.
   *
   * @param origin how the picture was made
   * @param messages the words
   * @return the model, and what is known of code, class, sampler and seed
   */
  public static String of(ImageOrigin origin, Messages messages) {
    List<String> parts = new ArrayList<>();
    parts.add(origin.model().title());
    if (origin.codes().size() == 1) {
      parts.add(messages.text("history.code", code(origin.codes().get(0))));
    }
    if (!origin.classes().isEmpty()) {
      parts.add(
          messages.text(
              "history.class",
              origin.classes().stream()
                  .distinct()
                  .map(String::valueOf)
                  .collect(Collectors.joining(", "))));
    }
    origin
        .way()
        .ifPresent(
            way ->
                parts.add(
                    messages.text(
                        "history.way",
                        messages.text("diffusion.sampler." + way.sampler().name()),
                        Integer.toString(way.steps()))));
    origin.seed().ifPresent(seed -> parts.add(messages.text("history.seed", Long.toString(seed))));
    return String.join(", ", parts);
  }

  private static String code(List<Float> code) {
    String shown =
        code.stream()
            .limit(MOST_COORDINATES)
            .map(value -> String.format(Locale.ROOT, "%.2f", value))
            .collect(Collectors.joining(", "));
    return code.size() > MOST_COORDINATES ? shown + ", ..." : shown;
  }
}
