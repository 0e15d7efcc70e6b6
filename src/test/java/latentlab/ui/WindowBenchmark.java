package latentlab.ui;

import com.sun.javafx.tk.Toolkit;
import com.sun.management.OperatingSystemMXBean;
import com.sun.prism.GraphicsPipeline;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import latentlab.ui.latent.GridRedraws;
import latentlab.ui.latent.SliderMoves;
import latentlab.ui.latent.points.ScatterMoves;
import latentlab.ui.latent.points.ScatterView;
import latentlab.ui.picture.PaintedFrames;
import latentlab.ui.window.ConfigFolder;
import latentlab.ui.window.Theme;
import latentlab.ui.window.WindowState;
import latentlab.ui.window.WindowStateFile;

/**
 * Measures the real window with the bundled model: its start, what it costs idle, the time from a
 * moved slider to its painted picture, that of a plane of images, and the gaps between its frames,
 * idle and while it trains. Prints JSON lines; durations are in milliseconds.
 *
 * <p>{@code WindowBenchmark [--model DIR] [--train DATA_DIR] [--moves N] [--redraws N] [--seconds
 * N] [--width N] [--height N] [--tab ID]}: the model (otherwise the bundled one), the data set
 * folder to train on (otherwise nothing is trained), the slider moves, redrawn planes and seconds
 * of each measurement, the size of the window, the tab that it starts with.
 */
public final class WindowBenchmark {

  private static final String LATENT_TAB = "latent-space";
  private static final String TRAINING_TAB = "training";
  private static final long WARM_UP_SECONDS = 5;
  private static final long POLL_MILLIS = 20;

  /** In each row and column of the plane that is drawn. */
  private static final int CELLS = 20;

  private static final int POINTS = 10_000;

  private final List<String> options;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch firstPicture = new CountDownLatch(1);
  private final List<String> startTimes = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // Opened before anything is measured.
  private LabWindow window;

  private WindowBenchmark(List<String> options) {
    this.options = options;
  }

  /**
   * Opens the window, measures, and closes it.
   *
   * @param arguments see above
   * @throws Exception if something fails
   */
  public static void main(String[] arguments) throws Exception {
    try {
      new WindowBenchmark(List.of(arguments)).run();
    } catch (Exception | Error problem) {
      // The window's threads would keep the process alive.
      problem.printStackTrace();
      System.exit(1);
    }
    System.exit(0);
  }

  private void run() throws Exception {
    Path config = Files.createTempDirectory("latent-lab-benchmark");
    System.setProperty(ConfigFolder.PROPERTY, config.toString());
    WindowState.Place place =
        new WindowState.Place(0, 0, number("--width", 1280), number("--height", 800));
    Path stateFile = config.resolve("window.properties");
    new WindowStateFile(stateFile)
        .write(
            new WindowState(
                Optional.of(place),
                false,
                Theme.LIGHT,
                text("--tab").orElse(LATENT_TAB),
                Optional.empty(),
                true,
                false));
    WindowLauncher.loadEngineAhead();
    Platform.startup(this::open);
    firstPicture.await();
    print("window-start", String.join(",", startTimes));
    show(LATENT_TAB);
    pause(WARM_UP_SECONDS);
    measureIdle();
    print("slider-idle", SliderMoves.measure(window.latentTab(), number("--moves", 500)));
    print("grid", GridRedraws.measure(window.latentTab(), CELLS, number("--redraws", 30)));
    if (options.contains("--points")) {
      measurePoints();
    }
    if (text("--train").isPresent()) {
      measureTraining();
    }
    onFxThread(() -> window.trainingTab().run().active().get() ? stopTraining() : this);
    await(() -> !window.trainingTab().run().active().get());
    Platform.runLater(
        () -> {
          Window stage = window.content().scene().getWindow();
          stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
        });
    closed.await();
    Files.deleteIfExists(stateFile);
    Files.deleteIfExists(config);
  }

  private void open() {
    Window.getWindows()
        .addListener(
            (ListChangeListener<Window>)
                change -> {
                  if (startTimes.isEmpty()) {
                    noteStart("shown_ms");
                    Scene scene = Window.getWindows().get(0).getScene();
                    PaintedFrames.afterNext(scene, () -> noteStart("painted_ms"));
                  }
                });
    UiOptions usual = UiOptions.defaults();
    window =
        LabApplication.open(
            new UiOptions(
                text("--model").map(Path::of).or(usual::modelFolder),
                Optional.empty(),
                text("--train").map(Path::of),
                usual.modelsRoot(),
                usual.seed(),
                usual.programVersion()),
            closed::countDown);
    SliderMoves.whenThereIsAPicture(
        window.latentTab(),
        () ->
            PaintedFrames.afterNext(
                window.content().scene(),
                () -> {
                  noteStart("first_picture_ms");
                  firstPicture.countDown();
                }));
  }

