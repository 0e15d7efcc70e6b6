package latentlab.models.denoising;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.failure.InvalidInputException;
import latentlab.random.Seed;

/**
 * What images are wanted and how they are to be made. Immutable.
 *
 * @param seeds one for each image; an image depends on its own alone
 * @param sampler the way from step to step
 * @param steps how many of the model's T steps are visited, from 1
 * @param eta how much of the ancestral sampler's noise DDIM adds, 0 to 1; other samplers ignore it
 * @param guidance how far the prediction without a class is left in the direction of the one with
 *     it (Ho and Salimans 2022, where w = guidance - 1): 0 ignores the class, 1 is the conditional
 *     model, more exaggerates the class
 * @param classes the class of each image; empty for images of any class
 * @param clip whether predicted clean images are cut off at -1 and 1, as all images are
 */
public record SamplingRequest(
    List<Seed> seeds,
    SamplerType sampler,
    int steps,
    double eta,
    double guidance,
    List<ClassMix> classes,
    boolean clip) {

  private static final double LARGEST_GUIDANCE = 100;

  /**
   * Checks what does not depend on the model.
   *
   * @throws InvalidInputException if there is no seed, the classes are not as many as the seeds, or
   *     steps, eta or guidance are out of range
   */
  public SamplingRequest {
    seeds = List.copyOf(seeds);
    classes = List.copyOf(classes);
    check(!seeds.isEmpty(), "at least one image must be asked for");
    check(
        classes.isEmpty() || classes.size() == seeds.size(),
        "for " + seeds.size() + " images " + classes.size() + " classes were given");
    check(steps >= 1, "the steps of a sampler must be at least 1, not " + steps);
    check(eta >= 0 && eta <= 1, "eta must be from 0 to 1, not " + eta);
    check(
        guidance >= 0 && guidance <= LARGEST_GUIDANCE,
        "guidance must be from 0 to " + LARGEST_GUIDANCE + ", not " + guidance);
  }

  /**
   * Images of any class by DDIM, without noise on the way and with the conditional model's
   * predictions.
   *
   * @param count how many images
   * @param seed decides which; the seed of each is derived from it
   * @param steps from 1 to T
   * @return a request to be changed
   * @throws InvalidInputException if a number is out of range
   */
  public static SamplingRequest of(int count, Seed seed, int steps) {
    List<Seed> seeds = IntStream.range(0, count).mapToObj(i -> seed.derive("image", i)).toList();
    return new SamplingRequest(seeds, SamplerType.DDIM, steps, 0, 1, List.of(), true);
  }

  /**
   * How many images.
   *
   * @return at least 1
   */
  public int count() {
    return seeds.size();
  }

  /**
   * The same with other seeds.
   *
   * @param newSeeds one for each image
   * @return the request
   */
  public SamplingRequest withSeeds(List<Seed> newSeeds) {
    return new SamplingRequest(newSeeds, sampler, steps, eta, guidance, classes, clip);
  }

  /**
   * The same by another sampler.
   *
   * @param newSampler the way from step to step
   * @param newEta 0 to 1
   * @return the request
   */
  public SamplingRequest withSampler(SamplerType newSampler, double newEta) {
    return new SamplingRequest(seeds, newSampler, steps, newEta, guidance, classes, clip);
  }

  /**
   * The same with another number of steps.
   *
   * @param newSteps from 1 to T
   * @return the request
   */
  public SamplingRequest withSteps(int newSteps) {
    return new SamplingRequest(seeds, sampler, newSteps, eta, guidance, classes, clip);
  }

  /**
   * The same with other guidance.
   *
   * @param newGuidance 0 or more
   * @return the request
   */
  public SamplingRequest withGuidance(double newGuidance) {
    return new SamplingRequest(seeds, sampler, steps, eta, newGuidance, classes, clip);
  }

  /**
   * The same for other classes.
   *
   * @param newClasses one for each image, or empty
   * @return the request
   */
  public SamplingRequest withClasses(List<ClassMix> newClasses) {
    return new SamplingRequest(seeds, sampler, steps, eta, guidance, newClasses, clip);
  }

  /**
   * The same with all images of one class, or of one mix.
   *
   * @param mix of each image
   * @return the request
   */
  public SamplingRequest withClass(ClassMix mix) {
    return withClasses(Stream.generate(() -> mix).limit(count()).toList());
  }

  /**
   * The same with or without the limits of predicted images.
   *
   * @param newClip whether they are cut off at -1 and 1
   * @return the request
   */
  public SamplingRequest withClip(boolean newClip) {
    return new SamplingRequest(seeds, sampler, steps, eta, guidance, classes, newClip);
  }

  /**
   * Some of the images.
   *
   * @param from the first
   * @param to after the last
   * @return the request for these alone
   */
  public SamplingRequest part(int from, int to) {
    return withClasses(List.of())
        .withSeeds(seeds.subList(from, to))
        .withClasses(classes.isEmpty() ? classes : classes.subList(from, to));
  }

  /**
   * The labels of the images.
   *
   * @return [count], or empty if a class is not known or mixed
   */
  public int[] labels() {
    return classes.stream().allMatch(ClassMix::isPure)
        ? classes.stream().mapToInt(ClassMix::label).toArray()
        : new int[0];
  }

  void checkFor(NoiseSchedule schedule, int modelClasses) {
    check(
        steps <= schedule.steps(),
        String.format(
            "the steps of a sampler must be from 1 to the model's %d, not %d",
            schedule.steps(), steps));
    check(
        classes.isEmpty() || modelClasses > 0,
        "this model was trained without classes, so no class can be asked of it");
    classes.forEach(mix -> mix.check(modelClasses));
  }

  private static void check(boolean right, String message) {
    if (!right) {
      throw new InvalidInputException(message);
    }
  }
}
