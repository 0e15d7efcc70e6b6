package latentlab.models;

import java.util.List;
import latentlab.data.ImageShape;

/**
 * The kind of images a model is made for.
 *
 * @param shape the size of each image
 * @param classNames the name of each class, in the order of the labels; empty without labels
 */
public record ImageDomain(ImageShape shape, List<String> classNames) {

  /** Copies the class names. */
  public ImageDomain {
    classNames = List.copyOf(classNames);
  }
}
