package latentlab.ui.training;

import java.util.List;
import latentlab.data.Dataset;
import latentlab.data.catalog.DatasetCatalog.DatasetListing;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/** Where the tab gets its data from. Called on background threads. */
public interface DatasetSource {

  /**
   * What there is.
   *
   * @return the data sets, those included that must be downloaded first
   */
  List<DatasetListing> list();

  /**
   * Reads or makes a data set.
   *
   * @param name as listed
   * @param seed decides what is random in it
   * @param progress is told how far it has come
   * @param cancellation ends it early
   * @return the data set
   * @throws latentlab.failure.UserException if it cannot be had
   * @throws java.util.concurrent.CancellationException if it was cancelled
   */
  Dataset load(String name, Seed seed, Progress progress, Cancellation cancellation);

  /**
   * Fetches a data set that is not present.
   *
   * @param name as listed
   * @param progress is told how far it has come
   * @param cancellation ends it early
   * @throws latentlab.failure.UserException if it cannot be had
   * @throws java.util.concurrent.CancellationException if it was cancelled
   */
  void download(String name, Progress progress, Cancellation cancellation);
}
