package latentlab.evaluation.neighbours;

import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.models.ImageClassifier.Features;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;

/**
 * Finds the images of a set, such as the training images, that are nearest to given ones by the
 * Euclidean distance of their pixels (0 to 1). Holds nothing but the set: its images become floats
 * block by block. Any thread may use it; one image among 60,000 takes about as long as to read them
 * once.
 *
 * @param images what is searched
 */
public record NearestImages(ImageSet images) {

  private static final int BLOCK = 2048;

  /**
   * The nearest images of each of some.
   *
   * @param wanted [count, height, width, channels], 0 to 1, of the size of the set's
   * @param each how many for each, from 1 to the size of the set
   * @param progress is told how much of the set is done
   * @param cancellation asked before each block
   * @return places in the set, the nearest first, and distances that are exact to single precision
   * @throws IllegalArgumentException if the images have another size, or the set is too small
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Neighbours of(ImageBatch wanted, int each, Progress progress, Cancellation cancellation) {
    if (!wanted.shape().equals(images.shape())) {
      throw new IllegalArgumentException(
          "images of " + wanted.shape() + " among images of " + images.shape());
    }
    if (each < 1 || each > images.size()) {
      throw new IllegalArgumentException(each + " neighbours among " + images.size() + " images");
    }
    int size = images.shape().size();
    Features rows = new Features(wanted.count(), size, wanted.pixels());
    Neighbours nearest = Neighbours.none(wanted.count(), each);
    for (int from = 0; from < images.size(); from += BLOCK) {
      cancellation.throwIfRequested();
      progress.report(from, images.size(), "searching the nearest training images");
      int count = Math.min(BLOCK, images.size() - from);
      float[] block = new float[count * size];
      for (int i = 0; i < count; i++) {
        images.copyImage(from + i, block, i * size);
      }
      nearest.offer(rows, new Features(count, size, block), from, cancellation);
    }
    progress.report(images.size(), images.size(), "searching the nearest training images");
    return exact(nearest, wanted);
  }

  /**
   * The distances anew, pixel by pixel: a difference of large squares does not tell a copy from
   * what is nearly one.
   */
  private Neighbours exact(Neighbours nearest, ImageBatch wanted) {
    int size = images.shape().size();
    float[] other = new float[size];
    Neighbours sorted = Neighbours.none(wanted.count(), nearest.each());
    for (int i = 0; i < nearest.index().length; i++) {
      if (nearest.index()[i] < 0) {
        continue; // Pixels that are no numbers have no neighbours: the distance stays infinite.
      }
      images.copyImage(nearest.index()[i], other, 0);
      int row = i / nearest.each();
      double sum = 0;
      for (int p = 0; p < size; p++) {
        double difference = (double) wanted.pixels()[row * size + p] - other[p];
        sum += difference * difference;
      }
      sorted.take(
          new SquaredDistances.Block(row, 1, nearest.index()[i], 1, new float[] {(float) sum}), 0);
    }
    return sorted;
  }
}