  private void noteStart(String what) {
    Instant start =
        ProcessHandle.current()
            .info()
            .startInstant()
            .orElse(Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
    long millis = Duration.between(start, Instant.now()).toMillis();
    startTimes.add(String.format(Locale.ROOT, "\"%s\":%d", what, millis));
  }

  private void measureIdle() throws Exception {
    double cpu = cpuShareOver(number("--seconds", 20));
    String rate =
        onFxThread(
            () ->
                String.format(
                    Locale.ROOT,
                    "\"pipeline\":\"%s\",\"refresh_rate\":%d,\"pulse_property\":\"%s\"",
                    GraphicsPipeline.getPipeline().getClass().getSimpleName(),
                    Toolkit.getToolkit().getRefreshRate(),
                    System.getProperty("javafx.animation.pulse", "")));
    print("idle", String.format(Locale.ROOT, "\"cpu_of_one_core\":%.4f,%s", cpu, rate));
    print("frames-idle", frameGaps());
  }

  private void measureTraining() throws Exception {
    show(TRAINING_TAB);
    onFxThread(
        () -> {
          ((TextField) node("field-epochs")).setText("100000");
          ((TextField) node("field-batch")).setText("128");
          return this;
        });
    await(() -> !node("training-train").isDisabled());
    onFxThread(
        () -> {
          ((Button) node("training-train")).fire();
          return this;
        });
    await(() -> window.trainingTab().run().fraction().get() > 0);
    pause(WARM_UP_SECONDS);
    print("frames-training", "\"tab\":\"" + TRAINING_TAB + "\"," + frameGaps());
    show(LATENT_TAB);
    pause(WARM_UP_SECONDS);
    print("frames-training", "\"tab\":\"" + LATENT_TAB + "\"," + frameGaps());
    print("slider-training", SliderMoves.measure(window.latentTab(), number("--moves", 500)));
    String problem = onFxThread(() -> window.trainingTab().run().failure().get());
    if (!problem.isEmpty()) {
      throw new IllegalStateException(problem);
    }
  }

  /** The test images of the model's data as points, beside each other and panned and zoomed. */
  private void measurePoints() throws Exception {
    onFxThread(
        () -> {
          ((ToggleButton) node("mode-points")).fire();
          SliderMoves.pointsOf(window.latentTab()).setCount(POINTS);
          return this;
        });
    await(() -> ScatterMoves.areThere(SliderMoves.pointsOf(window.latentTab())));
    pause(1);
    print(
        "points",
        ScatterMoves.measure(
            (ScatterView) node("points-view"),
            SliderMoves.pointsOf(window.latentTab()),
            number("--frames", 500)));
    onFxThread(
        () -> {
          ((ToggleButton) node("mode-grid")).fire();
          return this;
        });
  }

  /** The times between the starts of frames, of which there is one at each pulse meanwhile. */
  private String frameGaps() throws Exception {
    List<Long> gaps = new ArrayList<>();
    AnimationTimer timer =
        new AnimationTimer() {
          private long last;

          @Override
          public void handle(long pulse) {
            long now = System.nanoTime();
            if (last != 0) {
              gaps.add(now - last);
            }
            last = now;
          }
        };
    Platform.runLater(timer::start);
    pause(number("--seconds", 20));
    return onFxThread(
        () -> {
          timer.stop();
          return String.format(Locale.ROOT, "\"frames\":%d,", gaps.size())
              + Percentiles.json("gap_ms", gaps);
        });
  }

  private double cpuShareOver(int seconds) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long cpuBefore = system.getProcessCpuTime();
    long before = System.nanoTime();
    pause(seconds);
    return (double) (system.getProcessCpuTime() - cpuBefore) / (System.nanoTime() - before);
  }

  private Object stopTraining() {
    window.trainingTab().run().stop();
    return this;
  }

  private void show(String tab) throws Exception {
    onFxThread(
        () -> {
          window.content().showTab(tab);
          return this;
        });
  }

  private Node node(String id) {
    return Objects.requireNonNull(window.content().scene().lookup("#" + id), id);
  }

  private void print(String benchmark, String members) {
    System.out.println("{\"benchmark\":\"" + benchmark + "\"," + members + "}");
  }

  private Optional<String> text(String name) {
    int at = options.indexOf(name);
    return at < 0 ? Optional.empty() : Optional.of(options.get(at + 1));
  }

  private int number(String name, int usual) {
    return text(name).map(Integer::parseInt).orElse(usual);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    while (!onFxThread(condition)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
    }
  }

  private static void pause(long seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  private static <T> T onFxThread(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get();
  }
}
