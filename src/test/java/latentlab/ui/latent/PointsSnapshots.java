package latentlab.ui.latent;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import latentlab.data.Dataset;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.models.ModelFamilies;
import latentlab.models.storage.ModelFolder;
import latentlab.models.storage.StoredModel;
import latentlab.random.Seed;
import latentlab.training.ModelReplica;
import latentlab.ui.latent.points.PointsLayout;
import latentlab.ui.latent.points.PointsViewModel;
import latentlab.ui.latent.points.ScatterView;
import latentlab.ui.picture.PaintedFrames;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.TestImages;
import latentlab.ui.text.Messages;

/**
 * Writes pictures of the tab with points of the user's data, to be looked at: {@code
 * PointsSnapshots DIRECTORY [MODEL FOLDER]}.
 */
public final class PointsSnapshots {

  private final Path folder;
  private final LatentSpaceTab tab;
  private final ExplorationSession session = new ExplorationSession(Runnable::run);
  private final StackPane root;
  private final Scene scene;
  private final Stage stage;

  private PointsSnapshots(Path folder) {
    this.folder = folder;
    tab =
        new LatentSpaceTab(
            session,
            (card, progress, cancellation) -> {
              Dataset data =
                  DatasetCatalog.ofEnvironment()
                      .load(card.provenance().dataset(), new Seed(1), progress, cancellation);
              return new TestImages.Opened(data.name(), data.test(), data.classNames(), true);
            },
            Executors.newCachedThreadPool(),
            Messages.load());
    root = new StackPane(tab.view());
    scene = new Scene(root, 1280, 690);
    stage = new Stage();
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
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    String model = arguments.length > 1 ? arguments[1] : "models/vae-2d";
    PointsSnapshots shots = onFxThread(() -> new PointsSnapshots(folder));
    shots.takeAll(Path.of(model));
    System.exit(0);
  }

  private static <T> T onFxThread(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get();
  }

  private PointsViewModel points() {
    return tab.points();
  }

  private void takeAll(Path model) throws Exception {
    ModelFamilies families = ModelFamilies.discover();
    StoredModel stored = new ModelFolder(model).read(families);
    ModelReplica replica = new ModelReplica("explored", () -> stored.open(families));
    String light = new PrimerLight().getUserAgentStylesheet();
    String dark = new PrimerDark().getUserAgentStylesheet();
    take("0-grid", light, () -> open(new ExploredModel("vae", stored.card(), replica, false)));
    take("1-points", light, () -> fire("#mode-points"));
    take("2-points-dark-hover", dark, this::hover);
    take("3-over-grid", light, () -> fire("#mode-both"));
    take("4-over-grid-dark-hidden", dark, () -> fire("#points-class-1", "#points-class-7"));
    take("5-pca-beside", dark, () -> points().layOut(PointsLayout.PRINCIPAL));
    onFxThread(
        () -> {
          points().layOut(PointsLayout.TSNE);
          return true;
        });
    TimeUnit.MILLISECONDS.sleep(2500);
    shoot("6-tsne-running");
    take("7-tsne", light, () -> {});
    take("8-umap-points", light, () -> umap());
    take(
        "9-principal-grid",
        light,
        () -> {
          fire("#mode-both");
          points().layOut(PointsLayout.PLANE);
          ComboBox<?> across = (ComboBox<?>) scene.lookup("#plane-across");
          across.getSelectionModel().select(tab.viewModel().chosen().get().size());
        });
    onFxThread(
        () -> {
          stage.setWidth(1920);
          stage.setHeight(1000);
          return true;
        });
    take("10-large", dark, () -> {});
  }

  private void umap() {
    fire("#mode-points");
    points().layOut(PointsLayout.UMAP);
    tab.viewModel().sampleNext();
  }

  private void open(ExploredModel model) {
    session.explore(model);
    tab.onShown();
  }

  private void fire(String... ids) {
    for (String id : ids) {
      ((ToggleButton) scene.lookup(id)).fire();
    }
  }

  private void hover() {
    ScatterView view = (ScatterView) scene.lookup("#points-view");
    for (int i = 0; i < 400; i++) {
      double x = view.getWidth() / 2 + i / 4.0;
      double y = view.getHeight() / 2;
      Event.fireEvent(
          view,
          new MouseEvent(
              MouseEvent.MOUSE_MOVED,
              x,
              y,
              x,
              y,
              MouseButton.NONE,
              0,
              false,
              false,
              false,
              false,
              false,
              false,
              false,
              false,
              false,
              false,
              new PickResult(view, x, y)));
      if (scene.lookup("#point-tooltip").isVisible()) {
        return;
      }
    }
  }

  private void take(String name, String theme, Runnable change) throws Exception {
    onFxThread(
        () -> {
          Application.setUserAgentStylesheet(theme);
          change.run();
          return true;
        });
    TimeUnit.MILLISECONDS.sleep(800);
    while (onFxThread(() -> points().state().get() == PointsViewModel.State.WORKING)) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
    TimeUnit.MILLISECONDS.sleep(1200);
    shoot(name);
  }

  private void shoot(String name) throws Exception {
    CountDownLatch painted = new CountDownLatch(1);
    onFxThread(
        () -> {
          PaintedFrames.afterNext(scene, painted::countDown);
          return true;
        });
    painted.await();
    WritableImage image = onFxThread(() -> scene.snapshot(null));
    ImageIO.write(
        SwingFXUtils.fromFXImage(image, null), "png", folder.resolve(name + ".png").toFile());
    System.out.println(name + " " + points().problem().get());
  }
}
