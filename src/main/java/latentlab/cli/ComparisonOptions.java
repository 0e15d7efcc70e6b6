package latentlab.cli;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.evaluation.comparison.ComparedModel;
import latentlab.evaluation.comparison.ComparisonTable;
import latentlab.evaluation.comparison.Figure;
import latentlab.failure.InvalidInputException;
import latentlab.failure.UserException;
import latentlab.models.ModelFamilies;
import latentlab.models.storage.BundledModels;
import latentlab.models.storage.ModelCard;
import latentlab.models.storage.ModelFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that choose what is compared, by how much, and how the table is written. */
final class ComparisonOptions {

  private static final int MAX_SAMPLES = 1_000_000;
  private static final int MOST_COMPARED = 1_000;

  @Option(
      names = "--models",
      paramLabel = "A,B",
      description = {
        "The models: names of bundled ones, or folders, joined by commas",
        "(default: all bundled ones but the classifier)."
      })
  private @Nullable String models;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "1000",
      description = {
        "How many images each model draws, of which up to 1000 are also compared with all training",
        "images; 0 for none (default: 1000)."
      })
  private int samples;

  @Option(names = "--limit", paramLabel = "N", description = "Only the first N test images.")
  private @Nullable Integer limit;

  @Option(
      names = "--sort",
      paramLabel = "FIGURE",
      description = "Best first by this figure, by its name in the CSV (default: by model).")
  private @Nullable String sort;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = {
        "text, markdown, csv or json (default: by the ending of --out, or else text)."
      })
  private @Nullable String format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the table into a .txt, .md, .csv or .json file.")
  private @Nullable String out;

  /**
   * Checks what can be checked before anything is read.
   *
   * @param json whether JSON was asked for by the option of all commands
   * @return where the table goes
   * @throws InvalidInputException if an option is out of its range
   */
  ComparisonOutput check(boolean json) {
    if (samples == 1) {
      throw new InvalidInputException(
          "--samples 1 is too few to be compared with images; expected 0, or 2 and more");
    }
    Ranges.check("--samples", samples, 0, MAX_SAMPLES);
    if (limit != null) {
      Ranges.check("--limit", limit, samples == 0 ? 1 : 2, Integer.MAX_VALUE);
    }
    if (sort != null) {
      figure(sort);
    }
    return ComparisonOutput.of(format, out, json);
  }

  /**
   * Finds the models.
   *
   * @param bundled those that come with the program
   * @return at least one, with different names
   * @throws InvalidInputException if one is missing or named twice, or there is none
   */
  List<ComparedModel> models(BundledModels bundled) {
    List<String> names =
        models == null
            ? bundled.names().stream()
                .filter(name -> !name.equals(BundledModels.CLASSIFIER_NAME))
                .toList()
            : Arrays.stream(models.split(",", -1)).map(String::strip).toList();
    if (names.isEmpty()) {
      throw new InvalidInputException("there are no bundled models to compare; use --models");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new InvalidInputException("--models names '" + name + "' twice");
      }
    }
    return names.stream()
        .map(name -> new ComparedModel(name, new ModelFolder(bundled.locate("--models", name))))
        .toList();
  }

  /**
   * The model whose data set is the default. Models that were named are all read, so that a damaged
   * one is refused at once; of the bundled ones, the first that is sound counts.
   *
   * @param chosen the models
   * @param families must have theirs
   * @return the first model's card
   * @throws InvalidInputException if a model that was named, or every model, is damaged
   */
  ModelCard firstCard(List<ComparedModel> chosen, ModelFamilies families) {
    if (models != null) {
      return chosen.stream().map(model -> model.folder().read(families).card()).toList().get(0);
    }
    for (ComparedModel model : chosen.subList(0, chosen.size() - 1)) {
      try {
        return model.folder().read(families).card();
      } catch (UserException damaged) {
        // The next one counts; this one has a row that says what is wrong.
      }
    }
    return chosen.get(chosen.size() - 1).folder().read(families).card();
  }

  /**
   * The images to measure on.
   *
   * @param dataset where they are from
   * @return its test images, as many as asked for
   * @throws InvalidInputException if there are fewer than asked for
   */
  ImageSet images(Dataset dataset) {
    ImageSet all = dataset.test();
    if (limit == null) {
      return all;
    }
    if (limit > all.size()) {
      throw new InvalidInputException(
          String.format(
              "--limit %d is more than the %d test images of %s",
              limit, all.size(), dataset.name()));
    }
    return all.select(IntStream.range(0, limit).toArray());
  }

  /**
   * The table in the order asked for.
   *
   * @param table as it was measured
   * @return the same rows
   */
  ComparisonTable sorted(ComparisonTable table) {
    return sort == null ? table : table.sortedBy(figure(sort));
  }

  /**
   * The number of samples.
   *
   * @return 0 for none
   */
  int samples() {
    return samples;
  }

  /**
   * The number of samples that are compared with the training images.
   *
   * @return 0 for none
   */
  int memorisation() {
    return Math.min(MOST_COMPARED, samples);
  }

  private static Figure figure(String key) {
    return Figure.ofKey(key)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "--sort '"
                        + key
                        + "' is no figure; there are "
                        + Arrays.stream(Figure.values())
                            .map(Figure::key)
                            .collect(Collectors.joining(", "))));
  }
}
