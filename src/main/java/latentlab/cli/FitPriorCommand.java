package latentlab.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.evaluation.ImageCodes;
import latentlab.models.Encoder;
import latentlab.models.GenerativeModel;
import latentlab.models.LatentCodes;
import latentlab.models.description.ModelDescription;
import latentlab.models.prior.LatentPrior;
import latentlab.models.prior.LatentPriors;
import latentlab.models.prior.PriorSettings;
import latentlab.models.storage.ModelFolder;
import latentlab.models.storage.StoredModel;
import latentlab.models.storage.StoredPrior;
import latentlab.storage.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fits a prior to the codes of a trained model, and writes both into a new folder. */
@Command(
    name = "fit-prior",
    description = "Fit a distribution to the codes of a trained model, so that it can generate.")
final class FitPriorCommand extends LabCommand {

  private static final String TRAINING_DENSITY = "training_log_density";
  private static final String VALIDATION_DENSITY = "validation_log_density";

  @Mixin private final ModelOption modelOption = new ModelOption();
  @Mixin private final PriorOptions priorOptions = new PriorOptions();
  @Mixin private final DataOptions dataOptions = new DataOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "A new folder for a copy of the model with its prior.")
  private String out = "";

  FitPriorCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    PriorSettings settings = priorOptions.settings();
    Path folder = Paths.newFolder("--out", Paths.parse("--out", out));
    StoredModel stored = modelOption.read(context());
    Dataset dataset = dataOptions.loadFor(stored.card(), context(), display);
    loadEngine(display);
    StoredPrior fitted;
    ModelDescription description;
    try (GenerativeModel model = stored.open(context().families())) {
      Encoder encoder = Capability.require(model, Encoder.class, "encode images");
      LatentPriors.checkSize(settings, encoder.latentSize());
      LatentCodes codes =
          ImageCodes.of(encoder, dataset.train(), display, context().cancellation());
      LatentPrior prior =
          LatentPriors.fit(settings, codes, common.seed(), display, context().cancellation());
      Map<String, Double> metrics = new LinkedHashMap<>();
      metrics.put(TRAINING_DENSITY, density(prior, encoder, first(dataset), display));
      metrics.put(VALIDATION_DENSITY, density(prior, encoder, dataset.validation(), display));
      fitted =
          new StoredPrior(
              settings,
              prior,
              new StoredPrior.Origin(
                  dataset.name(), dataset.fingerprint(), common.seed().value(), metrics));
      description =
          ModelDescription.of(
                  String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
                  context().families().named(stored.card().family()),
                  stored.card(),
                  model)
              .withWeights(stored.weights(), Precision.SINGLE)
              .withPrior(fitted);
    }
    new ModelFolder(folder)
        .write(stored.withPrior(fitted), Precision.SINGLE, description.toMarkdown());
    display.close();
    report(fitted, folder);
  }

  /** As many images of the training part as the validation part has. */
  private static ImageSet first(Dataset dataset) {
    int count = Math.min(dataset.validation().size(), dataset.train().size());
    int[] indices = new int[count];
    Arrays.setAll(indices, i -> i);
    return dataset.train().select(indices);
  }

  private double density(LatentPrior prior, Encoder encoder, ImageSet images, WorkDisplay display) {
    LatentCodes codes = ImageCodes.of(encoder, images, display, context().cancellation());
    return Arrays.stream(prior.logDensity(codes)).average().orElseThrow();
  }

  private void report(StoredPrior fitted, Path folder) {
    Map<String, Double> metrics = fitted.origin().metrics();
    String kind = fitted.settings().kind().name().toLowerCase(Locale.ROOT);
    if (common.json()) {
      JsonLine line = new JsonLine().with("out", folder.toString()).with("prior", kind);
      metrics.forEach(line::with);
      println(line.with("latent", fitted.size()).with("seed", fitted.origin().seed()));
      return;
    }
    metrics.forEach(
        (name, value) -> println(String.format(Locale.ROOT, "%-22s %.5f", name, value)));
    println(
        "nats per code of "
            + fitted.size()
            + " dimensions; the model with its "
            + kind
            + " prior is in "
            + folder);
  }
}
