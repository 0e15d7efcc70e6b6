package latentlab.ui.diffusion;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import latentlab.models.denoising.ClassMix;
import latentlab.models.denoising.SamplerType;
import latentlab.models.denoising.SamplingRequest;
import latentlab.random.Seed;

/**
 * What is chosen for the next images. Immutable.
 *
 * @param count how many images
 * @param seed decides which
 * @param sampler the way from step to step
 * @param steps how many steps are made
 * @param eta how much noise DDIM adds, 0 to 1
 * @param guidance how much the class is exaggerated; 1 is the conditional model
 * @param mix the class, or two of them; empty for any
 */
record SamplingChoices(
    int count,
    long seed,
    SamplerType sampler,
    int steps,
    double eta,
    double guidance,
    Optional<ClassMix> mix) {

  /** The most images that are made at once, so that each stays large enough to be seen. */
  static final int MOST_IMAGES = 16;

  /** As a model's settings have it, four images of any class. */
  static SamplingChoices of(SamplingRequest defaults) {
    return new SamplingChoices(
        4,
        1,
        defaults.sampler(),
        defaults.steps(),
        defaults.eta(),
        defaults.guidance(),
        Optional.empty());
  }

  /** The request for the model. */
  SamplingRequest request() {
    return request(count);
  }

  /** The request for another number of images. */
  SamplingRequest request(int images) {
    Seed root = new Seed(seed);
    List<Seed> seeds = IntStream.range(0, images).mapToObj(i -> root.derive("image", i)).toList();
    SamplingRequest request =
        new SamplingRequest(seeds, sampler, steps, eta, guidance, List.of(), true);
    return mix.map(request::withClass).orElse(request);
  }

  SamplingChoices withCount(int next) {
    return new SamplingChoices(next, seed, sampler, steps, eta, guidance, mix);
  }

  SamplingChoices withSeed(long next) {
    return new SamplingChoices(count, next, sampler, steps, eta, guidance, mix);
  }

  SamplingChoices withSampler(SamplerType next) {
    return new SamplingChoices(count, seed, next, steps, eta, guidance, mix);
  }

  SamplingChoices withSteps(int next) {
    return new SamplingChoices(count, seed, sampler, next, eta, guidance, mix);
  }

  SamplingChoices withEta(double next) {
    return new SamplingChoices(count, seed, sampler, steps, next, guidance, mix);
  }

  SamplingChoices withGuidance(double next) {
    return new SamplingChoices(count, seed, sampler, steps, eta, next, mix);
  }

  SamplingChoices withMix(Optional<ClassMix> next) {
    return new SamplingChoices(count, seed, sampler, steps, eta, guidance, next);
  }
}
