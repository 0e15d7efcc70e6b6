package latentlab.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.stage.Stage;
import latentlab.data.Dataset;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.engine.NativeRuntime;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelFamily;
import latentlab.models.storage.BundledModels;
import latentlab.models.storage.ModelFolder;
import latentlab.models.storage.StoredModel;
import latentlab.progress.Progress;
import latentlab.training.ModelReplica;
import latentlab.training.StartMode;
import latentlab.training.Training;
import latentlab.training.TrainingService;
import latentlab.training.TrainingTask;
import latentlab.ui.bridge.FxPulses;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.ModelTitle;
import latentlab.ui.startup.StartupSteps;
import latentlab.ui.text.Messages;
import latentlab.ui.training.ConfigForm;
import latentlab.ui.training.TrainingServices;
import latentlab.ui.training.TrainingTab;

/** Puts the real parts of the program together and shows the window. */
final class LabApplication {

  private static final String DEFAULT_MODEL = "vae-2d";

  private static final String DIFFUSION_MODEL = "diffusion";
  private static final long PATIENCE_SECONDS = 3;
  private static final long IDLE_SECONDS = 30;

  private LabApplication() {}

  /** Called on the JavaFX thread; {@code closed} runs when nothing is left running. */
  static LabWindow open(UiOptions options, Runnable closed) {
    ThreadPoolExecutor background =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            new BackgroundThreads(),
            // What comes after the window has closed has nobody to tell.
            new ThreadPoolExecutor.DiscardPolicy());
    TrainingService training = new TrainingService(dataset -> openJudge(options, dataset));
    Messages messages = Messages.load();
    TrainingTab.Context context =
        new TrainingTab.Context(
            new TrainingServices(
                new CatalogDatasets(DatasetCatalog::ofEnvironment, options.dataFolder()),
                (task, listener) -> training.start(task, listener, StartMode.ATTENDED),
                LabApplication::replicaFollowing,
                (folder, card, weights) -> new ModelFolder(folder).write(card, weights),
                options.programVersion()),
            ConfigForm::of,
            options.firstDataset(),
            options.seed(),
            background,
            Platform::runLater,
            new FxPulses());
    StartupSteps startup =
        new StartupSteps(
            () -> NativeRuntime.load(Progress.NONE),
            ModelFamilies::discover,
            families -> firstModel(options, families, messages));
    Thread end = new BackgroundThreads().newThread(() -> letGo(training, background, closed));
    LabWindow window =
        new LabWindow(context, startup, () -> bundledDiffusion(options, messages), end::start);
    window.show(new Stage());
    return window;
  }

  /** Waits for what is running, but not for ever: a native library cannot be interrupted. */
  private static void letGo(
      TrainingService training, ThreadPoolExecutor background, Runnable closed) {
    training.close();
    background.shutdown();
    try {
      if (!background.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        background.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    closed.run();
  }

  private static Optional<GenerativeModel> openJudge(UiOptions options, Dataset dataset) {
    ModelFamilies families = ModelFamilies.discover();
    return new BundledModels(options.modelsRoot())
        .classifierOf(dataset.name(), dataset.shape(), families)
        .map(stored -> stored.open(families));
  }

  private static ModelReplica replicaFollowing(TrainingTask task, Training training) {
    ModelReplica replica = new ModelReplica("live-model", () -> create(task.family(), task));
    replica.follow(training.weights());
    return replica;
  }

  private static <C extends Record & ModelConfig> GenerativeModel create(
      ModelFamily<C> family, TrainingTask task) {
    ImageDomain images = new ImageDomain(task.dataset().shape(), task.dataset().classNames());
    return family.create(family.configType().cast(task.config()), images, task.plan().seed());
  }

  /** The model that was asked for, or the bundled one if it is there. */
  private static Optional<ExploredModel> firstModel(
      UiOptions options, ModelFamilies families, Messages messages) {
    Path folder = options.modelFolder().orElse(options.modelsRoot().resolve(DEFAULT_MODEL));
    if (options.modelFolder().isEmpty() && !folder.toFile().isDirectory()) {
      return Optional.empty();
    }
    return Optional.of(open(folder, families, messages));
  }

  private static Optional<ExploredModel> bundledDiffusion(UiOptions options, Messages messages) {
    Path folder = options.modelsRoot().resolve(DIFFUSION_MODEL);
    return folder.toFile().isDirectory()
        ? Optional.of(open(folder, ModelFamilies.discover(), messages))
        : Optional.empty();
  }

  private static ExploredModel open(Path folder, ModelFamilies families, Messages messages) {
    StoredModel stored = new ModelFolder(folder).read(families);
    String kind =
        ModelTitle.of(
            families.named(stored.card().family()),
            stored.card().config(),
            stored.card().provenance().dataset(),
            messages);
    String title = messages.text("model.stored", folder.normalize().getFileName(), kind);
    ModelReplica replica = new ModelReplica("explored-model", () -> stored.open(families));
    return new ExploredModel(title, stored.card(), replica, false);
  }

  /** Threads that do not keep the program alive. */
  private static final class BackgroundThreads implements ThreadFactory {

    private final AtomicInteger made = new AtomicInteger();

    @Override
    public Thread newThread(Runnable work) {
      Thread thread = new Thread(work, "latent-lab-background-" + made.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    }
  }
}
