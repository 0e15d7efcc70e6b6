package latentlab.training.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.models.ImageClassifier;

/**
 * What samples of a model are like, as a whole.
 *
 * @param classShares the share of each class among them, by a classifier; empty without one
 * @param diversity their mean squared difference from one another, in parts of that of real images:
 *     near 1 if they differ as much, near 0 if they are all alike
 */
public record SampleSurvey(List<Double> classShares, double diversity) {

  /** Copies the shares. */
  public SampleSurvey {
    classShares = List.copyOf(classShares);
  }

  /**
   * Looks at samples.
   *
   * @param samples at least 2
   * @param realDifference {@link #difference} of real images
   * @param classifier tells their classes; empty if there is none for such images
   * @return what they are like
   */
  static SampleSurvey of(
      ImageBatch samples, double realDifference, Optional<ImageClassifier> classifier) {
    double diversity = realDifference > 0 ? difference(samples) / realDifference : 1;
    return new SampleSurvey(
        classifier.map(judge -> shares(judge, samples)).orElse(List.of()), diversity);
  }

  /**
   * How much images differ from one another.
   *
   * @param images at least 2, in an order that has nothing to do with how they look
   * @return the mean squared difference of pixels, over pairs of neighbours
   */
  static double difference(ImageBatch images) {
    float[] pixels = images.pixels();
    int size = images.shape().size();
    double sum = 0;
    for (int i = size; i < pixels.length; i++) {
      double step = pixels[i] - pixels[i - size];
      sum += step * step;
    }
    return sum / (pixels.length - size);
  }

  private static List<Double> shares(ImageClassifier classifier, ImageBatch samples) {
    ImageClassifier.Features probabilities = classifier.probabilities(samples);
    double[] shares = new double[probabilities.size()];
    for (int i = 0; i < probabilities.count(); i++) {
      shares[probabilities.greatest(i)] += 1.0 / probabilities.count();
    }
    return Arrays.stream(shares).boxed().toList();
  }

  /**
   * The number of classes that are there.
   *
   * @param least the share from which a class counts, above 0
   * @return from 0 to the number of classes
   */
  public int classesWith(double least) {
    return (int) classShares.stream().filter(share -> share >= least).count();
  }
}
