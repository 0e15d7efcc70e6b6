package latentlab.ui.session;

import java.util.List;
import latentlab.data.ImageSet;
import latentlab.models.storage.ModelCard;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;

/** Finds images that a model has not learnt from, in the user's data. */
@FunctionalInterface
public interface TestImages {

  /**
   * Opens the test images of the data set that a model's card names, or others of the same size
   * where that data set is not there. May take seconds, so that it is called in the background.
   *
   * @param card what is known about the model
   * @param progress is told how far it has come
   * @param cancellation ends it early
   * @return at least one image, of the size that the model takes
   * @throws latentlab.failure.UserException if there are no images of that size
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  Opened open(ModelCard card, Progress progress, Cancellation cancellation);

  /**
   * Images and where they come from.
   *
   * @param dataset the name of their data set
   * @param images the test images
   * @param classNames the name of each class, in the order of the labels; empty without labels
   * @param named whether it is the data set that the card names
   */
  record Opened(String dataset, ImageSet images, List<String> classNames, boolean named) {

    /** Copies the class names. */
    public Opened {
      classNames = List.copyOf(classNames);
    }
  }
}
