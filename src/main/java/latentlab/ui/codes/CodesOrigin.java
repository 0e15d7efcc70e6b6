package latentlab.ui.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import latentlab.models.origin.ImageOrigin;
import latentlab.ui.text.Numerals;

/**
 * Codes as the origin of a picture tells them, and back: row by row, in details of limited length.
 */
final class CodesOrigin {

  static final String ACTIVITY = "codes";
  static final String CODES = "codes-";
  static final String ORIGINAL = "original-";

  /** Codes in one detail; each takes at most eight characters. */
  private static final int PIECE = 120;

  /** An origin has room for 32 details, and there may be two grids. */
  private static final int MOST_PIECES = 14;

  private CodesOrigin() {}

  /**
   * Tells codes.
   *
   * @param origin names the model
   * @param state the codes
   * @return empty if they are too many
   */
  static Optional<ImageOrigin> of(ImageOrigin origin, CodesState state) {
    if (state.codes().isEmpty() || state.codes().size() > PIECE * MOST_PIECES) {
      return Optional.empty();
    }
    ImageOrigin told = with(origin, CODES, state.codes());
    if (!state.original().equals(state.codes())) {
      told = with(told, ORIGINAL, state.original());
    }
    if (state.draw().isPresent()) {
      PriorDraw draw = state.draw().get();
      told = told.withSeed(draw.seed()).withTemperature(draw.temperature());
    }
    return Optional.of(told);
  }

  private static ImageOrigin with(ImageOrigin origin, String name, List<Integer> codes) {
    ImageOrigin told = origin;
    for (int from = 0; from < codes.size(); from += PIECE) {
      String piece =
          codes.subList(from, Math.min(codes.size(), from + PIECE)).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(" "));
      told = told.with(name + from / PIECE, piece);
    }
    return told;
  }

  /** Whether an origin tells codes. */
  static boolean isToldBy(ImageOrigin origin) {
    return origin.details().containsKey(CODES + 0);
  }

  /**
   * The codes that an origin tells.
   *
   * @param origin it may come from a file
   * @param model in whose book they must be
   * @return empty if they are not codes of such a grid
   */
  static Optional<CodesState> state(ImageOrigin origin, CodeModel model) {
    return grid(origin, CODES, model)
        .map(
            codes ->
                new CodesState(
                    Optional.empty(),
                    draw(origin),
                    grid(origin, ORIGINAL, model).orElse(codes),
                    codes));
  }

  private static Optional<PriorDraw> draw(ImageOrigin origin) {
    return origin.seed().isPresent() && origin.temperature().isPresent()
        ? Optional.of(new PriorDraw(origin.temperature().getAsDouble(), origin.seed().getAsLong()))
        : Optional.empty();
  }

  private static Optional<List<Integer>> grid(ImageOrigin origin, String name, CodeModel model) {
    List<Integer> codes = new ArrayList<>();
    for (int piece = 0; piece < MOST_PIECES && codes.size() < model.cells(); piece++) {
      String text = origin.details().getOrDefault(name + piece, "");
      for (String word : text.split(" ", -1)) {
        OptionalInt code = Numerals.integer(word);
        if (code.isEmpty() || code.getAsInt() < 0 || code.getAsInt() >= model.bookSize()) {
          return Optional.empty();
        }
        codes.add(code.getAsInt());
      }
    }
    return codes.size() == model.cells() ? Optional.of(codes) : Optional.empty();
  }
}
