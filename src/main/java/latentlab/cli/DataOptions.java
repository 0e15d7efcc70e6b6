package latentlab.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import latentlab.data.Dataset;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.data.catalog.DatasetCatalog.DatasetListing;
import latentlab.data.property.ImageProperty;
import latentlab.data.view.DatasetSelection;
import latentlab.data.view.DatasetView;
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
      description = {
        "A folder that holds one data set, instead of --dataset: its IDX files, or pictures of equal",
        "size in one folder for each class (directly, or in folders train, validation and test)."
      })
  private @Nullable String folder;

  @Option(
      names = "--classes",
      paramLabel = "A,B",
      description = "Only these classes, by number from 0, as classes 0, 1 and so on.")
  private @Nullable String classes;

  @Option(
      names = "--split-by",
      paramLabel = "PROPERTY",
      description = {
        "Two classes by a measured property: thickness (thin, thick) or slant (upright, slanted).",
        "They are the lower and the upper third of the images; the middle is left out."
      })
  private @Nullable String splitBy;

  /**
   * The name that was asked for.
   *
   * @return empty if none was
   */
  Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /**
   * Whether any option was given.
   *
   * @return false if the default will be used
   */
  boolean isGiven() {
    return name != null || folder != null || classes != null || splitBy != null;
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
    return loadView(catalog, defaultName, seed, progress, cancellation).dataset();
  }

  private DatasetView loadView(
      DatasetCatalog catalog,
      String defaultName,
      Seed seed,
      Progress progress,
      Cancellation cancellation) {
    DatasetSelection selection = selection();
    if (folder != null) {
      if (name != null) {
        throw new InvalidInputException("--data-dir and --dataset cannot be used together");
      }
      Path path = Paths.parse("--data-dir", folder);
      return selection.of(catalog.loadFolder(path, seed, progress, cancellation));
    }
    String base = name == null ? defaultName : name;
    if (name == null && !selection.equals(DatasetSelection.ALL)) {
      base = DatasetSelection.parse(defaultName).dataset();
    }
    return catalog.loadView(selection.nameIn(base), seed, progress, cancellation);
  }

  private DatasetSelection selection() {
    return new DatasetSelection(
        classes == null ? List.of() : numbers(classes),
        Optional.ofNullable(splitBy).map(DataOptions::property));
  }

  private static List<Integer> numbers(String list) {
    if (!list.matches("\\d{1,3}(,\\d{1,3})*")) {
      throw new InvalidInputException(
          "--classes must be numbers joined by commas, such as 3,8, not '" + list + "'");
    }
    return Arrays.stream(list.split(",")).map(Integer::valueOf).toList();
  }

  private static ImageProperty property(String title) {
    return ImageProperty.named(title)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "--split-by must be thickness or slant, not '" + title + "'"));
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
    return loadViewFor(card, context, display).dataset();
  }

  /**
   * As {@link #loadFor}, with the classes that the images have where they are taken from.
   *
   * @param card the model
   * @param context where data sets are found
   * @param display where the loading is shown
   * @return the data set and its original
   * @throws InvalidInputException as {@link #loadFor}
   */
  DatasetView loadViewFor(ModelCard card, CommandContext context, WorkDisplay display) {
    DatasetCatalog catalog = context.datasets().get();
    String own = card.provenance().dataset();
    String source = DatasetSelection.parse(own).dataset();
    boolean present =
        catalog.list().stream()
            .filter(DatasetListing::present)
            .anyMatch(listing -> listing.name().equals(own) || listing.name().equals(source));
    Seed seed = new Seed(card.provenance().seed());
    DatasetView view =
        loadView(
            catalog,
            present ? own : DatasetCatalog.SYNTHETIC,
            seed,
            display,
            context.cancellation());
    Dataset dataset = view.dataset();
    if (!dataset.shape().equals(card.images().shape())) {
      throw new InvalidInputException(
          String.format(
              "data set %s has images of %s; the model was made for %s",
              dataset.name(), dataset.shape(), card.images().shape()));
    }
    return view;
  }
}
