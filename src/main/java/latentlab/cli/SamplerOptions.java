package latentlab.cli;

import java.util.Arrays;
import java.util.Locale;
import latentlab.failure.InvalidInputException;
import latentlab.models.denoising.SamplerType;
import latentlab.models.denoising.SamplingRequest;
import latentlab.models.denoising.StepwiseSampler;
import latentlab.random.Seed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that choose the way from noise to images. */
final class SamplerOptions {

  @Option(
      names = "--sampler",
      paramLabel = "NAME",
      description = "ddpm, ddim or dpm-solver (default: the model's). Only for diffusion models.")
  private @Nullable String name;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Steps of the sampler (default: the model's). Only for diffusion models.")
  private @Nullable Integer steps;

  @Option(
      names = "--eta",
      paramLabel = "X",
      description = "Noise that DDIM adds on the way, 0 to 1. Only for diffusion models.")
  private @Nullable Double eta;

  @Option(
      names = "--guidance",
      paramLabel = "X",
      description = {
        "How much the class is exaggerated: 0 ignores it, 1 is the model itself (default: the",
        "model's). Only for diffusion models."
      })
  private @Nullable Double guidance;

  /** Whether anything was asked for. */
  boolean areGiven() {
    return name != null || steps != null || eta != null || guidance != null;
  }

  /**
   * What is asked of a model, of any class.
   *
   * @param sampler the model
   * @param count how many images
   * @param seed decides which
   * @return the request
   * @throws InvalidInputException if an option has a wrong value
   */
  SamplingRequest request(StepwiseSampler sampler, int count, Seed seed) {
    SamplingRequest request = sampler.request(count, seed);
    if (name != null || eta != null) {
      SamplerType type = name == null ? request.sampler() : parse(name);
      request = request.withSampler(type, eta == null ? request.eta() : eta);
    }
    if (steps != null) {
      request = request.withSteps(steps);
    }
    if (guidance != null) {
      request = request.withGuidance(guidance);
    }
    return request;
  }

  private static SamplerType parse(String name) {
    String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(SamplerType.values())
        .filter(type -> type.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "--sampler '" + name + "' is none of ddpm, ddim, dpm-solver"));
  }
}
