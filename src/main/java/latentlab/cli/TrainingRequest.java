package latentlab.cli;

import java.nio.file.Path;
import java.util.Optional;
import latentlab.data.Dataset;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamily;
import latentlab.models.storage.ModelCard;
import latentlab.models.storage.ModelFolder;
import latentlab.random.Seed;
import latentlab.training.TrainingPlan;
import latentlab.training.TrainingTask;

/**
 * A training as the options ask for it, all of it checked, before any image is loaded.
 *
 * @param family the kind of model
 * @param config its settings
 * @param plan how long, in what steps, and into which folder
 * @param resumeFrom the folder of the training to go on with
 * @param datasetName the data set, where no option names another
 */
record TrainingRequest(
    ModelFamily<?> family,
    ModelConfig config,
    TrainingPlan plan,
    Optional<Path> resumeFrom,
    String datasetName) {

  private static final int DEFAULT_BATCH = 128;
  private static final int MAX_BATCH = 65_536;
  private static final int MAX_EPOCHS = 1_000_000;

  /**
   * Checks the options.
   *
   * @param context knows the families
   * @param common seed
   * @param familyOptions family and settings
   * @param dataOptions whether a data set was named
   * @param planOptions epochs, batch and folders
   * @return the request
   * @throws InvalidInputException if an option is out of its range, or if options contradict each
   *     other
   */
  static TrainingRequest check(
      CommandContext context,
      CommonOptions common,
      FamilyOptions familyOptions,
      DataOptions dataOptions,
      PlanOptions planOptions) {
    int epochs = Ranges.check("--epochs", planOptions.epochs(), 1, MAX_EPOCHS);
    planOptions.batch().ifPresent(batch -> Ranges.check("--batch", batch, 1, MAX_BATCH));
    return planOptions.resume().isPresent()
        ? resumed(context, common, familyOptions, planOptions, epochs)
        : anew(context, common, familyOptions, planOptions, epochs);
  }

  private static TrainingRequest anew(
      CommandContext context,
      CommonOptions common,
      FamilyOptions familyOptions,
      PlanOptions planOptions,
      int epochs) {
    ModelFamily<?> family = familyOptions.family(context.families());
    ModelConfig config = familyOptions.config(family);
    Path folder =
        planOptions
            .out()
            .map(out -> Paths.newFolder("--out", Paths.parse("--out", out)))
            .orElseThrow(
                () -> new InvalidInputException("--out DIR is missing: a folder for the model"));
    int batch = planOptions.batch().orElse(DEFAULT_BATCH);
    TrainingPlan plan = new TrainingPlan(epochs, batch, common.seed(), Optional.of(folder));
    return new TrainingRequest(family, config, plan, Optional.empty(), DatasetCatalog.SYNTHETIC);
  }

  private static TrainingRequest resumed(
      CommandContext context,
      CommonOptions common,
      FamilyOptions familyOptions,
      PlanOptions planOptions,
      int epochs) {
    if (familyOptions.isGiven()
        || planOptions.batch().isPresent()
        || common.givenSeed().isPresent()) {
      throw new InvalidInputException(
          "--resume keeps the settings, batch and seed of the training; leave out --family, --latent,"
              + " --learning-rate, --config, --set, --batch and --seed");
    }
    Path from = Paths.parse("--resume", planOptions.resume().orElseThrow());
    ModelCard card = new ModelFolder(from).read(context.families()).card();
    if (epochs <= card.provenance().epochs()) {
      throw new InvalidInputException(
          String.format(
              "--epochs %d leaves nothing to do: '%s' was trained for %d already",
              epochs, from, card.provenance().epochs()));
    }
    Path folder =
        planOptions
            .out()
            .map(out -> Paths.parse("--out", out))
            .filter(out -> !out.equals(from))
            .map(out -> Paths.newFolder("--out", out))
            .orElse(from);
    TrainingPlan plan =
        new TrainingPlan(
            epochs,
            card.provenance().batchSize(),
            new Seed(card.provenance().seed()),
            Optional.of(folder));
    return new TrainingRequest(
        context.families().named(card.family()),
        card.config(),
        plan,
        Optional.of(from),
        card.provenance().dataset());
  }

  /**
   * Where the model will be.
   *
   * @return the plan's folder
   */
  Path folder() {
    return plan.checkpointFolder().orElseThrow();
  }

  /**
   * The request with its images.
   *
   * @param dataset the images
   * @return what the training service takes
   */
  TrainingTask task(Dataset dataset) {
    return new TrainingTask(family, config, dataset, plan, resumeFrom);
  }

  /**
   * A model as the training will make it, for questions about what it can do.
   *
   * @param dataset what it would be trained on
   * @return a model of the calling thread, to be closed by it
   */
  GenerativeModel createModel(Dataset dataset) {
    return create(family, new ImageDomain(dataset.shape(), dataset.classNames()));
  }

  private <C extends Record & ModelConfig> GenerativeModel create(
      ModelFamily<C> known, ImageDomain images) {
    return known.create(known.configType().cast(config), images, plan.seed());
  }
}
