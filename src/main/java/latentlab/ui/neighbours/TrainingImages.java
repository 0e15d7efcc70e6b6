package latentlab.ui.neighbours;

import latentlab.models.storage.ModelCard;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;

/** Opens the images that models have learnt from, if they are on this machine. */
@FunctionalInterface
public interface TrainingImages {

  /**
   * Opens the training images of the data set that a model's card names. May take seconds, so that
   * it is called in the background; those that were opened last are there at once.
   *
   * @param card what is known about the model
   * @param progress is told how far it has come
   * @param cancellation ends it early
   * @return the images that the model has learnt from, of the size that it takes
   * @throws latentlab.failure.UserException if they are not here
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  TrainingSet open(ModelCard card, Progress progress, Cancellation cancellation);
}
