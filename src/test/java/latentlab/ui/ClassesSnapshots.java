package latentlab.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.models.ModelFamilies;
import latentlab.models.storage.BundledModels;
import latentlab.ui.classes.ClassesTab;
import latentlab.ui.codes.CodesTab;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ModelOpening;
import latentlab.ui.session.ModelShelf;
import latentlab.ui.text.Messages;
import latentlab.ui.window.MainWindow;
import latentlab.ui.window.StatusViewModel;
import latentlab.ui.window.Theme;
import latentlab.ui.window.WindowState;

/** Pictures of the class picker and of the code grid with stored models, to be looked at. */
public final class ClassesSnapshots {

  private static final int QUIET = 12;

  private final ExecutorService background = Executors.newCachedThreadPool();
  private final Messages messages = Messages.load();
  private final Stage stage = new Stage();
  private final ModelShelf shelf = new ModelShelf(background);
  private final Path out;
  private final ModelOpening opening;
  private final MainWindow window;

  private ClassesSnapshots(Path models, Path out, Theme theme, int width, int height) {
    this.out = out;
    ModelFamilies families = ModelFamilies.discover();
    BundledModels bundled = new BundledModels(models);
    StoredModels stored = new StoredModels(bundled, messages);
    stored.all(families).forEach(shelf::add);
    opening =
        new ModelOpening(
            new ExplorationSession(background),
            shelf,
            folder -> stored.read(folder, families),
            background,
            Platform::runLater,
            problem -> {});
    CatalogExamples examples =
        new CatalogExamples(
            new CatalogDatasets(DatasetCatalog::ofEnvironment, Optional.empty()), background);
    window =
        new MainWindow(
            List.of(
                new ClassesTab(
                    opening,
                    (dataset, shape) ->
                        bundled
                            .classifierOf(dataset, shape, families)
                            .map(found -> found.open(families)),
                    examples,
                    background,
                    messages),
                new CodesTab(opening, examples, background, messages)),
            opening,
            new StatusViewModel(),
            new WindowState(Optional.empty(), false, theme, "", Optional.empty(), true, false),
            messages);
    stage.setScene(window.scene());
    stage.setWidth(width);
    stage.setHeight(height);
    stage.show();
  }

  /**
   * Writes the pictures.
   *
   * @param arguments a folder of models, a folder to write to, LIGHT or DARK, width, height;
   *     anything more leaves the class picker out
   * @throws Exception if something fails
   */
  public static void main(String[] arguments) throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    Path out = Files.createDirectories(Path.of(arguments[1]));
    ClassesSnapshots shots =
        onFxThread(
            () ->
                new ClassesSnapshots(
                    Path.of(arguments[0]),
                    out,
                    Theme.valueOf(arguments[2]),
                    Integer.parseInt(arguments[3]),
                    Integer.parseInt(arguments[4])));
    String suffix = arguments[2] + "-" + arguments[3];
    if (arguments.length == 5) {
      shots.takeClasses(suffix);
    }
    shots.takeCodes(suffix);
    System.exit(0);
  }

  private static <T> T onFxThread(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get();
  }

  private void takeClasses(String suffix) throws Exception {
    take("0-waiting" + suffix, () -> {});
    take("1-without" + suffix, () -> explore("vae-2d"));
    take("2-cvae-all" + suffix, () -> explore("cvae4"));
    take("3-cvae-one" + suffix, () -> press(KeyCode.DIGIT7));
    take(
        "4-cvae-hundred" + suffix,
        () -> {
          fire("#classes-all");
          ((javafx.scene.control.Spinner<?>) find("#classes-count")).increment(30);
        });
    take("5-hand" + suffix, () -> fire("#classes-hand-choose"));
    take(
        "6-three" + suffix,
        () -> {
          fire("#classes-hand-choose");
          ((javafx.scene.control.Spinner<?>) find("#classes-count")).decrement(36);
          ((CheckBox) find("#classes-beside-vqvae")).fire();
          ((CheckBox) find("#classes-beside-diffusion")).fire();
        });
    take("7-vqvae" + suffix, () -> explore("vqvae"));
  }

  private void takeCodes(String suffix) throws Exception {
    onFxThread(
        () -> {
          explore("vqvae");
          return true;
        });
    take("8-codes" + suffix, () -> window.showTab("codes"));
    while (onFxThread(this::isWithoutCodes)) {
      Thread.sleep(100);
    }
    take("9-palette" + suffix, () -> fire("#codes-cell-24"));
    take("a-codes-without" + suffix, () -> explore("vae-2d"));
  }

  private boolean isWithoutCodes() {
    Node cell = stage.getScene().lookup("#codes-cell-24");
    return cell == null || cell.isDisabled();
  }

  private void explore(String id) {
    opening.explore(shelf.model(id).orElseThrow());
  }

  private Node find(String selector) {
    return Objects.requireNonNull(stage.getScene().lookup(selector), selector);
  }

  private void fire(String selector) {
    ((ButtonBase) find(selector)).fire();
  }

  private void press(KeyCode code) {
    stage
        .getScene()
        .getRoot()
        .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  private void take(String name, Runnable change) throws Exception {
    onFxThread(
        () -> {
          change.run();
          return true;
        });
    int quiet = 0;
    for (int i = 0; i < 600 && quiet < QUIET; i++) {
      Thread.sleep(100);
      Node bar = stage.getScene().lookup("#classes-progress");
      boolean running = onFxThread(() -> bar != null && bar.getParent().isVisible());
      quiet = running ? 0 : quiet + 1;
    }
    onFxThread(
        () ->
            ImageIO.write(
                SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null),
                "png",
                out.resolve(name + ".png").toFile()));
  }
}
