package latentlab.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import latentlab.data.Dataset;
import latentlab.models.GenerativeModel;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.storage.ModelFolder;
import latentlab.models.storage.StoredModel;
import latentlab.models.storage.TrainingTime;
import latentlab.training.Training;
import latentlab.training.TrainingService;
import latentlab.training.TrainingState;
import latentlab.training.TrainingTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a model and writes it into a folder after each epoch. */
@Command(name = "train", description = "Train a model and write it into a folder after each epoch.")
final class TrainCommand extends LabCommand {

  private static final int GRID_SIDE = 20;
  private static final long POLL_MILLIS = 100;

  @Mixin private final FamilyOptions familyOptions = new FamilyOptions();
  @Mixin private final DataOptions dataOptions = new DataOptions();
  @Mixin private final PlanOptions planOptions = new PlanOptions();

  @Option(
      names = "--grid",
      paramLabel = "FILE",
      description = "Write the latent grid of the trained model as .png or .npy at the end.")
  private @Nullable String gridFile;

  TrainCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    Optional<Path> grid =
        Optional.ofNullable(gridFile).map(file -> ImageOutput.check("--grid", file));
    TrainingRequest request =
        TrainingRequest.check(context(), common, familyOptions, dataOptions, planOptions);
    Dataset dataset =
        dataOptions.load(
            context().datasets().get(),
            request.datasetName(),
            request.plan().seed(),
            display,
            context().cancellation());
    TrainingTask task = request.task(dataset);
    loadEngine(display);
    if (grid.isPresent()) {
      requireLatentSpace(request, dataset);
    }
    StoredModel trained = train(task, request.folder(), display);
    grid.ifPresent(file -> writeGrid(request.folder(), trained, file));
  }

  private StoredModel train(TrainingTask task, Path folder, WorkDisplay display) {
    Training training;
    TrainingState state;
    try (TrainingService service = new TrainingService(this::openJudge)) {
      training = service.start(task, new TrainingDisplay(display, common.json()));
      state = waitFor(training);
    }
    display.close();
    if (training.failure().isPresent()) {
      throw training.failure().get();
    }
    if (state == TrainingState.STOPPED) {
      throw new CancellationException(
          new ModelFolder(folder).holdsModel()
              ? "stopped; go on with: latent-lab train --epochs "
                  + task.plan().epochs()
                  + " --resume "
                  + folder
              : "stopped before anything was learnt");
    }
    if (!common.json()) {
      String time =
          training.time().map(taken -> "; training took " + TrainingTime.text(taken)).orElse("");
      println("the trained model is in " + folder + time);
    }
    return training.result().orElseThrow();
  }

  private Optional<GenerativeModel> openJudge(Dataset dataset) {
    return context()
        .bundled()
        .classifierOf(dataset.name(), dataset.shape(), context().families())
        .map(stored -> stored.open(context().families()));
  }

  /** Waits for the end of a training, and stops it when the user asks for that. */
  private TrainingState waitFor(Training training) {
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<TrainingState> ended =
        training.ended().whenComplete((state, failure) -> done.countDown());
    try {
      while (!done.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        if (context().cancellation().isRequested()) {
          training.stop();
        }
      }
    } catch (InterruptedException stop) {
      training.stop();
      Thread.currentThread().interrupt();
    }
    return ended.join();
  }

  /** Finds out before a long training whether the grid can be made after it. */
  private void requireLatentSpace(TrainingRequest request, Dataset dataset) {
    try (GenerativeModel model = request.createModel(dataset)) {
      LatentGrid.require(model);
    }
  }

  private void writeGrid(Path folder, StoredModel trained, Path file) {
    try (GenerativeModel model = trained.open(context().families())) {
      ImageOrigin origin =
          ModelOption.origin(context(), folder, trained, "grid")
              .withSeed(common.seed().value())
              .with("side", Integer.toString(GRID_SIDE));
      ImageOutput.write(
          file, LatentGrid.ofModel(model, GRID_SIDE, common.seed()), GRID_SIDE, origin);
    }
    if (!common.json()) {
      println("the latent grid is in " + file);
    }
  }
}
