package latentlab.ui.neighbours;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.evaluation.neighbours.NearestImages;
import latentlab.evaluation.neighbours.Neighbours;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;

/**
 * The training images that are nearest to one picture.
 *
 * @param images [count, height, width, channels], the nearest first
 * @param neighbours what is known about each
 * @param usualDistance as {@link TrainingSet#usualDistance}
 * @param among how many images were searched
 */
public record NearestPictures(
    ImageBatch images, List<Neighbour> neighbours, double usualDistance, int among) {

  /** Copies the list. */
  public NearestPictures {
    neighbours = List.copyOf(neighbours);
  }

  /** Searches a set for those nearest to a picture, [1, height, width, channels]. */
  static NearestPictures of(
      ImageBatch picture, TrainingSet set, int most, Progress progress, Cancellation cancellation) {
    ImageSet images = set.images();
    Neighbours found =
        new NearestImages(images)
            .of(picture, Math.min(most, images.size()), progress, cancellation);
    int[] places = Arrays.stream(found.index()).filter(place -> place >= 0).toArray();
    List<Neighbour> neighbours = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      double distance = Math.sqrt(found.squaredDistance()[i]);
      neighbours.add(new Neighbour(places[i], distance, className(set, places[i])));
    }
    return new NearestPictures(
        images.batch(places), neighbours, set.usualDistance(), images.size());
  }

  private static String className(TrainingSet set, int place) {
    if (!set.images().isLabelled()) {
      return "";
    }
    int label = set.images().label(place);
    return label < set.classNames().size() ? set.classNames().get(label) : Integer.toString(label);
  }

  /**
   * One training image.
   *
   * @param place in the training set, from 0
   * @param distance from the picture, the Euclidean distance of pixels from 0 to 1
   * @param className its class; empty where there are no labels
   */
  public record Neighbour(int place, double distance, String className) {}
}
