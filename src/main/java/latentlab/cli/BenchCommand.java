package latentlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.cli.bench.LayerProfile;
import latentlab.cli.bench.StepTimer;
import latentlab.cli.bench.Workload;
import latentlab.cli.bench.Workloads;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.data.catalog.DatasetCatalog.DatasetListing;
import latentlab.engine.NativeThreads;
import latentlab.models.storage.ProgramVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Times workloads, and prints for each the JSON line that other frameworks' benchmarks print. */
@Command(name = "bench", description = "Time workloads; prints one JSON object for each.")
final class BenchCommand extends LabCommand {

  private static final int MAX_IMAGES = 20_000;

  @Mixin private final DataOptions dataOptions = new DataOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "WORKLOAD",
      description = "The workloads: names of training and use of models, or all.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Images in each step of training, instead of the workload's own number.")
  private @Nullable Integer batch;

  @Option(
      names = "--profile",
      description = "Print where the time of a step goes, layer by layer, instead of timing it.")
  private boolean profile;

  BenchCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    List<Workload> workloads = Workloads.named(names).stream().map(this::inAskedBatch).toList();
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
    workloads.forEach(workload -> measure(workload, images));
  }

  private Workload inAskedBatch(Workload workload) {
    return batch == null
        ? workload
        : workload.withBatch(Ranges.check("--batch", batch, 1, MAX_IMAGES));
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

  private void measure(Workload workload, ImageSet images) {
    try (Workload.Step step = workload.prepare(context().families(), images)) {
      double millis =
          new StepTimer(System::nanoTime, context().cancellation()).medianMillis(workload, step);
      if (profile) {
        println(workload.name());
        LayerProfile.record(workload.timedSteps(), step).lines().forEach(this::println);
      } else {
        printTime(workload, millis);
      }
    }
  }

  private void printTime(Workload workload, double millis) {
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
