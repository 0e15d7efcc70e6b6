package latentlab.cli;

import java.util.Optional;
import latentlab.data.Dataset;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.failure.InvalidInputException;
import latentlab.models.storage.ModelCard;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that choose the images to work with. */
final class DataOptions {

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description = {
        "A data set by its name; 'datasets' lists them.",
        "Default: the one that the model was trained on, or 'synthetic'."
      })
  private @Nullable String name;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "A folder that holds the IDX files of one data set, instead of --dataset.")
  private @Nullable String folder;

  /**
   * The name that was asked for.
   *
   * @return empty if none was
   */
  Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /**
   * Whether either option was given.
   *
   * @return false if the default will be used
   */
  boolean isGiven() {
    return name != null || folder != null;
  }

  /**
   * Loads the images.
   *
   * @param catalog where data sets are found by name
   * @param defaultName the data set where no option was given
   * @param seed decides what is held out: that of the training, so that a model is not measured on
   *     what it has learnt from
   * @param progress told how far the loading has come
   * @param cancellation ends it
   * @return the data set
   * @throws InvalidInputException if there is no such data set, or its files are not sound
   */
  Dataset load(
      DatasetCatalog catalog,
      String defaultName,
      Seed seed,
      Progress progress,
      Cancellation cancellation) {
    if (folder != null) {
      if (name != null) {
        throw new InvalidInputException("--data-dir and --dataset cannot be used together");
      }
      return catalog.loadFolder(Paths.parse("--data-dir", folder), seed, progress, cancellation);
    }
    return catalog.load(name == null ? defaultName : name, seed, progress, cancellation);
  }

  /**
   * Loads images that a trained model can take.
   *
   * @param card the model; where no option was given, its own data set is loaded if that is on this
   *     machine, and the embedded one if it is not
   * @param context where data sets are found
   * @param display where the loading is shown
   * @return the data set, split as it was for the training of the model
   * @throws InvalidInputException if there is no such data set, its files are not sound, or its
   *     images have another size than the model's
   */
  Dataset loadFor(ModelCard card, CommandContext context, WorkDisplay display) {
    DatasetCatalog catalog = context.datasets().get();
    String own = card.provenance().dataset();
    boolean present =
        catalog.list().stream()
            .anyMatch(listing -> listing.present() && listing.name().equals(own));
    Seed seed = new Seed(card.provenance().seed());
    Dataset dataset =
        load(
            catalog,
            present ? own : DatasetCatalog.SYNTHETIC,
            seed,
            display,
            context.cancellation());
    if (!dataset.shape().equals(card.images().shape())) {
      throw new InvalidInputException(
          String.format(
              "data set %s has images of %s; the model was made for %s",
              dataset.name(), dataset.shape(), card.images().shape()));
    }
    return dataset;
  }
}
