package latentlab.ui.session;

import java.util.Optional;
import java.util.function.Supplier;
import latentlab.failure.UserException;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a model's weights file, read when it is asked for first. Any thread may ask; the
 * first answer may take a moment.
 */
public final class WeightsHash {

  /** Of a model that is not stored. */
  public static final WeightsHash NONE = new WeightsHash(() -> "");

  private final Supplier<String> reader;
  private @Nullable String hash;

  /**
   * A hash that is read later.
   *
   * @param reader gives 64 hexadecimal digits; what {@link UserException} it throws means that
   *     there is no such file any more
   */
  public WeightsHash(Supplier<String> reader) {
    this.reader = reader;
  }

  /**
   * The hash.
   *
   * @return 64 hexadecimal digits, or empty if there is no file
   */
  public synchronized Optional<String> read() {
    String known = hash;
    if (known == null) {
      try {
        known = reader.get();
      } catch (UserException gone) {
        known = "";
      }
      hash = known;
    }
    return known.isEmpty() ? Optional.empty() : Optional.of(known);
  }
}
