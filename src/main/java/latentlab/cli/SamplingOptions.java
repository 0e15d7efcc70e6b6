package latentlab.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.denoising.ClassMix;
import latentlab.models.denoising.SamplingControl;
import latentlab.models.denoising.SamplingRequest;
import latentlab.models.denoising.StepwiseSampler;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.origin.SamplingWay;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of models that make images from noise step by step. */
final class SamplingOptions {

  /** What a model that cannot be sampled step by step is asked in vain. */
  static final String DEED = "make images from noise step by step";

  private static final double EVEN = 0.5;

  @Option(
      names = "--class",
      paramLabel = "K",
      description = {
        "The class to draw, by name or number from 0; several joined by commas take turns.",
        "Only for models that can be asked for a class."
      })
  private @Nullable String classes;

  @Option(
      names = "--mix",
      paramLabel = "K[:W]",
      description = {
        "A second class that is mixed with that of --class, and its weight from 0 to 1",
        "(default: 0.5). Only for diffusion models."
      })
  private @Nullable String mix;

  @Mixin private final SamplerOptions samplerOptions = new SamplerOptions();

  /**
   * The classes that were asked for.
   *
   * @return as {@code --class} has them, or null
   */
  @Nullable String classes() {
    return classes;
  }

  /** Whether something was asked for that only models with steps know. */
  boolean areGiven() {
    return mix != null || samplerOptions.areGiven();
  }

  /**
   * What is asked of a model.
   *
   * @param model the model
   * @param sampler the same, as what it can do
   * @param count how many images
   * @param seed decides which
   * @return the request
   * @throws InvalidInputException if an option has a wrong value, or is not for such a model
   */
  SamplingRequest request(GenerativeModel model, StepwiseSampler sampler, int count, Seed seed) {
    SamplingRequest request = samplerOptions.request(sampler, count, seed);
    return classes == null && mix == null
        ? request
        : request.withClasses(mixes(new ModelClasses(model.images().classNames()), count));
  }

  private List<ClassMix> mixes(ModelClasses names, int count) {
    if (classes == null) {
      throw new InvalidInputException("--mix needs a first class by --class");
    }
    int[] turns = names.labels("--class", classes);
    if (mix == null) {
      return IntStream.range(0, count).mapToObj(i -> ClassMix.of(turns[i % turns.length])).toList();
    }
    String[] parts = mix.split(":", 2);
    int second = names.labels("--mix", parts[0])[0];
    double weight = parts.length == 1 ? EVEN : weight(parts[1]);
    return IntStream.range(0, count)
        .mapToObj(i -> new ClassMix(turns[i % turns.length], second, weight))
        .toList();
  }

  private static double weight(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException noNumber) {
      throw new InvalidInputException(
          "--mix: the weight must be a number from 0 to 1, not '" + text + "'", noNumber);
    }
  }

  /**
   * Tells what these options ask for.
   *
   * @param origin what is known already
   * @param model what was asked
   * @param count how many images were asked for
   * @param seed decided which
   * @return the origin with classes and, of a model with steps, the way from noise to the images
   */
  ImageOrigin describe(ImageOrigin origin, GenerativeModel model, int count, Seed seed) {
    ImageOrigin told = origin;
    if (classes != null) {
      int[] labels = new ModelClasses(model.images().classNames()).labels("--class", classes);
      told = told.withClasses(Arrays.stream(labels).boxed().toList());
    }
    if (mix != null) {
      told = told.with("mix", mix);
    }
    return model instanceof StepwiseSampler sampler
        ? told.with("images", Integer.toString(count))
            .withWay(SamplingWay.of(request(model, sampler, count, seed)))
        : told;
  }

  /**
   * Shows how far a sampling has come, and lets the user stop it within one step.
   *
   * @param progress is told after each step
   * @param cancellation is asked before each step
   * @return the control
   */
  static SamplingControl control(Progress progress, Cancellation cancellation) {
    return new SamplingControl(progress, cancellation, step -> {});
  }
}
