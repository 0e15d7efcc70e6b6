package latentlab.models.networks;

import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.failure.InvalidInputException;

/**
 * The classes of a model.
 *
 * @param names one for each label, at least one
 */
public record ClassLabels(List<String> names) {

  /**
   * The labels of a batch.
   *
   * @param batch images that should be labelled
   * @return [count], the batch's own array
   * @throws InvalidInputException if it has none, or one that is no class
   */
  public int[] of(ImageBatch batch) {
    if (batch.labels().length != batch.count()) {
      throw new InvalidInputException(
          "this model needs the label of each image; these images have none: say which class they"
              + " are");
    }
    return checked(batch.labels());
  }

  /**
   * Labels that were asked for.
   *
   * @param labels from 0 to the number of classes - 1
   * @return the same array
   * @throws InvalidInputException if one is no class
   */
  public int[] checked(int... labels) {
    for (int label : labels) {
      if (label < 0 || label >= names.size()) {
        throw new InvalidInputException(
            String.format(
                "there is no class %d; expected a label from 0 to %d", label, names.size() - 1));
      }
    }
    return labels;
  }
}
