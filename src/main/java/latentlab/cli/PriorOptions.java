package latentlab.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import latentlab.failure.InvalidInputException;
import latentlab.models.config.ConfigSchema;
import latentlab.models.prior.PriorSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that choose a prior, and how it is fitted. */
final class PriorOptions {

  @Option(
      names = "--prior",
      paramLabel = "KIND",
      description =
          "standard: N(0,I); gaussian: the codes' mean and covariance; mixture: of Gaussians;"
              + " flow: a normalizing flow (default: flow).")
  private @Nullable String kind;

  @Option(
      names = "--components",
      paramLabel = "N",
      description = "Gaussians in a mixture; the same as --set components=N (default: 10).")
  private @Nullable String components;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = {
        "One setting of the fit; may be given several times. Of a mixture: components, iterations;",
        "of a flow: couplings, hiddenWidth, epochs, batch, learningRate."
      })
  private Map<String, String> settings = new LinkedHashMap<>();

  /**
   * The settings: the defaults, changed by these options.
   *
   * @return settings within their ranges
   * @throws InvalidInputException if an option names no setting or is out of its range
   */
  PriorSettings settings() {
    PriorSettings base = naming("--set", () -> changed(PriorSettings.DEFAULT, settings));
    PriorSettings chosen =
        kind == null ? base : naming("--prior", () -> changed(base, Map.of("kind", kind)));
    return components == null
        ? chosen
        : naming("--components", () -> changed(chosen, Map.of("components", components)));
  }

  private static PriorSettings changed(PriorSettings base, Map<String, String> changes) {
    return ConfigSchema.of(PriorSettings.class).with(base, changes);
  }

  /** Says which option it was that had the wrong value. */
  private static <T> T naming(String option, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidInputException failure) {
      throw new InvalidInputException(option + ": " + failure.getMessage(), failure);
    }
  }
}
