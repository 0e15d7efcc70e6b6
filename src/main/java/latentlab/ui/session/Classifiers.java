package latentlab.ui.session;

import java.util.Optional;
import latentlab.data.ImageShape;
import latentlab.models.GenerativeModel;

/** Finds the classifier that knows the images of a data set, for tabs that judge images by it. */
@FunctionalInterface
public interface Classifiers {

  /** Knows no images. */
  Classifiers NONE = (dataset, shape) -> Optional.empty();

  /**
   * A live classifier.
   *
   * @param dataset the name of the data set whose images, or the like of them, are to be judged
   * @param shape of the images
   * @return a {@link latentlab.models.ImageClassifier} of the calling thread, to be closed by it;
   *     empty if there is none for such images
   * @throws latentlab.failure.UserException if its files are not sound
   */
  Optional<GenerativeModel> open(String dataset, ImageShape shape);
}
