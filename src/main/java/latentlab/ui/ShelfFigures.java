package latentlab.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.evaluation.comparison.ComparedModel;
import latentlab.evaluation.comparison.ComparisonData;
import latentlab.evaluation.comparison.ComparisonSettings;
import latentlab.evaluation.comparison.ComparisonTable;
import latentlab.evaluation.comparison.ModelComparison;
import latentlab.failure.InvalidInputException;
import latentlab.models.ModelFamilies;
import latentlab.models.storage.BundledModels;
import latentlab.models.storage.ModelFolder;
import latentlab.models.storage.StoredModel;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.ui.compare.FigureSource;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.training.DatasetSource;

/**
 * Measures stored models on the data set that the first of them has learnt from, with the bundled
 * classifier as judge.
 *
 * @param datasets the data sets of this machine
 * @param bundled the models that come with the program
 */
record ShelfFigures(DatasetSource datasets, BundledModels bundled) implements FigureSource {

  @Override
  public ComparisonTable measure(
      List<ShelvedModel> models,
      Amount amount,
      Consumer<ComparisonTable> listener,
      Progress progress,
      Cancellation cancellation) {
    if (models.isEmpty()) {
      throw new InvalidInputException("there are no models to measure");
    }
    ModelFamilies families = ModelFamilies.discover();
    Seed seed = new Seed(amount.seed());
    String name = models.get(0).card().provenance().dataset();
    Dataset dataset = datasets.load(name, seed, progress, cancellation);
    Optional<StoredModel> classifier = bundled.classifierOf(name, dataset.shape(), families);
    ComparisonData data =
        new ComparisonData(
            name, some(dataset.test(), amount.images()), dataset.train(), classifier);
    ComparisonSettings settings = new ComparisonSettings(amount.samples(), 0, seed);
    return new ModelComparison(families, data, settings)
        .measure(models.stream().map(this::compared).toList(), listener, progress, cancellation);
  }

  private static ImageSet some(ImageSet images, int count) {
    return images.select(IntStream.range(0, Math.min(count, images.size())).toArray());
  }

  private ComparedModel compared(ShelvedModel model) {
    boolean own = bundled.names().contains(model.id());
    Path folder = own ? bundled.folder().resolve(model.id()) : Path.of(model.id());
    return new ComparedModel(String.valueOf(folder.getFileName()), new ModelFolder(folder));
  }
}
