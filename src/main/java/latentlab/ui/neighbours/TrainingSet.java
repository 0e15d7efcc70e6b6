package latentlab.ui.neighbours;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.evaluation.neighbours.NearestImages;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;

/**
 * What a model has learnt from. Immutable; any thread may read it.
 *
 * @param images the training images
 * @param classNames the name of each class, in the order of the labels; empty without labels
 * @param usualDistance how far images that no model has seen are from their nearest training image:
 *     the median over some of the test part, a Euclidean distance of pixels from 0 to 1
 */
public record TrainingSet(ImageSet images, List<String> classNames, double usualDistance) {

  /** So many that the median moves by a few hundredths with others. */
  private static final int MEASURED = 60;

  /** Copies the class names. */
  public TrainingSet {
    classNames = List.copyOf(classNames);
  }

  /**
   * Takes the training part of a data set and measures how near unseen images are to it.
   *
   * @param dataset has at least one image in its training and its test part
   * @param progress is told how far it has come
   * @param cancellation asked at each block of images
   * @return holds on to the training part alone
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static TrainingSet of(Dataset dataset, Progress progress, Cancellation cancellation) {
    int count = Math.min(MEASURED, dataset.test().size());
    float[] squared =
        new NearestImages(dataset.train())
            .of(
                dataset.test().batch(IntStream.range(0, count).toArray()),
                1,
                progress,
                cancellation)
            .squaredDistance();
    Arrays.sort(squared);
    return new TrainingSet(
        dataset.train(), dataset.classNames(), Math.sqrt(squared[squared.length / 2]));
  }
}
