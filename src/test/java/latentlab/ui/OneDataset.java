package latentlab.ui;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.Dataset;
import latentlab.data.catalog.DatasetCatalog.DatasetListing;
import latentlab.failure.InvalidInputException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.ui.training.DatasetSource;

/** Where only one data set is to be had; remembers what was asked for. */
final class OneDataset implements DatasetSource {

  private final Dataset dataset;
  private final List<String> asked = new ArrayList<>();

  OneDataset(Dataset dataset) {
    this.dataset = dataset;
  }

  /** Names with seeds, such as "shoes 3", in the order in which they were asked for. */
  List<String> asked() {
    return asked;
  }

  @Override
  public List<DatasetListing> list() {
    return List.of();
  }

  @Override
  public Dataset load(String name, Seed seed, Progress progress, Cancellation cancellation) {
    asked.add(name + " " + seed.value());
    if (!name.equals(dataset.name())) {
      throw new InvalidInputException("there is no data set " + name);
    }
    return dataset;
  }

  @Override
  public void download(String name, Progress progress, Cancellation cancellation) {
    throw new UnsupportedOperationException("nothing is downloaded");
  }
}
