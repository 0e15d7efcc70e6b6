package latentlab.ui.latent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import latentlab.models.LatentCodes;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.origin.ModelReference;
import latentlab.random.Seed;
import latentlab.ui.text.Numerals;

/**
 * What is chosen in the tab: all that a step back or a kept picture brings back. Immutable.
 *
 * @param point the chosen point
 * @param plane which part of the space is shown
 * @param label the class that is drawn; 0 where the model is not told the class
 */
record LatentState(LatentPoint point, PlaneGrid plane, int label) {

  static final String DIMENSIONS = "dimensions";
  static final String RANGE = "range";
  static final String CELLS = "side";

  /** The state of a view model. */
  static LatentState of(LatentSpaceViewModel model) {
    return new LatentState(model.chosen().get(), model.plane().get(), model.chosenClass().get());
  }

  /** Whether an origin tells a state of this tab, as far as one sees without the space. */
  static boolean isToldBy(ImageOrigin origin) {
    boolean ofPlane = origin.details().containsKey(DIMENSIONS) || origin.activity().equals("grid");
    return origin.way().isEmpty() && (origin.codes().size() == 1 || ofPlane);
  }

  /**
   * This state as a picture that is kept tells it.
   *
   * @param shown the point of the picture
   * @param seed that of the random sample, told if the point is that sample
   */
  ImageOrigin origin(ModelReference model, LatentPoint shown, long seed, boolean hasClasses) {
    String vertical = plane.vertical() == PlaneGrid.NONE ? "" : "," + (plane.vertical() + 1);
    ImageOrigin origin =
        ImageOrigin.of(model, LatentSpaceTab.ID)
            .withCodes(shown.code())
            .with(DIMENSIONS, plane.horizontal() + 1 + vertical)
            .with(RANGE, Double.toString(plane.range()))
            .with(CELLS, Integer.toString(plane.cells()));
    if (shown.equals(LatentPoint.sample(shown.size(), new Seed(seed)))) {
      origin = origin.withSeed(seed);
    }
    return hasClasses ? origin.withClasses(List.of(label)) : origin;
  }

  /**
   * This state with what an origin tells, of which anything may be missing or not fit the space.
   *
   * @param space the space that is explored
   */
  LatentState with(ImageOrigin origin, ExploredSpace space) {
    LatentPoint told =
        origin
            .latentCodes()
            .filter(codes -> codes.count() == 1 && codes.size() == space.size())
            .map(LatentState::pointOf)
            .orElse(point);
    int wanted = origin.classes().isEmpty() ? label : origin.classes().get(0);
    int allowed = wanted < space.classNames().size() ? wanted : label;
    return new LatentState(told, planeOf(origin.details(), space), allowed);
  }

  private static LatentPoint pointOf(LatentCodes codes) {
    LatentPoint told = LatentPoint.origin(codes.size());
    for (int i = 0; i < codes.size(); i++) {
      told = told.with(i, codes.values()[i]);
    }
    return told;
  }

  private PlaneGrid planeOf(Map<String, String> details, ExploredSpace space) {
    double range = number(details, RANGE).filter(value -> value > 0).orElse(plane.range());
    int cells = number(details, CELLS).map(Double::intValue).orElse(plane.cells());
    String[] axes = details.getOrDefault(DIMENSIONS, "").split(",", -1);
    if (axes.length == 2 && plane.vertical() != PlaneGrid.NONE) {
      Optional<Integer> across = dimension(axes[0], space);
      Optional<Integer> upwards = dimension(axes[1], space);
      if (across.isPresent() && upwards.isPresent() && !across.equals(upwards)) {
        return new PlaneGrid(across.get(), upwards.get(), range, cells);
      }
    }
    return plane.sized(range, cells);
  }

  /** A dimension, which people count from 1. */
  private static Optional<Integer> dimension(String text, ExploredSpace space) {
    OptionalLong number = Numerals.whole(text);
    return number.isPresent() && number.getAsLong() >= 1 && number.getAsLong() <= space.size()
        ? Optional.of((int) number.getAsLong() - 1)
        : Optional.empty();
  }

  private static Optional<Double> number(Map<String, String> details, String name) {
    OptionalDouble parsed = Numerals.number(details.getOrDefault(name, ""));
    return parsed.isPresent() ? Optional.of(parsed.getAsDouble()) : Optional.empty();
  }
}
