package latentlab.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import latentlab.ui.history.HistoryStrip;
import latentlab.ui.history.PinFolder;
import latentlab.ui.history.PinList;
import latentlab.ui.keepsake.KeepsakeBar;
import latentlab.ui.keepsake.Keepsakes;
import latentlab.ui.keepsake.PictureClipboard;
import latentlab.ui.keepsake.PictureDrop;
import latentlab.ui.keepsake.StateRestorer;
import latentlab.ui.latent.LatentSpaceTab;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ModelOpening;
import latentlab.ui.session.ModelShelf;
import latentlab.ui.startup.StartupSteps;
import latentlab.ui.startup.StartupViewModel;
import latentlab.ui.text.Language;
import latentlab.ui.text.Messages;
import latentlab.ui.training.TrainingRunViewModel;
import latentlab.ui.training.TrainingTab;
import latentlab.ui.window.Closing;
import latentlab.ui.window.ConfigFolder;
import latentlab.ui.window.MainWindow;
import latentlab.ui.window.ModelFoldersFile;
import latentlab.ui.window.StatusViewModel;
import latentlab.ui.window.WindowState;
import latentlab.ui.window.WindowStateFile;

/** One window with its tabs, from the first sight to the end. For the JavaFX thread. */
final class LabWindow {

  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 680;

  private final Messages messages;
  private final StatusViewModel status;
  private final WindowStateFile memory;
  private final ExplorationSession session;
  private final ModelShelf shelf;
  private final ModelOpening opening;
  private final LabTabs tabs;
  private final StartupViewModel startup;
  private final PinList pins = new PinList();
  private final MainWindow content;
  private final WindowState start;
  private final Runnable end;

  /** {@code end} is run when the window has closed, to let go of what the parts have. */
  LabWindow(
      Messages messages,
      TrainingTab.Context context,
      StartupSteps steps,
      WindowSources sources,
      Runnable end) {
    this.messages = messages;
    this.end = end;
    status = new StatusViewModel(context.pulses());
    memory = memory();
    start = memory.read();
    session = new ExplorationSession(context.background());
    shelf = new ModelShelf(context.background());
    opening =
        new ModelOpening(
            session,
            shelf,
            sources.reader(),
            context.background(),
            context.foreground(),
            status::announce);
    tabs = new LabTabs(context, opening, sources, status::announce, messages);
    startup =
        new StartupViewModel(
            steps,
            session,
            shelf,
            tabs.training()::offer,
            context.background(),
            context.foreground(),
            messages);
    content = new MainWindow(tabs.inOrder(), opening, status, start, messages);
    pins.shown().set(start.pinsShown());
    addKeepsakes(context, opening);
    showTraining();
    startup.message().addListener((property, old, now) -> showStartup());
    startup.busy().addListener((property, old, now) -> showStartup());
  }

  /** The words of the language that was chosen, or that of the system. */
  static Messages rememberedWords() {
    Optional<Language> chosen = memory().read().language();
    return Messages.load(chosen.orElseGet(() -> Language.of(Locale.getDefault())));
  }

  /** Where the user's models were at the last use. */
  static ModelFoldersFile rememberedModels() {
    return new ModelFoldersFile(settings().resolve("models.txt"));
  }

  private static WindowStateFile memory() {
    return new WindowStateFile(settings().resolve("window.properties"));
  }

  private static Path settings() {
    return ConfigFolder.of(System.getProperties(), System.getenv());
  }

  ModelShelf shelf() {
    return shelf;
  }

  ModelOpening opening() {
    return opening;
  }

  /** Whether everything that the start brings is there. */
  boolean isStarted() {
    return !startup.message().get().isEmpty() && !startup.busy().get();
  }

  MainWindow content() {
    return content;
  }

  StatusViewModel status() {
    return status;
  }

  TrainingTab trainingTab() {
    return tabs.training();
  }

  LatentSpaceTab latentTab() {
    return tabs.latentSpace();
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
            tabs.training().run().active(),
            () -> agreesToStop(stage),
            () -> {
              status.show(messages.text("window.close.waiting"), true);
              tabs.training().run().stop();
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

  /** What can be done with the picture of the tab in front, and with files that are dropped. */
  private void addKeepsakes(TrainingTab.Context context, ModelOpening opening) {
    Executor background = context.background();
    Executor foreground = context.foreground();
    Keepsakes.Outlets outlets =
        new Keepsakes.Outlets(this::askForFile, PictureClipboard::put, status::announce);
    Keepsakes keepsakes =
        new Keepsakes(content.front(), session, pins, outlets, background, foreground, messages);
    StateRestorer restorer =
        new StateRestorer(
            content.labTabs(),
            opening,
            content::showTab,
            background,
            foreground,
            status::announce,
            messages);
    KeepsakeBar bar = new KeepsakeBar(content.front(), keepsakes, pins, messages);
    bar.listenToKeys(content.scene());
    content.addTools(bar);
    content.addStrip(
        new HistoryStrip(
            pins,
            new HistoryStrip.Actions(
                pin -> restorer.restore(pin.origin()), keepsakes::copy, keepsakes::save),
            messages));
    new PinFolder(
            settings().resolve("pins"),
            pins,
            background,
            foreground,
            status::announce,
            System::currentTimeMillis,
            messages)
        .open();
    new PictureDrop(background, foreground, restorer::restore).listen(content.scene());
  }

  private Optional<Path> askForFile(String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("keepsake.save.title"));
    chooser.setInitialFileName(name);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(messages.text("keepsake.save.filter"), "*.png"));
    return Optional.ofNullable(chooser.showSaveDialog(content.scene().getWindow()))
        .map(File::toPath);
  }

  /** Every tab tells at its foot how the training stands. */
  private void showTraining() {
    TrainingRunViewModel run = tabs.training().run();
    run.message().addListener((property, old, now) -> status.announce(now));
    run.fraction()
        .addListener(
            (property, old, now) ->
                status.showProgress(run.active().get() ? now.doubleValue() : 0));
    run.active().addListener((property, old, now) -> status.showProgress(0));
  }

  private void close(Stage stage) {
    memory.write(stateOf(stage));
    rememberedModels().add(shelf.folders());
    stage.hide();
    startup.abandon();
    content.close();
    session.close();
    shelf.close();
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
    return new WindowState(
        place,
        stage.isMaximized(),
        content.theme(),
        content.shownTab(),
        content.language(),
        content.introduced(),
        pins.shown().get());
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
