package latentlab.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import latentlab.failure.InvalidInputException;
import latentlab.models.ModelFamily;
import latentlab.models.storage.ModelCard;
import latentlab.models.storage.ModelFolder;
import latentlab.models.storage.TrainingTime;
import picocli.CommandLine.Command;

/** Lists the models that come with the program and the families that can be trained. */
@Command(
    name = "models",
    description = "List the bundled models and the families that can be trained.")
final class ModelsCommand extends LabCommand {

  private static final double MILLIS = 1e3;

  ModelsCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    List<String> names = context().bundled().names();
    if (!common.json()) {
      println(names.isEmpty() ? "bundled models: none" : "bundled models:");
    }
    names.forEach(this::printModel);
    if (!common.json()) {
      println("families:");
    }
    context().families().all().forEach(this::printFamily);
  }

  private void printModel(String name) {
    Path folder = context().bundled().locate("--model", name);
    ModelCard card;
    try {
      card = new ModelFolder(folder).readCard(context().families());
    } catch (InvalidInputException damaged) {
      context().err().println("latent-lab: " + FailureReport.oneLine(damaged.getMessage()));
      return;
    }
    String dataset = card.provenance().dataset();
    int epochs = card.provenance().epochs();
    Optional<Duration> time = card.provenance().time();
    if (!common.json()) {
      println(
          String.format(
              "  %-21s %s, images of %s, %d epochs on %s%s",
              name,
              card.family(),
              card.images().shape(),
              epochs,
              dataset,
              time.map(taken -> " in " + TrainingTime.text(taken)).orElse("")));
      return;
    }
    JsonLine line =
        new JsonLine()
            .with("model", name)
            .with("family", card.family())
            .with("images", card.images().shape().toString())
            .with("dataset", dataset)
            .with("epochs", epochs);
    time.ifPresent(taken -> line.with("training_seconds", taken.toMillis() / MILLIS));
    println(line.with("metrics", card.provenance().metrics()));
  }

  private void printFamily(ModelFamily<?> family) {
    println(
        common.json()
            ? new JsonLine()
                .with("family", family.name())
                .with("title", family.title())
                .with("summary", family.summary())
            : String.format("  %-21s %s", family.name(), family.summary()));
  }
}
