package latentlab.data.view;

import java.util.Optional;
import latentlab.data.Dataset;
import latentlab.data.property.ImageProperty;

/**
 * A data set that was made out of another one, and where its images come from.
 *
 * @param dataset with its own classes
 * @param original the same images in the same order, with the name, classes and labels that the
 *     source gives them
 * @param property by which the two classes were made; empty if they were not made by one
 */
public record DatasetView(Dataset dataset, Dataset original, Optional<ImageProperty> property) {

  /**
   * A data set as it is.
   *
   * @param dataset whatever was loaded
   * @return it in both places
   */
  public static DatasetView of(Dataset dataset) {
    return new DatasetView(dataset, dataset, Optional.empty());
  }
}
