package latentlab.ui.compare;

import java.util.List;
import java.util.OptionalInt;
import latentlab.models.origin.ImageOrigin;
import latentlab.ui.input.ImageInputViewModel;
import latentlab.ui.text.Numerals;

/** What all models were given, as the origin of a picture tells it, and back. */
final class CompareOrigin {

  static final String ACTIVITY = "compare";
  static final String MODELS = "models";
  static final String EXAMPLE = "test-image";

  private static final int LONGEST = 1_000;

  private CompareOrigin() {}

  /**
   * Tells how a picture was made.
   *
   * @param origin names one of the models
   * @param titles of all models, a row of the picture for each
   * @param example the number of the test image that was the input, if it was one
   */
  static ImageOrigin of(ImageOrigin origin, List<String> titles, long seed, int example) {
    String names = String.join("; ", titles);
    ImageOrigin told =
        origin.withSeed(seed).with(MODELS, names.substring(0, Math.min(LONGEST, names.length())));
    return example == ImageInputViewModel.NO_EXAMPLE
        ? told
        : told.with(EXAMPLE, Integer.toString(example));
  }

  /** Whether an origin tells such a picture. */
  static boolean isToldBy(ImageOrigin origin) {
    return origin.activity().equals(ACTIVITY) && origin.seed().isPresent();
  }

  /** The number of the test image, not negative; it may be larger than there are images. */
  static OptionalInt example(ImageOrigin origin) {
    OptionalInt told = Numerals.integer(origin.details().getOrDefault(EXAMPLE, ""));
    return told.isPresent() && told.getAsInt() >= 0 ? told : OptionalInt.empty();
  }
}
