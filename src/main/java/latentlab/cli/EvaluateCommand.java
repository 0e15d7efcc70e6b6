package latentlab.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.view.DatasetView;
import latentlab.evaluation.Evaluation;
import latentlab.evaluation.EvaluationSettings;
import latentlab.evaluation.TranslationEvaluation;
import latentlab.evaluation.disentanglement.Disentanglement;
import latentlab.models.Encoder;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageClassifier;
import latentlab.models.ImageTranslator;
import latentlab.models.PriorSampler;
import latentlab.models.Reconstructor;
import latentlab.models.denoising.ClassMix;
import latentlab.models.denoising.StepwiseSampler;
import latentlab.models.storage.StoredModel;
import latentlab.progress.Progress;
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
  @Mixin private final SamplerOptions samplerOptions = new SamplerOptions();
  @Mixin private final ClassifierOption classifierOption = new ClassifierOption();

  EvaluateCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    options.check();
    StoredModel stored = modelOption.read(context());
    DatasetView view = dataOptions.loadViewFor(stored.card(), context(), display);
    Dataset dataset = view.dataset();
    ImageSet images = options.images(dataset, common.seed());
    loadEngine(display);
    Map<String, Double> metrics;
    boolean judgeable;
    ClassifierOption.Choice choice;
    try (GenerativeModel model = stored.open(context().families())) {
      boolean translates = model instanceof ImageTranslator;
      choice = classifierOption.choose(context(), translates ? view.original() : dataset);
      Optional<PriorSampler> sampler = sampler(stored, model);
      if (options.disentanglement()) {
        encoder(model);
        Disentanglement.check(model.images().shape());
      }
      judgeable = model instanceof Reconstructor || translates || sampler.isPresent();
      try (ClassifierOption.Judge judge = choice.open(context().families())) {
        metrics =
            measure(model, images, settings(judge.classifier(), sampler, dataset), view, display);
      }
    }
    display.close();
    if (common.json()) {
      println(json(metrics, dataset, images.size(), choice));
      return;
    }
    metrics.forEach(
        (name, value) -> println(String.format(Locale.ROOT, "%-29s %.5f", name, value)));
    println(
        String.format("on the %d %s images of %s", images.size(), options.part(), dataset.name()));
    if (judgeable) {
      println(choice.remark());
    }
  }

  /**
   * As its settings have it, or as was asked for; the classes of a conditional model take turns.
   */
  private Optional<PriorSampler> sampler(StoredModel stored, GenerativeModel model) {
    if (!samplerOptions.areGiven()) {
      return stored.sampler(model);
    }
    StepwiseSampler stepwise =
        Capability.require(model, StepwiseSampler.class, SamplingOptions.DEED);
    int classes = stepwise.diffusion().classes();
    return Optional.of(
        (count, seed) -> {
          List<ClassMix> turns =
              IntStream.range(0, classes == 0 ? 0 : count)
                  .mapToObj(i -> ClassMix.of(i % classes))
                  .toList();
          return stepwise
              .diffusion()
              .images(
                  samplerOptions.request(stepwise, count, seed).withClasses(turns),
                  SamplingOptions.control(Progress.NONE, context().cancellation()));
        });
  }

  private Map<String, Double> measure(
      GenerativeModel model,
      ImageSet images,
      EvaluationSettings settings,
      DatasetView view,
      WorkDisplay display) {
    Map<String, Double> metrics =
        new LinkedHashMap<>(
            Evaluation.measure(
                model, images, settings, common.seed(), display, context().cancellation()));
    if (model instanceof ImageTranslator translator && view.property().isPresent()) {
      metrics.putAll(
          new TranslationEvaluation(translator, view.property().get(), view.dataset().classNames())
              .measure(
                  images,
                  options.images(view.original(), common.seed()),
                  settings.classifier(),
                  display,
                  context().cancellation()));
    }
    if (options.disentanglement()) {
      metrics.putAll(disentanglement(model, display));
    }
    return metrics;
  }

  private Map<String, Double> disentanglement(GenerativeModel model, WorkDisplay display) {
    return Disentanglement.measure(
        encoder(model), model.images().shape(), common.seed(), display, context().cancellation());
  }

  private static Encoder encoder(GenerativeModel model) {
    return Capability.require(model, Encoder.class, "encode images");
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
        options.noise(),
        options.inversions(),
        options.memorisation());
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
