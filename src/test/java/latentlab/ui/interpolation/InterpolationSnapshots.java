package latentlab.ui.interpolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import latentlab.data.ImageBatch;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.data.property.ImageProperty;
import latentlab.engine.NativeRuntime;
import latentlab.models.ModelFamilies;
import latentlab.models.storage.ModelFolder;
import latentlab.models.storage.StoredModel;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ModelOpening;
import latentlab.ui.session.ModelShelf;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.text.Messages;
import latentlab.ui.window.MainWindow;
import latentlab.ui.window.StatusViewModel;
import latentlab.ui.window.Theme;
import latentlab.ui.window.WindowState;

/**
 * Writes pictures of the tab with stored models and real data, to be looked at: {@code
 * InterpolationSnapshots DIRECTORY MODELS DATASET NAME...}.
 */
public final class InterpolationSnapshots {

  private static final long PATIENCE_MILLIS = 3_000;

  private final Path folder;
  private final ModelOpening opening;
  private final InterpolationTab tab;
  private Stage stage = new Stage();

  private InterpolationSnapshots(Path folder, List<ShelvedModel> models, ImageBatch examples) {
    this.folder = folder;
    ExplorationSession session = new ExplorationSession(Runnable::run);
    ModelShelf shelf = new ModelShelf(Runnable::run);
    models.forEach(shelf::add);
    opening =
        new ModelOpening(
            session,
            shelf,
            path -> {
              throw new UnsupportedOperationException("no folder is opened");
            },
            Runnable::run,
            Platform::runLater,
            text -> {});
    tab =
        new InterpolationTab(
            opening,
            (shape, dataset) -> CompletableFuture.completedFuture(examples),
            Runnable::run,
            Messages.load());
  }

  /**
   * Writes the pictures.
   *
   * @param arguments a folder, the folder of the models, a data set, and the names of the models
   * @throws Exception if something fails
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    ImageBatch examples =
        DatasetCatalog.ofEnvironment()
            .load(arguments[2], new Seed(1), Progress.NONE, new Cancellation())
            .test()
            .batch(IntStream.range(0, 1_000).toArray());
    ModelFamilies families = ModelFamilies.discover();
    List<ShelvedModel> models =
        IntStream.range(3, arguments.length)
            .mapToObj(i -> shelved(Path.of(arguments[1]).resolve(arguments[i]), families))
            .toList();
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    InterpolationSnapshots shots =
        onFxThread(() -> new InterpolationSnapshots(folder, models, examples));
    shots.takeAll(models);
    onFxThread(
        () -> {
          shots.tab.close();
          shots.opening.session().close();
          shots.opening.shelf().close();
          return true;
        });
    Platform.exit();
  }

  private static ShelvedModel shelved(Path path, ModelFamilies families) {
    StoredModel stored = new ModelFolder(path).read(families);
    String name = String.valueOf(path.getFileName());
    return new ShelvedModel(name, name, stored.card(), () -> stored.open(families));
  }

  private static <T> T onFxThread(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get();
  }

  private void takeAll(List<ShelvedModel> models) throws Exception {
    InterpolationViewModel viewModel = tab.viewModel();
    open(Theme.LIGHT, 1280, 800);
    take("0-waiting", () -> {});
    NativeRuntime.load(Progress.NONE);
    take("1-first", () -> opening.explore(models.get(0)));
    take(
        "2-middle",
        () -> {
          viewModel.addAnchor();
          viewModel.input().chooseClass(4);
          viewModel.goTo(0.7);
        });
    open(Theme.DARK, 1280, 800);
    take(
        "3-thick",
        () -> {
          viewModel.chooseAttribute(new Attribute.Measured(ImageProperty.THICKNESS));
          viewModel.chooseStrength(2);
        });
    take(
        "4-classes",
        () -> {
          viewModel.chooseAttribute(new Attribute.Classes(7, 9));
          viewModel.chooseStrength(1);
        });
    take(
        "5-beside",
        () -> models.forEach(model -> ((InterpolationView) tab.view()).link().show(model, true)));
    open(Theme.LIGHT, 1920, 1080);
    take("6-beside-large", () -> viewModel.choosePictures(20));
    take("7-without", () -> opening.explore(models.get(models.size() - 1)));
  }

  private void open(Theme theme, int width, int height) throws Exception {
    onFxThread(
        () -> {
          stage.hide();
          stage = new Stage();
          MainWindow window =
              new MainWindow(
                  List.of(tab),
                  opening,
                  new StatusViewModel(),
                  new WindowState(
                      Optional.empty(), false, theme, "", Optional.empty(), true, false),
                  Messages.load());
          stage.setScene(window.scene());
          stage.setWidth(width);
          stage.setHeight(height);
          stage.show();
          return true;
        });
  }

  private void take(String name, Runnable change) throws Exception {
    onFxThread(
        () -> {
          change.run();
          return true;
        });
    Thread.sleep(PATIENCE_MILLIS);
    onFxThread(
        () -> {
          try {
            return ImageIO.write(
                SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null),
                "png",
                folder.resolve(name + ".png").toFile());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
