package latentlab.ui;

import latentlab.data.Dataset;
import latentlab.failure.InvalidInputException;
import latentlab.models.storage.ModelCard;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.ui.neighbours.TrainingImages;
import latentlab.ui.neighbours.TrainingSet;
import latentlab.ui.training.DatasetSource;
import org.jspecify.annotations.Nullable;

/**
 * Training images out of the data sets that can be trained on. Those that were asked for last are
 * kept: a byte for each pixel, so 47 MB of MNIST. Any thread may call; who asks while others are
 * loaded waits.
 */
final class DatasetTrainingImages implements TrainingImages {

  private final DatasetSource datasets;
  private @Nullable Kept kept;

  DatasetTrainingImages(DatasetSource datasets) {
    this.datasets = datasets;
  }

  @Override
  public synchronized TrainingSet open(
      ModelCard card, Progress progress, Cancellation cancellation) {
    cancellation.throwIfRequested();
    ModelCard.Provenance provenance = card.provenance();
    Key wanted =
        new Key(provenance.dataset(), new Seed(provenance.seed()), provenance.datasetFingerprint());
    Kept present = kept;
    if (present == null || !present.key().equals(wanted)) {
      kept = null;
      present = new Kept(wanted, load(wanted, card, progress, cancellation));
      kept = present;
    }
    return present.set();
  }

  private TrainingSet load(
      Key wanted, ModelCard card, Progress progress, Cancellation cancellation) {
    Dataset dataset = datasets.load(wanted.dataset(), wanted.seed(), progress, cancellation);
    boolean other =
        !wanted.fingerprint().isEmpty() && !wanted.fingerprint().equals(dataset.fingerprint());
    if (other || !dataset.shape().equals(card.images().shape())) {
      throw new InvalidInputException(
          "data set "
              + wanted.dataset()
              + ": is not the one that the model has learnt from; expected the images with the"
              + " fingerprint in the model's file");
    }
    return TrainingSet.of(dataset, progress, cancellation);
  }

  /** What was asked for. */
  private record Key(String dataset, Seed seed, String fingerprint) {}

  /** What is kept. */
  private record Kept(Key key, TrainingSet set) {}
}
