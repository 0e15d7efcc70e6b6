package latentlab.ui.latent.points;

import java.util.List;
import latentlab.data.ImageSet;
import latentlab.evaluation.projection.NearestPoints;
import latentlab.evaluation.projection.PrincipalComponents;
import latentlab.models.LatentCodes;

/**
 * Images with their codes. Immutable; any thread may read it.
 *
 * @param dataset the name of the data set that the images belong to
 * @param named whether it is the one that the model's card names
 * @param images the images, as many as codes
 * @param classNames the name of each class; empty without labels
 * @param codes [count, latentSize], in the order of the images
 * @param components the principal components of the codes
 */
public record PointCloud(
    String dataset,
    boolean named,
    ImageSet images,
    List<String> classNames,
    LatentCodes codes,
    PrincipalComponents components) {

  /**
   * Copies the class names.
   *
   * @throws IllegalArgumentException if there are not as many codes as images
   */
  public PointCloud {
    classNames = List.copyOf(classNames);
    if (images.size() != codes.count()) {
      throw new IllegalArgumentException(
          codes.count() + " codes do not belong to " + images.size() + " images");
    }
  }

  /** Whether another cloud shows the codes of the same images, such as those of a changed model. */
  boolean hasImagesOf(PointCloud other) {
    return dataset.equals(other.dataset) && count() == other.count();
  }

  /** The images whose codes are nearest to a code, the nearest first; none if it does not fit. */
  int[] nearest(float[] code, int most) {
    return codes.size() == code.length ? NearestPoints.to(codes, code, most) : new int[0];
  }

  /**
   * How many points there are.
   *
   * @return at least 1
   */
  public int count() {
    return codes.count();
  }

  /**
   * The class of an image.
   *
   * @param index from 0 to {@code count() - 1}
   * @return its label, or 0 where there are no labels
   */
  public int label(int index) {
    return images.isLabelled() ? images.label(index) : 0;
  }

  /**
   * What people call the class of an image.
   *
   * @param index from 0 to {@code count() - 1}
   * @return empty where there are no labels
   */
  public String className(int index) {
    if (!images.isLabelled()) {
      return "";
    }
    int label = images.label(index);
    return label < classNames.size() ? classNames.get(label) : Integer.toString(label);
  }
}
