package latentlab.models.conditionalvae;

import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.failure.InvalidInputException;

/**
 * The classes of a model.
 *
 * @param names one for each label, at least one
 */
record ClassLabels(List<String> names) {

  /**
   * The labels of a batch.
   *
   * @throws InvalidInputException if it has none, or one that is no class
   */
  int[] of(ImageBatch batch) {
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
   * @throws InvalidInputException if one is no class
   */
  int[] checked(int... labels) {
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
