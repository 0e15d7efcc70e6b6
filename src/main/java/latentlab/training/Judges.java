package latentlab.training;

import java.util.Optional;
import latentlab.data.Dataset;
import latentlab.models.GenerativeModel;

/** Finds the classifier that knows the images of a data set. */
@FunctionalInterface
public interface Judges {

  /** Knows no images. */
  Judges NONE = dataset -> Optional.empty();

  /**
   * A live classifier.
   *
   * @param dataset whose images, or the like of them, it is to judge
   * @return a {@link latentlab.models.ImageClassifier} of the calling thread, to be closed by it;
   *     empty if there is none for such images
   */
  Optional<GenerativeModel> open(Dataset dataset);
}
