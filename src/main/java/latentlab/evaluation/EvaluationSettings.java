package latentlab.evaluation;

import java.util.Optional;
import java.util.OptionalDouble;
import latentlab.data.ImageSet;
import latentlab.models.ImageClassifier;
import latentlab.models.PriorSampler;

/**
 * What is measured beyond what the images alone allow.
 *
 * @param classifier judges reconstructions and samples; takes images of the model's size and is
 *     called on the same thread as the model
 * @param sampler draws the samples, on the same thread; empty if nothing can
 * @param samples how many images are drawn from the model and judged; 0 for none, else at least 2
 * @param training images of which as many are compared with the measured ones as samples are
 * @param importanceSamples of the log-likelihood of each image; 0 leaves it out
 * @param noise the standard deviation of the noise that is to be removed, at least 0; empty for the
 *     model's own, if it has some
 * @param inversions for how many of the images a model that can only be inverted searches codes; 0
 *     for none
 * @param memorisation how many samples are compared with all of {@code training}, pixel by pixel; 0
 *     for none
 */
public record EvaluationSettings(
    Optional<ImageClassifier> classifier,
    Optional<PriorSampler> sampler,
    int samples,
    Optional<ImageSet> training,
    int importanceSamples,
    OptionalDouble noise,
    int inversions,
    int memorisation) {

  /** Only what needs nothing but the images. */
  public static final EvaluationSettings PLAIN =
      new EvaluationSettings(
          Optional.empty(), Optional.empty(), 0, Optional.empty(), 0, OptionalDouble.empty());

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public EvaluationSettings {
    if (samples < 0
        || samples == 1
        || importanceSamples < 0
        || inversions < 0
        || memorisation < 0) {
      throw new IllegalArgumentException(
          String.format(
              "%d samples, %d importance samples, %d inversions, %d compared with training images",
              samples, importanceSamples, inversions, memorisation));
    }
    if (noise.isPresent() && !(noise.getAsDouble() >= 0)) {
      throw new IllegalArgumentException("noise of " + noise.getAsDouble());
    }
  }

  /**
   * Without inversions and without a search among the training images.
   *
   * @param classifier judges reconstructions and samples
   * @param sampler draws the samples
   * @param samples how many images are drawn from the model and judged
   * @param training images of which as many are compared with the measured ones as samples are
   * @param importanceSamples of the log-likelihood of each image
   * @param noise the standard deviation of the noise that is to be removed
   */
  public EvaluationSettings(
      Optional<ImageClassifier> classifier,
      Optional<PriorSampler> sampler,
      int samples,
      Optional<ImageSet> training,
      int importanceSamples,
      OptionalDouble noise) {
    this(classifier, sampler, samples, training, importanceSamples, noise, 0, 0);
  }

  /**
   * The same with another judge.
   *
   * @param judge judges reconstructions and samples
   * @return new settings, alike in all else
   */
  public EvaluationSettings withClassifier(Optional<ImageClassifier> judge) {
    return new EvaluationSettings(
        judge, sampler, samples, training, importanceSamples, noise, inversions, memorisation);
  }
}
