package latentlab.ui.latent;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import latentlab.ui.latent.points.NoPoints;
import latentlab.ui.neighbours.NoNeighbours;
import latentlab.ui.picture.PaintedFrames;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/** Writes pictures of the tab, to be looked at: {@code LatentSpaceSnapshots DIRECTORY}. */
public final class LatentSpaceSnapshots {

  private final Path folder;
  private final ExecutorService model = Executors.newSingleThreadExecutor();
  private final LatentSpaceViewModel viewModel;
  private final LatentSpaceView view;
  private Scene scene;

  private LatentSpaceSnapshots(Path folder) {
    this.folder = folder;
    viewModel = new LatentSpaceViewModel(Platform::runLater, System::nanoTime);
    viewModel.pictures().setActive(true);
    view =
        new LatentSpaceView(
            viewModel,
            NoPoints.viewModel(),
            NoNeighbours.viewModel(),
            point -> {},
            Messages.load());
    scene = new Scene(new Group());
  }

  /** A new window for each size, since Monocle paints into a buffer of the first one. */
  private void show(int width, int height) {
    Window before = scene.getWindow();
    scene.setRoot(new Group());
    if (before != null) {
      before.hide();
    }
    scene = new Scene(view, width, height);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
  }

  /**
   * Writes the pictures.
   *
   * @param arguments a folder
   * @throws Exception if something fails
   */
  public static void main(String[] arguments) throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    LatentSpaceSnapshots shots = onFxThread(() -> new LatentSpaceSnapshots(folder));
    shots.takeAll();
    Platform.exit();
    shots.model.shutdown();
  }

  private static <T> T onFxThread(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get();
  }

  private void takeAll() throws Exception {
    String light = new PrimerLight().getUserAgentStylesheet();
    String dark = new PrimerDark().getUserAgentStylesheet();
    take("0-waiting", light, 1280, 720, () -> {});
    take(
        "1-two-dimensions",
        light,
        1280,
        720,
        () -> viewModel.explore(new ExploredSpace(2, 3, new BlobDecoder(model))));
    take(
        "2-chosen-dark",
        dark,
        1280,
        720,
        () -> {
          viewModel.choose(0.71, 0.22);
          viewModel.setLive(true);
          scene.lookup("#latent-plane").requestFocus();
        });
    take("3-large-dark", dark, 1920, 1000, () -> viewModel.setCells(30));
    take(
        "4-many-dimensions",
        light,
        1920,
        1000,
        () -> {
          viewModel.setLive(false);
          viewModel.explore(new ExploredSpace(64, 3.5f, new BlobDecoder(model)));
          viewModel.sample();
        });
    take(
        "5-many-small",
        light,
        1280,
        680,
        () -> {
          viewModel.showUpwards(12);
          viewModel.setRange(1.234);
        });
    take(
        "6-one-dimension",
        dark,
        1280,
        720,
        () -> viewModel.explore(new ExploredSpace(1, 3, new BlobDecoder(model))));
    take("7-narrow", light, 900, 600, () -> viewModel.setCells(40));
    take("8-classes", light, 1280, 720, () -> viewModel.explore(classes()));
    take(
        "9-without",
        light,
        1280,
        720,
        () -> viewModel.exploreNothing(LatentSpaceViewModel.Stage.WITHOUT_LATENT_SPACE));
  }

  private ExploredSpace classes() {
    Decoder decoder = new BlobDecoder(model);
    return new ExploredSpace(
        16, 3, List.of("t-shirt/top", "ankle boot"), List.of(decoder, decoder));
  }

  private void take(String name, String theme, int width, int height, Runnable change)
      throws Exception {
    onFxThread(
        () -> {
          Application.setUserAgentStylesheet(theme);
          show(width, height);
          change.run();
          return true;
        });
    for (int i = 0; i < 40; i++) {
      model.submit(() -> {}).get();
      onFxThread(() -> true);
    }
    CountDownLatch painted = new CountDownLatch(1);
    onFxThread(
        () -> {
          PaintedFrames.afterNext(scene, painted::countDown);
          return true;
        });
    painted.await();
    onFxThread(() -> write(name));
  }

  private @Nullable Path write(String name) {
    Path file = folder.resolve(name + ".png");
    try {
      ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
