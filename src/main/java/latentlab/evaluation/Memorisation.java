package latentlab.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.evaluation.neighbours.NearestImages;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;

/**
 * {@link Metrics#TRAINING_DISTANCE}, {@link Metrics#DATA_TRAINING_DISTANCE} and {@link
 * Metrics#MEMORISED}: whether samples are copies of training images. Made once for many models.
 * Immutable; any thread may use it.
 */
public final class Memorisation {

  /** The quantile of the images' distances below which a sample counts as memorised. */
  public static final double QUANTILE = 0.05;

  private final NearestImages training;
  private final int samples;
  private final double imageMean;
  private final double threshold;

  private Memorisation(NearestImages training, int samples, double[] imageDistances) {
    this.training = training;
    this.samples = samples;
    this.imageMean = Arrays.stream(imageDistances).average().orElse(Double.NaN);
    this.threshold = quantile(imageDistances);
  }

  /**
   * Measures how near images are to training images that a model has not learnt them from.
   *
   * @param training what models have learnt from, at least one image
   * @param images of the same size that they have not learnt from, at least one
   * @param samples how many samples will be compared, and how many images at most, the first ones
   * @param progress is told how far the search has come
   * @param cancellation asked often
   * @return what samples can be compared with
   * @throws IllegalArgumentException if there are no images, or of different sizes
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static Memorisation of(
      ImageSet training,
      ImageSet images,
      int samples,
      Progress progress,
      Cancellation cancellation) {
    NearestImages search = new NearestImages(training);
    int count = Math.min(samples, images.size());
    ImageBatch compared = images.batch(IntStream.range(0, count).toArray());
    return new Memorisation(search, samples, distances(search, compared, progress, cancellation));
  }

  /**
   * How many samples are compared.
   *
   * @return at least 1
   */
  public int samples() {
    return samples;
  }

  /**
   * How far images that models have not learnt from are from the nearest training image.
   *
   * @return {@link Metrics#DATA_TRAINING_DISTANCE}
   */
  public double imageDistance() {
    return imageMean;
  }

  /** The size of the images. */
  ImageShape shape() {
    return training.images().shape();
  }

  /**
   * Compares samples.
   *
   * @param drawn [count, height, width, channels], 0 to 1
   * @param progress is told how far the search has come
   * @param cancellation asked often
   * @return the three metrics by name
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Map<String, Double> measure(
      ImageBatch drawn, Progress progress, Cancellation cancellation) {
    double[] distances = distances(training, drawn, progress, cancellation);
    double nearer = Arrays.stream(distances).filter(distance -> distance < threshold).count();
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(Metrics.TRAINING_DISTANCE, Arrays.stream(distances).average().orElse(Double.NaN));
    metrics.put(Metrics.DATA_TRAINING_DISTANCE, imageMean);
    metrics.put(Metrics.MEMORISED, nearer / distances.length);
    return metrics;
  }

  private static double[] distances(
      NearestImages search, ImageBatch images, Progress progress, Cancellation cancellation) {
    float[] squared = search.of(images, 1, progress, cancellation).squaredDistance();
    return IntStream.range(0, squared.length).mapToDouble(i -> Math.sqrt(squared[i])).toArray();
  }

  /** The least distance that is not among the nearest 5%. */
  private static double quantile(double... distances) {
    double[] sorted = distances.clone();
    Arrays.sort(sorted);
    return sorted[(int) (QUANTILE * sorted.length)];
  }
}
