package latentlab.evaluation.fewlabels;

import java.util.Arrays;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.Permutation;
import latentlab.failure.InvalidInputException;
import latentlab.random.Seed;

/** Which images take part, and of which of them the label is known. */
final class LabelChoice {

  private LabelChoice() {}

  /**
   * Chooses training images: first those with a known label, as many of each class as can be, then
   * others.
   *
   * @return indices of the training part, each once
   * @throws InvalidInputException if there are no labels, fewer asked for than there are classes,
   *     or more than there are images of a class
   */
  static int[] choose(Dataset dataset, int labels, int images, Seed seed) {
    ImageSet train = dataset.train();
    int classes = dataset.classNames().size();
    requireLabels(dataset, labels, classes);
    int[] order = Permutation.of(train.size(), seed.derive("few-labels"));
    int[] wanted = new int[classes];
    for (int i = 0; i < labels; i++) {
      wanted[i % classes]++;
    }
    int[] chosen = new int[Math.min(train.size(), Math.max(labels, images))];
    boolean[] taken = new boolean[train.size()];
    int count = 0;
    for (int index : order) {
      if (wanted[train.label(index)] > 0) {
        wanted[train.label(index)]--;
        taken[index] = true;
        chosen[count++] = index;
      }
    }
    if (Arrays.stream(wanted).anyMatch(missing -> missing > 0)) {
      throw new InvalidInputException(
          "data set "
              + dataset.name()
              + " has too few images of a class for "
              + labels
              + " labels in equal numbers");
    }
    for (int index : order) {
      if (!taken[index] && count < chosen.length) {
        chosen[count++] = index;
      }
    }
    return chosen;
  }

  private static void requireLabels(Dataset dataset, int labels, int classes) {
    if (!dataset.train().isLabelled() || !dataset.test().isLabelled() || classes < 2) {
      throw new InvalidInputException("data set " + dataset.name() + " has no labels");
    }
    if (labels < classes || labels > dataset.train().size()) {
      throw new InvalidInputException(
          String.format(
              "labels must be a whole number from %d, one for each class, to %d, not %d",
              classes, dataset.train().size(), labels));
    }
  }
}
