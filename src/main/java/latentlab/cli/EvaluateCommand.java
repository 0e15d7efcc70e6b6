package latentlab.cli;

import java.util.Locale;
import java.util.Map;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.evaluation.Evaluation;
import latentlab.models.GenerativeModel;
import latentlab.models.storage.StoredModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures a model on images it has not learnt from. */
@Command(name = "evaluate", description = "Measure a model on the test part of a data set.")
final class EvaluateCommand extends LabCommand {

  @Mixin private final ModelOption modelOption = new ModelOption();
  @Mixin private final DataOptions dataOptions = new DataOptions();

  EvaluateCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    StoredModel stored = modelOption.read(context());
    Dataset dataset = dataOptions.loadFor(stored.card(), context(), display);
    loadEngine(display);
    ImageSet test = dataset.test();
    Map<String, Double> metrics;
    try (GenerativeModel model = stored.open(context().families())) {
      metrics = Evaluation.measure(model, test, common.seed(), display, context().cancellation());
    }
    display.close();
    if (common.json()) {
      JsonLine line = new JsonLine();
      metrics.forEach(line::with);
      println(
          line.with("dataset", dataset.name())
              .with("images", test.size())
              .with("seed", common.seed().value()));
    } else {
      metrics.forEach(
          (name, value) -> println(String.format(Locale.ROOT, "%-22s %.5f", name, value)));
      println(String.format("on the %d test images of %s", test.size(), dataset.name()));
    }
  }
}
