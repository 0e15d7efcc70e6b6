package latentlab.ui.interpolation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import latentlab.data.property.ImageProperty;
import latentlab.models.CodePath;
import latentlab.models.LatentCodes;
import latentlab.models.origin.ImageOrigin;
import latentlab.ui.text.Numerals;

/**
 * A way as the origin of a picture tells it, and back. The codes of the origin are those of the
 * anchors, and its classes theirs; an anchor that was an image comes back as its point, for images
 * are not kept.
 */
final class PathOrigin {

  static final String ANCHORS = "anchors";
  static final String WAY = "path";
  static final String PICTURES = "points";
  static final String ATTRIBUTE = "attribute";
  static final String STRENGTH = "strength";
  static final String POSITION = "position";

  private static final String SEED = "seed ";
  private static final String POINT = "point";
  private static final String CLASSES = "classes ";

  /** Farther from the origin no decoder has anything to say. */
  private static final float FARTHEST = 1e6f;

  private PathOrigin() {}

  /**
   * Tells how a strip was made.
   *
   * @param origin names the model
   * @param drawn the strip
   * @param conditional whether the model is told classes
   * @param position that of the large picture, 0 to 1
   */
  static ImageOrigin of(
      ImageOrigin origin, DrawnStrip drawn, boolean conditional, double position) {
    PathPlan plan = drawn.plan();
    List<String> kinds =
        plan.anchors().stream().map(one -> one.isRandom() ? SEED + one.seed() : POINT).toList();
    ImageOrigin told =
        origin
            .withCodes(drawn.stops())
            .with(ANCHORS, String.join(";", kinds))
            .with(WAY, plan.way().name().toLowerCase(Locale.ROOT))
            .with(PICTURES, Integer.toString(plan.pictures()))
            .with(POSITION, Double.toString(position));
    if (conditional) {
      told = told.withClasses(plan.anchors().stream().map(Anchor::label).toList());
    }
    String attribute = nameOf(plan.attribute());
    return attribute.isEmpty()
        ? told
        : told.with(ATTRIBUTE, attribute).with(STRENGTH, Double.toString(plan.strength()));
  }

  /** Whether an origin tells a way, as far as one sees without the space. */
  static boolean isToldBy(ImageOrigin origin) {
    return origin.way().isEmpty() && origin.details().containsKey(ANCHORS);
  }

  /**
   * A way with what an origin tells, of which anything may be missing, wrong or not fit the space.
   *
   * @param origin it may come from a file
   * @param space the space of the origin's model
   * @param present what stays where the origin tells nothing that can be used
   */
  static PathPlan plan(ImageOrigin origin, PathSpace space, PathPlan present) {
    Map<String, String> details = origin.details();
    List<Anchor> anchors = anchors(origin, space);
    OptionalInt pictures = Numerals.integer(details.getOrDefault(PICTURES, ""));
    OptionalDouble strength = Numerals.number(details.getOrDefault(STRENGTH, ""));
    return new PathPlan(
        anchors.size() < 2 ? present.anchors() : anchors,
        wayOf(details.getOrDefault(WAY, "")).orElse(present.way()),
        pictures.orElse(present.pictures()),
        attribute(details.getOrDefault(ATTRIBUTE, ""), space.images().classNames().size()),
        strength.orElse(present.strength()));
  }

  /** Where the large picture was, 0 to 1. */
  static OptionalDouble position(ImageOrigin origin) {
    OptionalDouble told = Numerals.number(origin.details().getOrDefault(POSITION, ""));
    return told.isPresent() && told.getAsDouble() >= 0 && told.getAsDouble() <= 1
        ? told
        : OptionalDouble.empty();
  }

  private static List<Anchor> anchors(ImageOrigin origin, PathSpace space) {
    String[] kinds = origin.details().getOrDefault(ANCHORS, "").split(";", -1);
    if (kinds.length > InterpolationViewModel.MOST_ANCHORS) {
      return List.of();
    }
    Optional<LatentCodes> codes =
        origin
            .latentCodes()
            .filter(told -> told.count() == kinds.length && told.size() == space.size());
    List<Anchor> anchors = new ArrayList<>();
    for (int i = 0; i < kinds.length; i++) {
      int label = labelOf(origin, i, space);
      Optional<float[]> code = codeOf(codes, i);
      OptionalLong seed =
          kinds[i].startsWith(SEED)
              ? Numerals.whole(kinds[i].substring(SEED.length()))
              : OptionalLong.empty();
      if (seed.isPresent() && isSampled(code, seed.getAsLong(), space)) {
        anchors.add(Anchor.sampled(seed.getAsLong(), label));
      } else if (code.isPresent()) {
        anchors.add(Anchor.at(near(code.get()), label));
      } else {
        return List.of();
      }
    }
    return List.copyOf(anchors);
  }

  private static Optional<float[]> codeOf(Optional<LatentCodes> codes, int index) {
    return codes.map(all -> all.code(index));
  }

  /** Whether the seed still gives the point; the point counts. */
  private static boolean isSampled(Optional<float[]> code, long seed, PathSpace space) {
    return code.isEmpty() || Arrays.equals(code.get(), space.sampled(seed));
  }

  private static List<Float> near(float[] code) {
    List<Float> cut = new ArrayList<>(code.length);
    for (float value : code) {
      cut.add(Math.max(-FARTHEST, Math.min(FARTHEST, value)));
    }
    return cut;
  }

  private static int labelOf(ImageOrigin origin, int index, PathSpace space) {
    int label = index < origin.classes().size() ? origin.classes().get(index) : 0;
    return label < space.images().classNames().size() ? label : 0;
  }

  private static Optional<CodePath> wayOf(String name) {
    for (CodePath way : CodePath.values()) {
      if (way.name().equalsIgnoreCase(name)) {
        return Optional.of(way);
      }
    }
    return Optional.empty();
  }

  private static String nameOf(Attribute attribute) {
    if (attribute instanceof Attribute.Classes classes) {
      return CLASSES + classes.from() + " " + classes.to();
    }
    return attribute instanceof Attribute.Measured measured ? measured.property().title() : "";
  }

  private static Attribute attribute(String name, int classes) {
    Optional<ImageProperty> property = ImageProperty.named(name);
    if (property.isPresent()) {
      return new Attribute.Measured(property.get());
    }
    if (name.startsWith(CLASSES)) {
      String[] pair = name.substring(CLASSES.length()).split(" ", -1);
      OptionalInt from = Numerals.integer(pair[0]);
      OptionalInt to = Numerals.integer(pair.length == 2 ? pair[1] : "");
      if (isClass(from, classes) && isClass(to, classes)) {
        return new Attribute.Classes(from.getAsInt(), to.getAsInt());
      }
    }
    return Attribute.NONE;
  }

  private static boolean isClass(OptionalInt label, int classes) {
    return label.isPresent() && label.getAsInt() >= 0 && label.getAsInt() < classes;
  }
}
