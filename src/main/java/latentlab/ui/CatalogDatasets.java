package latentlab.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import latentlab.data.Dataset;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.data.catalog.DatasetCatalog.DatasetListing;
import latentlab.data.view.DatasetSelection;
import latentlab.failure.InvalidInputException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.ui.training.DatasetSource;

/** The data sets of the catalogue and, if there is one, that of a folder named by the user. */
final class CatalogDatasets implements DatasetSource {

  private final Supplier<DatasetCatalog> catalog;
  private final Optional<Path> folder;

  CatalogDatasets(Supplier<DatasetCatalog> catalog, Optional<Path> folder) {
    this.catalog = catalog;
    this.folder = folder.map(Path::toAbsolutePath).map(Path::normalize);
  }

  @Override
  public List<DatasetListing> list() {
    List<DatasetListing> listings = new ArrayList<>();
    folder.ifPresent(path -> listings.add(new DatasetListing(name(path), path.toString(), true)));
    catalog.get().list().stream()
        .filter(listing -> listings.stream().noneMatch(own -> own.name().equals(listing.name())))
        .forEach(listings::add);
    return List.copyOf(listings);
  }

  @Override
  public Dataset load(String name, Seed seed, Progress progress, Cancellation cancellation) {
    DatasetSelection.Named parts =
        folder.filter(path -> name(path).equals(name)).isPresent()
            ? new DatasetSelection.Named(name, DatasetSelection.ALL)
            : DatasetSelection.parse(name);
    Optional<Path> own = folder.filter(path -> name(path).equals(parts.dataset()));
    return own.isPresent()
        ? parts
            .selection()
            .of(catalog.get().loadFolder(own.get(), seed, progress, cancellation))
            .dataset()
        : catalog.get().load(name, seed, progress, cancellation);
  }

  @Override
  public void download(String name, Progress progress, Cancellation cancellation) {
    if (!name.equals(DatasetCatalog.MNIST)) {
      throw new InvalidInputException(
          "data set " + name + " cannot be downloaded; only " + DatasetCatalog.MNIST + " can");
    }
    catalog.get().downloadMnist(progress, cancellation);
  }

  private static String name(Path folder) {
    return String.valueOf(folder.getFileName());
  }
}
