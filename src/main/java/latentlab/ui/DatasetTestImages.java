package latentlab.ui;

import latentlab.data.Dataset;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.failure.InvalidInputException;
import latentlab.failure.UserException;
import latentlab.models.storage.ModelCard;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.ui.session.TestImages;
import latentlab.ui.training.DatasetSource;

/** Test images out of the data sets that can be trained on, or synthetic digits. */
final class DatasetTestImages implements TestImages {

  private final DatasetSource datasets;

  DatasetTestImages(DatasetSource datasets) {
    this.datasets = datasets;
  }

  @Override
  public Opened open(ModelCard card, Progress progress, Cancellation cancellation) {
    String wanted = card.provenance().dataset();
    Seed seed = new Seed(card.provenance().seed());
    try {
      Dataset named = datasets.load(wanted, seed, progress, cancellation);
      if (fits(named, card)) {
        return opened(named, true);
      }
    } catch (UserException absent) {
      if (wanted.equals(DatasetCatalog.SYNTHETIC)) {
        throw absent;
      }
    }
    Dataset synthetic = datasets.load(DatasetCatalog.SYNTHETIC, seed, progress, cancellation);
    if (!fits(synthetic, card)) {
      throw new InvalidInputException(
          "there are no test images for this model: data set "
              + wanted
              + " is not here, and synthetic digits are not "
              + card.images().shape());
    }
    return opened(synthetic, false);
  }

  private static boolean fits(Dataset dataset, ModelCard card) {
    return dataset.shape().equals(card.images().shape()) && dataset.test().size() > 0;
  }

  private static Opened opened(Dataset dataset, boolean named) {
    return new Opened(dataset.name(), dataset.test(), dataset.classNames(), named);
  }
}
