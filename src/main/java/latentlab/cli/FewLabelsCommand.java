package latentlab.cli;

import java.util.Locale;
import java.util.Map;
import latentlab.data.Dataset;
import latentlab.evaluation.fewlabels.FewLabelSettings;
import latentlab.evaluation.fewlabels.FewLabels;
import latentlab.models.Encoder;
import latentlab.models.GenerativeModel;
import latentlab.models.storage.StoredModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what a model's codes are worth when few labels are known. */
@Command(
    name = "few-labels",
    description = "Classify the codes of a model with few labels, beside raw pixels.")
final class FewLabelsCommand extends LabCommand {

  @Mixin private final ModelOption modelOption = new ModelOption();
  @Mixin private final DataOptions dataOptions = new DataOptions();

  @Option(
      names = "--labels",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many labels are known, in equal numbers of each class (default: 100).")
  private int labels;

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "20000",
      description = "Training images that take part, most without a label (default: 20000).")
  private int images;

  FewLabelsCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    Ranges.check("--labels", labels, 1, Integer.MAX_VALUE);
    Ranges.check("--images", images, 2, 50_000);
    FewLabelSettings settings = FewLabelSettings.of(labels, images);
    StoredModel stored = modelOption.read(context());
    Dataset dataset = dataOptions.loadFor(stored.card(), context(), display);
    FewLabels.check(dataset, settings);
    loadEngine(display);
    Map<String, Double> accuracies;
    try (GenerativeModel model = stored.open(context().families())) {
      Encoder encoder = Capability.require(model, Encoder.class, "encode images");
      accuracies =
          FewLabels.measure(
              encoder, dataset, settings, common.seed(), display, context().cancellation());
    }
    display.close();
    report(accuracies, dataset);
  }

  private void report(Map<String, Double> accuracies, Dataset dataset) {
    if (common.json()) {
      JsonLine line = new JsonLine();
      accuracies.forEach(line::with);
      println(
          line.with("labels", labels)
              .with("dataset", dataset.name())
              .with("images", dataset.test().size())
              .with("seed", common.seed().value()));
      return;
    }
    accuracies.forEach(
        (name, value) -> println(String.format(Locale.ROOT, "%-26s %.4f", name, value)));
    println(
        String.format(
            "accuracy on the %d test images of %s, with %d labels",
            dataset.test().size(), dataset.name(), labels));
  }
}
