package latentlab.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Screen;
import javafx.stage.Stage;
import latentlab.ui.diffusion.DiffusionTab;
import latentlab.ui.latent.LatentSpaceTab;
import latentlab.ui.session.BundledModel;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.startup.StartupSteps;
import latentlab.ui.startup.StartupViewModel;
import latentlab.ui.text.Messages;
import latentlab.ui.training.TrainingRunViewModel;
import latentlab.ui.training.TrainingTab;
import latentlab.ui.window.Closing;
import latentlab.ui.window.ConfigFolder;
import latentlab.ui.window.MainWindow;
import latentlab.ui.window.StatusViewModel;
import latentlab.ui.window.WindowState;
import latentlab.ui.window.WindowStateFile;

/** One window with its tabs, from the first sight to the end. For the JavaFX thread. */
final class LabWindow {

  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 680;

  private final Messages messages = Messages.load();
  private final StatusViewModel status = new StatusViewModel();
  private final WindowStateFile memory;
  private final ExplorationSession session;
  private final TrainingTab trainingTab;
  private final LatentSpaceTab latentTab;
  private final DiffusionTab diffusionTab;
  private final StartupViewModel startup;
  private final MainWindow content;
  private final WindowState start;
  private final Runnable end;

  /** {@code end} is run when the window has closed, to let go of what the parts have. */
  LabWindow(
      TrainingTab.Context context,
      StartupSteps steps,
      BundledModel bundledDiffusion,
      Runnable end) {
    this.end = end;
    Path folder = ConfigFolder.of(System.getProperties(), System.getenv());
    memory = new WindowStateFile(folder.resolve("window.properties"));
    start = memory.read();
    session = new ExplorationSession(context.background());
    trainingTab = new TrainingTab(context, session, status::announce, messages);
    latentTab = new LatentSpaceTab(session, messages);
    diffusionTab = new DiffusionTab(session, bundledDiffusion, context.background(), messages);
    startup =
        new StartupViewModel(
            steps,
            session,
            trainingTab::offer,
            context.background(),
            context.foreground(),
            messages);
    content =
        new MainWindow(
            List.of(trainingTab, latentTab, diffusionTab), session, status, start, messages);
    showTraining();
    startup.message().addListener((property, old, now) -> showStartup());
    startup.busy().addListener((property, old, now) -> showStartup());
  }

  MainWindow content() {
    return content;
  }

  StatusViewModel status() {
    return status;
  }

  TrainingTab trainingTab() {
    return trainingTab;
  }

  LatentSpaceTab latentTab() {
    return latentTab;
  }

  DiffusionTab diffusionTab() {
    return diffusionTab;
  }

  void show(Stage stage) {
    stage.setTitle(messages.text("window.title"));
    stage.setScene(content.scene());
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    start.place().filter(LabWindow::isOnAScreen).ifPresent(place -> move(stage, place));
    stage.setMaximized(start.maximized());
    Closing closing =
        new Closing(
            trainingTab.run().active(),
            () -> agreesToStop(stage),
            () -> {
              status.show(messages.text("window.close.waiting"), true);
              trainingTab.run().stop();
            },
            () -> close(stage));
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          closing.request();
        });
    stage.show();
    startup.start();
  }

  /** Every tab tells at its foot how the training stands. */
  private void showTraining() {
    TrainingRunViewModel run = trainingTab.run();
    run.message().addListener((property, old, now) -> status.announce(now));
    run.fraction()
        .addListener(
            (property, old, now) ->
                status.showProgress(run.active().get() ? now.doubleValue() : 0));
    run.active().addListener((property, old, now) -> status.showProgress(0));
  }

  private void close(Stage stage) {
    memory.write(stateOf(stage));
    stage.hide();
    startup.abandon();
    content.close();
    session.close();
    end.run();
  }

  private WindowState stateOf(Stage stage) {
    // A maximised window does not tell where it would be otherwise.
    Optional<WindowState.Place> place =
        stage.isMaximized()
            ? start.place()
            : Optional.of(
                new WindowState.Place(
                    stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
    return new WindowState(place, stage.isMaximized(), content.theme(), content.shownTab());
  }

  private boolean agreesToStop(Stage owner) {
    ButtonType stop =
        new ButtonType(messages.text("window.close.stop"), ButtonBar.ButtonData.OK_DONE);
    ButtonType cancel =
        new ButtonType(messages.text("window.close.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert alert =
        new Alert(Alert.AlertType.CONFIRMATION, messages.text("window.close.text"), stop, cancel);
    alert.initOwner(owner);
    alert.setTitle(messages.text("window.close.title"));
    alert.setHeaderText(messages.text("window.close.header"));
    return alert.showAndWait().filter(stop::equals).isPresent();
  }

  private void showStartup() {
    status.show(startup.message().get(), startup.busy().get());
  }

  private static void move(Stage stage, WindowState.Place place) {
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setWidth(place.width());
    stage.setHeight(place.height());
  }

  /** The screen on which the window was may be gone. */
  private static boolean isOnAScreen(WindowState.Place place) {
    Rectangle2D titleBar = new Rectangle2D(place.x() + 50, place.y(), place.width() - 100, 30);
    return Screen.getScreens().stream()
        .anyMatch(screen -> screen.getVisualBounds().intersects(titleBar));
  }
}
