package latentlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.cli.bench.StepTimer;
import latentlab.cli.bench.Workload;
import latentlab.cli.bench.Workloads;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.data.catalog.DatasetCatalog.DatasetListing;
import latentlab.engine.NativeThreads;
import latentlab.models.storage.ProgramVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Times workloads, and prints for each the JSON line that other frameworks' benchmarks print. */
@Command(name = "bench", description = "Time workloads; prints one JSON object for each.")
final class BenchCommand extends LabCommand {

  private static final int MAX_IMAGES = 20_000;

  @Mixin private final DataOptions dataOptions = new DataOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "WORKLOAD",
      description = "mlp-vae-train, mlp-vae-decode-1, mlp-vae-decode-400, or all.")
  private List<String> names = new ArrayList<>();

  BenchCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    List<Workload> workloads = Workloads.named(names);
    Dataset dataset =
        dataOptions.load(
            context().datasets().get(),
            defaultDataset(),
            common.seed(),
            display,
            context().cancellation());
    display.close();
    int count = Math.min(MAX_IMAGES, dataset.train().size());
    ImageSet images = dataset.train().select(IntStream.range(0, count).toArray());
    loadEngine(display);
    workloads.forEach(workload -> time(workload, images));
  }

  /** Real MNIST where it is at hand; the program's own digits have the same size. */
  private String defaultDataset() {
    return context().datasets().get().list().stream()
        .filter(DatasetListing::present)
        .map(DatasetListing::name)
        .filter(DatasetCatalog.MNIST::equals)
        .findFirst()
        .orElse(DatasetCatalog.SYNTHETIC);
  }

  private void time(Workload workload, ImageSet images) {
    double millis;
    try (Workload.Step step = workload.prepare(context().families(), images)) {
      millis =
          new StepTimer(System::nanoTime, context().cancellation()).medianMillis(workload, step);
    }
    println(
        new JsonLine()
            .with("engine", "latent-lab-" + ProgramVersion.current())
            .with("workload", workload.name())
            .with("threads", NativeThreads.inUse(common.threads(), System.getenv()))
            .with("batch", workload.batch())
            .with("images_per_second", rounded(workload.batch() / millis * 1e3, 10))
            .with("ms_per_step", rounded(millis, 1000)));
  }

  private static double rounded(double value, double parts) {
    return Math.round(value * parts) / parts;
  }
}
