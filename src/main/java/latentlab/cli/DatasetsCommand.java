package latentlab.cli;

import latentlab.data.catalog.DatasetCatalog;
import latentlab.data.catalog.DatasetCatalog.DatasetListing;
import latentlab.failure.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the data sets there are, and downloads the one that can be had from the network. */
@Command(name = "datasets", description = "List the data sets there are, or download MNIST.")
final class DatasetsCommand extends LabCommand {

  @Option(
      names = "--download",
      paramLabel = "NAME",
      description =
          "Download a data set into the cache folder first: " + DatasetCatalog.MNIST + ".")
  private @Nullable String download;

  DatasetsCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    DatasetCatalog catalog = context().datasets().get();
    if (download != null) {
      if (!download.equals(DatasetCatalog.MNIST)) {
        throw new InvalidInputException(
            "--download '" + download + "' cannot be had; expected " + DatasetCatalog.MNIST);
      }
      catalog.downloadMnist(display, context().cancellation());
      display.close();
    }
    catalog.list().forEach(this::print);
  }

  private void print(DatasetListing listing) {
    println(
        common.json()
            ? new JsonLine()
                .with("dataset", listing.name())
                .with("origin", listing.origin())
                .with("present", listing.present())
            : String.format("%-16s %s", listing.name(), listing.origin()));
  }
}
