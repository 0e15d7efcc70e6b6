package latentlab.cli;

import java.util.Optional;
import latentlab.data.Dataset;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageClassifier;
import latentlab.models.ModelFamilies;
import latentlab.models.storage.BundledModels;
import latentlab.models.storage.ModelFolder;
import latentlab.models.storage.StoredModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that chooses the classifier by which images are judged. */
final class ClassifierOption {

  @Option(
      names = "--classifier",
      paramLabel = "DIR",
      description = {
        "A classifier's folder, or the name of a bundled one, that judges what the model makes",
        "(default: '"
            + BundledModels.CLASSIFIER_NAME
            + "', if it has learnt from the same data set)."
      })
  private @Nullable String classifier;

  /**
   * Chooses and reads the classifier.
   *
   * @param context knows the bundled models and the families
   * @param dataset whose images, or the like of them, it is to judge
   * @return the classifier, not yet live, or why there is none
   * @throws InvalidInputException if the one that was asked for is missing, not sound, or for
   *     images of another size
   */
  Choice choose(CommandContext context, Dataset dataset) {
    BundledModels bundled = context.bundled();
    if (classifier == null) {
      return chooseBundled(context, dataset);
    }
    StoredModel stored =
        new ModelFolder(bundled.locate("--classifier", classifier)).read(context.families());
    ImageShape known = stored.card().images().shape();
    if (!known.equals(dataset.shape())) {
      throw new InvalidInputException(
          String.format(
              "--classifier '%s' takes images of %s; those of the model are %s",
              classifier, known, dataset.shape()));
    }
    return new Choice(
        classifier, Optional.of(stored), "judged by the classifier '" + classifier + "'");
  }

  private static Choice chooseBundled(CommandContext context, Dataset dataset) {
    String name = BundledModels.CLASSIFIER_NAME;
    if (!context.bundled().names().contains(name)) {
      return Choice.none("there is no bundled model named '" + name + "'");
    }
    return context
        .bundled()
        .classifierOf(dataset.name(), dataset.shape(), context.families())
        .map(stored -> new Choice(name, Optional.of(stored), "judged by the bundled classifier"))
        .orElseGet(
            () ->
                Choice.none(
                    "the bundled one does not know "
                        + dataset.name()
                        + "; --classifier names another"));
  }

  /**
   * What was chosen.
   *
   * @param title the classifier's name or folder; empty without one
   * @param stored the classifier
   * @param remark a line that tells the user
   */
  record Choice(String title, Optional<StoredModel> stored, String remark) {

    private static Choice none(String reason) {
      return new Choice("", Optional.empty(), "not judged by a classifier: " + reason);
    }

    /**
     * What was chosen, for programs.
     *
     * @return empty without a classifier
     */
    Optional<String> name() {
      return stored.map(present -> title);
    }

    /**
     * Makes the classifier live.
     *
     * @param families must have its family
     * @return the classifier, owned by the thread that calls
     * @throws InvalidInputException if the model cannot classify images
     */
    Judge open(ModelFamilies families) {
      if (stored.isEmpty()) {
        return new Judge(Optional.empty());
      }
      GenerativeModel model = stored.get().open(families);
      if (!(model instanceof ImageClassifier)) {
        model.close();
        throw new InvalidInputException(
            String.format(
                "--classifier '%s' is a model of the family '%s', which cannot classify images",
                title, stored.get().card().family()));
      }
      return new Judge(Optional.of(model));
    }
  }

  /**
   * A live classifier, or none.
   *
   * @param model to be closed
   */
  record Judge(Optional<GenerativeModel> model) implements AutoCloseable {

    /**
     * What it can do.
     *
     * @return empty without a classifier
     */
    Optional<ImageClassifier> classifier() {
      return model.map(ImageClassifier.class::cast);
    }

    @Override
    public void close() {
      model.ifPresent(GenerativeModel::close);
    }
  }
}
