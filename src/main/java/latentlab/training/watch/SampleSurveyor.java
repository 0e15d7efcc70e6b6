package latentlab.training.watch;

import java.util.Optional;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageClassifier;
import latentlab.models.PriorSampler;
import latentlab.random.Seed;

/** Draws the same samples from a model again and again, to see how they change. */
public final class SampleSurveyor implements AutoCloseable {

  /** So many that a class of a tenth is missed by chance once in 10^22. */
  private static final int SAMPLES = 500;

  private static final Seed SEED = new Seed(1);

  private final PriorSampler sampler;
  private final double realDifference;
  private final Optional<GenerativeModel> classifier;

  /**
   * Looks at real images for comparison.
   *
   * @param sampler the model that trains; of the calling thread
   * @param dataset what it learns from
   * @param classifier is closed with this; empty if there is none for such images
   */
  public SampleSurveyor(
      PriorSampler sampler, Dataset dataset, Optional<GenerativeModel> classifier) {
    ImageSet images = dataset.validation();
    int count = Math.min(SAMPLES, images.size());
    this.sampler = sampler;
    this.realDifference =
        count > 1 ? SampleSurvey.difference(images.batch(IntStream.range(0, count).toArray())) : 0;
    this.classifier = classifier;
  }

  /**
   * Looks at samples of the model as it is now.
   *
   * @return what they are like
   */
  public SampleSurvey survey() {
    return SampleSurvey.of(
        sampler.sample(SAMPLES, SEED), realDifference, classifier.map(ImageClassifier.class::cast));
  }

  @Override
  public void close() {
    classifier.ifPresent(GenerativeModel::close);
  }
}
