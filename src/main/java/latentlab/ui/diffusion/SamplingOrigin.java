package latentlab.ui.diffusion;

import java.util.List;
import java.util.Optional;
import latentlab.failure.InvalidInputException;
import latentlab.models.denoising.ClassMix;
import latentlab.models.denoising.SamplingRequest;
import latentlab.models.denoising.Trajectory;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.origin.SamplingWay;

/** Choices as the origin of a picture tells them, and back. */
final class SamplingOrigin {

  private static final String COUNT = "images";
  private static final String MIX = "mix";
  private static final String NOISE = "noise";
  private static final String BEGINNING = "begins-with";

  private SamplingOrigin() {}

  /**
   * Tells how images were made.
   *
   * @param origin names the model
   * @param made the way
   * @param choices what was chosen for it; empty if it did not begin with noise alone, so that it
   *     cannot be made again from its seed
   */
  static ImageOrigin of(ImageOrigin origin, Trajectory made, Optional<SamplingChoices> choices) {
    SamplingRequest request = made.request();
    ImageOrigin told =
        origin
            .withWay(SamplingWay.of(request))
            .with(COUNT, Integer.toString(request.count()))
            .with(BEGINNING, choices.isPresent() ? NOISE : "an image or another way");
    if (choices.isPresent()) {
      told = told.withSeed(choices.get().seed());
    }
    if (request.classes().isEmpty()) {
      return told;
    }
    ClassMix mix = request.classes().get(0);
    told = told.withClasses(List.of(mix.first()));
    return mix.first() == mix.second() ? told : told.with(MIX, mix.second() + ":" + mix.weight());
  }

  /**
   * What must be chosen to make the images again. What a model cannot do is cut to what it can; the
   * origin may come from a file.
   *
   * @return empty if the origin tells no way from noise
   */
  static Optional<SamplingChoices> choices(ImageOrigin origin, DiffusionModel model) {
    int count =
        whole(origin.details().getOrDefault(COUNT, "1"))
            .map(number -> Math.max(1, Math.min(SamplingChoices.MOST_IMAGES, number)))
            .orElse(1);
    return origin
        .way()
        .map(
            way ->
                new SamplingChoices(
                    count,
                    origin.seed().orElse(1),
                    way.sampler(),
                    Math.min(way.steps(), model.schedule().steps()),
                    way.eta(),
                    way.guidance(),
                    mix(origin, model)));
  }

  /** Whether the images can be made again from their seed alone. */
  static boolean beganWithNoise(ImageOrigin origin) {
    return NOISE.equals(origin.details().get(BEGINNING)) || origin.activity().equals("generate");
  }

  private static Optional<ClassMix> mix(ImageOrigin origin, DiffusionModel model) {
    int classes = model.classNames().size();
    if (origin.classes().isEmpty() || origin.classes().get(0) >= classes) {
      return Optional.empty();
    }
    int first = origin.classes().get(0);
    String[] parts = origin.details().getOrDefault(MIX, "").split(":", -1);
    if (parts.length == 2) {
      try {
        int second = Integer.parseInt(parts[0]);
        if (second >= 0 && second < classes) {
          return Optional.of(new ClassMix(first, second, Double.parseDouble(parts[1])));
        }
      } catch (NumberFormatException | InvalidInputException noMix) {
        return Optional.of(ClassMix.of(first));
      }
    }
    return Optional.of(ClassMix.of(first));
  }

  private static Optional<Integer> whole(String text) {
    try {
      return Optional.of(Integer.parseInt(text));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }
}
