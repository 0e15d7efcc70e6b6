package latentlab.cli;

import java.util.List;
import java.util.Optional;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.evaluation.comparison.ComparedModel;
import latentlab.evaluation.comparison.ComparisonData;
import latentlab.evaluation.comparison.ComparisonRow;
import latentlab.evaluation.comparison.ComparisonSettings;
import latentlab.evaluation.comparison.ComparisonTable;
import latentlab.evaluation.comparison.ModelComparison;
import latentlab.failure.InvalidInputException;
import latentlab.models.storage.ModelCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures several models on the same images and writes a table. */
@Command(
    name = "compare",
    description = "Measure several models on the same test images, and what they draw.")
final class CompareCommand extends LabCommand {

  @Mixin private final ComparisonOptions options = new ComparisonOptions();
  @Mixin private final DataOptions dataOptions = new DataOptions();
  @Mixin private final ClassifierOption classifierOption = new ClassifierOption();

  CompareCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    ComparisonOutput output = options.check(common.json());
    List<ComparedModel> models = options.models(context().bundled());
    ModelCard first = options.firstCard(models, context().families());
    Dataset dataset = dataOptions.loadFor(first, context(), display);
    ImageSet images = options.images(dataset);
    ClassifierOption.Choice choice = classifierOption.choose(context(), dataset);
    loadEngine(display);
    ComparisonData data =
        new ComparisonData(dataset.name(), images, dataset.train(), choice.stored());
    ComparisonSettings settings =
        new ComparisonSettings(options.samples(), options.memorisation(), common.seed());
    ComparisonTable table =
        new ModelComparison(context().families(), data, settings)
            .measure(models, soFar -> {}, display, context().cancellation());
    display.close();
    requireOne(table);
    ComparisonTable sorted = options.sorted(table);
    output.write(sorted, this::println);
    if (output.allowsRemarks()) {
      println(choice.remark());
    }
    warn(sorted.rows());
  }

  private static void requireOne(ComparisonTable table) {
    Optional<String> problem = table.rows().get(0).problem();
    if (problem.isPresent() && table.rows().stream().allMatch(row -> row.problem().isPresent())) {
      throw new InvalidInputException("no model could be measured; the first: " + problem.get());
    }
  }

  private void warn(List<ComparisonRow> rows) {
    for (ComparisonRow row : rows) {
      row.problem()
          .ifPresent(
              problem ->
                  context()
                      .err()
                      .println(
                          "latent-lab: "
                              + FailureReport.oneLine(row.name() + " left out: " + problem)));
    }
  }
}
