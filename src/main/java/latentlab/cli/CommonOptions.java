package latentlab.cli;

import java.util.Optional;
import java.util.OptionalInt;
import latentlab.failure.InvalidInputException;
import latentlab.random.Seed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command takes. */
final class CommonOptions {

  private static final long DEFAULT_SEED = 1;
  private static final int MAX_THREADS = 1024;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides everything random; the same seed gives the same result (default: 1).")
  private @Nullable Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads for the mathematics (default: OMP_NUM_THREADS, or the cores less one).")
  private @Nullable Integer threads;

  @Option(names = "--json", description = "Print JSON, one object a line, for programs to read.")
  private boolean json;

  /**
   * Where everything random starts.
   *
   * @return the seed that was given, or the default
   */
  Seed seed() {
    return new Seed(seed == null ? DEFAULT_SEED : seed);
  }

  /**
   * The seed that was asked for.
   *
   * @return empty if none was
   */
  Optional<Seed> givenSeed() {
    return Optional.ofNullable(seed).map(Seed::new);
  }

  /**
   * Whether the output is read by a program.
   *
   * @return true for JSON
   */
  boolean json() {
    return json;
  }

  /**
   * The threads that were asked for.
   *
   * @return at least 1, or empty if none were asked for
   * @throws InvalidInputException if the number is out of range
   */
  OptionalInt threads() {
    if (threads == null) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Ranges.check("--threads", threads, 1, MAX_THREADS));
  }
}
