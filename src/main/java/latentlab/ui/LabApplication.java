package latentlab.ui;

import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.stage.Stage;
import latentlab.data.ImageShape;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelFamily;
import latentlab.models.storage.BundledModels;
import latentlab.models.storage.ModelFolder;
import latentlab.training.ModelReplica;
import latentlab.training.StartMode;
import latentlab.training.Training;
import latentlab.training.TrainingService;
import latentlab.training.TrainingTask;
import latentlab.ui.bridge.FxPulses;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.startup.EngineLoading;
import latentlab.ui.startup.StartupSteps;
import latentlab.ui.text.Messages;
import latentlab.ui.training.TrainingServices;
import latentlab.ui.training.TrainingTab;

/** Puts the real parts of the program together and shows the window. */
final class LabApplication {

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
    Messages messages = LabWindow.rememberedWords();
    TrainingService training =
        new TrainingService(dataset -> openClassifier(options, dataset.name(), dataset.shape()));
    CatalogDatasets datasets =
        new CatalogDatasets(DatasetCatalog::ofEnvironment, options.dataFolder());
    TrainingTab.Context context =
        new TrainingTab.Context(
            new TrainingServices(
                datasets,
                (task, listener) -> training.start(task, listener, StartMode.ATTENDED),
                LabApplication::replicaFollowing,
                (folder, card, weights, losses, description) ->
                    new ModelFolder(folder).write(card, weights, losses, description),
                options.programVersion()),
            options.firstDataset(),
            options.seed(),
            background,
            Platform::runLater,
            new FxPulses());
    StoredModels stored = new StoredModels(new BundledModels(options.modelsRoot()), messages);
    StartupSteps startup =
        new StartupSteps(
            () -> EngineLoading.loadFor(Platform::runLater),
            ModelFamilies::discover,
            families -> stored.all(LabWindow.rememberedModels().read(), families),
            families -> firstModel(options, stored, families));
    Thread end = new BackgroundThreads().newThread(() -> letGo(training, background, closed));
    LabWindow window =
        new LabWindow(
            messages,
            context,
            startup,
            new WindowSources(
                folder -> stored.read(folder, ModelFamilies.discover()),
                () ->
                    stored
                        .named(DIFFUSION_MODEL, ModelFamilies.discover())
                        .map(ShelvedModel::explored),
                (dataset, shape) -> openClassifier(options, dataset, shape),
                new DatasetTestImages(datasets, background),
                new DatasetTrainingImages(datasets),
                new ShelfFigures(datasets, stored.bundled())),
            end::start);
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

  private static Optional<GenerativeModel> openClassifier(
      UiOptions options, String dataset, ImageShape shape) {
    ModelFamilies families = ModelFamilies.discover();
    return new BundledModels(options.modelsRoot())
        .classifierOf(dataset, shape, families)
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
      UiOptions options, StoredModels stored, ModelFamilies families) {
    Optional<ShelvedModel> asked =
        options.modelFolder().map(folder -> stored.read(folder, families));
    return asked
        .or(() -> stored.named(BundledModels.DEFAULT_NAME, families))
        .map(ShelvedModel::explored);
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
