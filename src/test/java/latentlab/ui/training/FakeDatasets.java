package latentlab.ui.training;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.catalog.DatasetCatalog.DatasetListing;
import latentlab.failure.OperationFailedException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/** Two tiny data sets, one of which must be downloaded first. */
final class FakeDatasets implements DatasetSource {

  private final List<String> present = new ArrayList<>(List.of("synthetic"));
  boolean networkIsDown;

  @Override
  public List<DatasetListing> list() {
    return List.of(
        listing("mnist", "handwritten digits, 11 MB from a public mirror"),
        listing("synthetic", "handwritten-looking digits that the program draws itself"));
  }

  @Override
  public Dataset load(String name, Seed seed, Progress progress, Cancellation cancellation) {
    cancellation.throwIfRequested();
    ImageSet images = new ImageSet(new ImageShape(2, 2, 1), new byte[16], new byte[0]);
    return new Dataset(name, images, images, images, List.of(), "fingerprint");
  }

  @Override
  public void download(String name, Progress progress, Cancellation cancellation) {
    progress.report(1, 2, "half of " + name);
    cancellation.throwIfRequested();
    if (networkIsDown) {
      throw new OperationFailedException("no connection to the mirror of " + name);
    }
    present.add(name);
  }

  private DatasetListing listing(String name, String origin) {
    return new DatasetListing(name, origin, present.contains(name));
  }
}
