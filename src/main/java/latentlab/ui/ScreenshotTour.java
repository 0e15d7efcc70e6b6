package latentlab.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javax.imageio.ImageIO;
import latentlab.failure.OperationFailedException;
import latentlab.models.storage.BundledModels;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.storage.AtomicFile;
import latentlab.ui.session.LabTab;
import latentlab.ui.session.ModelShelf;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.window.ConfigFolder;
import latentlab.ui.window.Theme;
import latentlab.ui.window.WindowState;
import latentlab.ui.window.WindowStateFile;

/**
 * Opens the real window where nobody sees it, visits every tab with a model that suits it, and
 * takes pictures in both themes. The user's own settings are left alone. To be used once in a
 * process, by a thread that is not JavaFX's.
 */
public final class ScreenshotTour {

  private static final long PATIENCE_SECONDS = 240;
  private static final long CALM_SECONDS = 60;
  private static final long POLL_MILLIS = 50;

  /** What is drawn by the next frames after everything has come. */
  private static final int CALM_POLLS = 6;

  private final UiOptions options;

  /**
   * A tour of the window.
   *
   * @param options how the window begins
   */
  public ScreenshotTour(UiOptions options) {
    this.options = options;
  }

  /**
   * Takes the pictures.
   *
   * @param plan where to and how large
   * @param progress is told how far it is
   * @param cancellation asked between two pictures
   * @return the files, in the order of the visits
   * @throws OperationFailedException if a picture cannot be written, or the window does not come to
   *     rest within some minutes
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public List<Path> visit(Plan plan, Progress progress, Cancellation cancellation) {
    HeadlessPlatform.choose(plan.width(), plan.height());
    try {
      Path settings = Files.createTempDirectory("latent-lab-tour");
      System.setProperty(ConfigFolder.PROPERTY, settings.toString());
      Path stateFile = settings.resolve("window.properties");
      new WindowStateFile(stateFile).write(initialState(plan));
      try {
        return visitIn(plan, progress, cancellation);
      } finally {
        System.clearProperty(ConfigFolder.PROPERTY);
        Files.deleteIfExists(stateFile);
        Files.deleteIfExists(settings);
      }
    } catch (IOException failure) {
      throw new OperationFailedException("the tour could not write its settings", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new OperationFailedException("the tour was interrupted", interrupted);
    }
  }

  private static WindowState initialState(Plan plan) {
    WindowState.Place place = new WindowState.Place(0, 0, plan.width(), plan.height());
    return new WindowState(
        Optional.of(place), false, Theme.LIGHT, "training", Optional.empty(), true, false);
  }

  private List<Path> visitIn(Plan plan, Progress progress, Cancellation cancellation)
      throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    FutureTask<LabWindow> opening =
        new FutureTask<>(() -> LabApplication.open(options, closed::countDown));
    Platform.startup(opening);
    LabWindow window = result(opening);
    try {
      await(window::isStarted, cancellation);
      await(() -> window.trainingTab().trainExample(plan.epochs(), plan.seed()), cancellation);
      await(() -> !window.trainingTab().run().active().get(), cancellation);
      return pictures(window, plan, progress, cancellation);
    } finally {
      Platform.runLater(() -> close(window));
      closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      Platform.exit();
    }
  }

  private static void close(LabWindow window) {
    Window stage = window.content().scene().getWindow();
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  private List<Path> pictures(
      LabWindow window, Plan plan, Progress progress, Cancellation cancellation)
      throws InterruptedException {
    List<LabTab> tabs = window.content().labTabs();
    List<Path> files = new ArrayList<>();
    for (LabTab one : tabs) {
      LabTab tab = onFx(one::built);
      Optional<ShelvedModel> model = suiting(tab, window.shelf(), cancellation);
      if (model.isPresent()) {
        onFx(() -> window.opening().explore(model.get()));
      }
      onFx(() -> window.content().showTab(tab.id()));
      awaitCalm(tab, cancellation);
      onFx(tab::showExample);
      for (Theme theme : Theme.values()) {
        cancellation.throwIfRequested();
        progress.report(files.size(), 2L * tabs.size(), tab.id());
        onFx(() -> window.content().use(theme));
        awaitCalm(tab, cancellation);
        String name = tab.id() + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
        files.add(shoot(window, plan.folder().resolve(name)));
      }
    }
    progress.report(files.size(), files.size(), "done");
    return files;
  }

  /** The first model that the tab can show; the default one before others. */
  private static Optional<ShelvedModel> suiting(
      LabTab tab, ModelShelf shelf, Cancellation cancellation) throws InterruptedException {
    for (ShelvedModel model : shelf.models().stream().sorted(ScreenshotTour::usualFirst).toList()) {
      cancellation.throwIfRequested();
      try {
        if (shelf.replica(model).<Boolean>ask(tab::suits).get()) {
          return Optional.of(model);
        }
      } catch (ExecutionException damaged) {
        // Another model may do.
      }
    }
    return Optional.empty();
  }

  private static int usualFirst(ShelvedModel a, ShelvedModel b) {
    return Boolean.compare(isUsual(b), isUsual(a));
  }

  private static boolean isUsual(ShelvedModel model) {
    return model.id().equals(BundledModels.DEFAULT_NAME);
  }

  private static Path shoot(LabWindow window, Path file) throws InterruptedException {
    WritableImage picture = onFx(() -> window.content().scene().snapshot(null));
    AtomicFile.write(
        file, out -> ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", out));
    return file;
  }

  /** A tab that never comes to rest is shown as it is: that is what its user sees, too. */
  private static void awaitCalm(LabTab tab, Cancellation cancellation) throws InterruptedException {
    int[] calm = {0};
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(CALM_SECONDS);
    await(
        () -> {
          calm[0] = tab.isSettled() ? calm[0] + 1 : 0;
          return calm[0] > CALM_POLLS || System.nanoTime() > end;
        },
        cancellation);
  }

  /** Asks on the JavaFX thread until the answer is yes. */
  private static void await(Callable<Boolean> condition, Cancellation cancellation)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!onFx(condition)) {
      cancellation.throwIfRequested();
      if (System.nanoTime() > end) {
        throw new OperationFailedException(
            "the window did not come to rest within " + PATIENCE_SECONDS + " seconds");
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private static void onFx(Runnable work) throws InterruptedException {
    onFx(
        () -> {
          work.run();
          return true;
        });
  }

  private static <T> T onFx(Callable<T> work) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return result(task);
  }

  private static <T> T result(FutureTask<T> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException failure) {
      throw new OperationFailedException(
          "the window failed during the tour",
          Objects.requireNonNullElse(failure.getCause(), failure));
    }
  }

  /**
   * What is asked for.
   *
   * @param folder where the pictures go; it exists
   * @param width of the window, in pixels
   * @param height of the window, in pixels
   * @param epochs of the training that is shown
   * @param seed of that training
   */
  public record Plan(Path folder, int width, int height, int epochs, Seed seed) {}
}
