package latentlab.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.evaluation.Evaluation;
import latentlab.evaluation.EvaluationSettings;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageClassifier;
import latentlab.models.PriorSampler;
import latentlab.models.Reconstructor;
import latentlab.models.storage.StoredModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures a model on images it has not learnt from. */
@Command(
    name = "evaluate",
    description = "Measure a model on images that it has not learnt from, and what it draws.")
final class EvaluateCommand extends LabCommand {

  @Mixin private final ModelOption modelOption = new ModelOption();
  @Mixin private final DataOptions dataOptions = new DataOptions();
  @Mixin private final EvaluationOptions options = new EvaluationOptions();
  @Mixin private final ClassifierOption classifierOption = new ClassifierOption();

  EvaluateCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    options.check();
    StoredModel stored = modelOption.read(context());
    Dataset dataset = dataOptions.loadFor(stored.card(), context(), display);
    ClassifierOption.Choice choice = classifierOption.choose(context(), dataset);
    ImageSet images = options.images(dataset, common.seed());
    loadEngine(display);
    Map<String, Double> metrics;
    boolean judgeable;
    try (GenerativeModel model = stored.open(context().families());
        ClassifierOption.Judge judge = choice.open(context().families())) {
      Optional<PriorSampler> sampler = stored.sampler(model);
      judgeable = model instanceof Reconstructor || sampler.isPresent();
      EvaluationSettings settings = settings(judge.classifier(), sampler, dataset);
      metrics =
          Evaluation.measure(
              model, images, settings, common.seed(), display, context().cancellation());
    }
    display.close();
    if (common.json()) {
      println(json(metrics, dataset, images.size(), choice));
      return;
    }
    metrics.forEach(
        (name, value) -> println(String.format(Locale.ROOT, "%-23s %.5f", name, value)));
    println(
        String.format("on the %d %s images of %s", images.size(), options.part(), dataset.name()));
    if (judgeable) {
      println(choice.remark());
    }
  }

  private EvaluationSettings settings(
      Optional<ImageClassifier> classifier, Optional<PriorSampler> sampler, Dataset dataset) {
    boolean compared = classifier.isPresent() && options.samples() > 0;
    return new EvaluationSettings(
        classifier,
        sampler,
        options.samples(),
        compared ? Optional.of(options.training(dataset, common.seed())) : Optional.empty(),
        options.importanceSamples(),
        options.noise());
  }

  private JsonLine json(
      Map<String, Double> metrics, Dataset dataset, int count, ClassifierOption.Choice choice) {
    JsonLine line = new JsonLine();
    metrics.forEach(line::with);
    return line.with("dataset", dataset.name())
        .with("part", options.part())
        .with("images", count)
        .with("classifier", choice.name().orElse("none"))
        .with("seed", common.seed().value());
  }
}
