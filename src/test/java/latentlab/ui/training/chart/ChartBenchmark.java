package latentlab.ui.training.chart;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import latentlab.models.LossTerms;
import latentlab.random.Seed;
import latentlab.training.TrainingEvent.StepCompleted;
import latentlab.ui.Percentiles;
import latentlab.ui.text.Messages;
import latentlab.ui.window.Theme;

/**
 * Measures charts of 5 series of 50,000 points each, to which points are added 20 times a second,
 * in a real window. Prints a JSON line for each layout: the processor time of each update and its
 * painting, which other programs hardly change; the time between the starts of frames; and how long
 * the JavaFX thread worked at each update. Durations are in milliseconds.
 *
 * <p>Layouts: {@code runs}, one chart with the curves of five runs, of which the present one grows;
 * {@code terms}, five charts with one growing curve each. Each curve is drawn raw and smoothed.
 *
 * <p>{@code ChartBenchmark [--layout runs|terms] [--seconds N] [--points N] [--width N] [--height
 * N]}; without a layout, both.
 */
public final class ChartBenchmark {

  private static final int SERIES = 5;
  private static final int UPDATES_PER_SECOND = 20;
  private static final int POINTS_PER_UPDATE = 10;
  private static final int WARM_UP_SECONDS = 6;
  private static final Pattern THREADS = Pattern.compile("JavaFX Application|QuantumRenderer");

  private final List<String> options;
  private final String layout;
  private final RandomGenerator noise = new Seed(1).generator();
  private final List<Long> gaps = new ArrayList<>();
  private final List<Long> updates = new ArrayList<>();
  private boolean measuring;
  private long step;

  @SuppressWarnings("NullAway.Init") // Opened before anything is measured.
  private Stage stage;

  @SuppressWarnings("NullAway.Init")
  private LossCharts charts;

  @SuppressWarnings("NullAway.Init")
  private LossRuns runs;

  private ChartBenchmark(String layout, List<String> options) {
    this.layout = layout;
    this.options = options;
  }

  /**
   * Opens the window, measures, and closes it.
   *
   * @param arguments see above
   * @throws Exception if something fails
   */
  public static void main(String[] arguments) throws Exception {
    List<String> options = List.of(arguments);
    Platform.startup(() -> Platform.setImplicitExit(false));
    int at = options.indexOf("--layout");
    for (String layout : at < 0 ? List.of("runs", "terms") : List.of(options.get(at + 1))) {
      new ChartBenchmark(layout, options).run();
    }
    System.exit(0);
  }

  private void run() throws Exception {
    onFxThread(this::open);
    pause(WARM_UP_SECONDS);
    onFxThread(() -> measuring = true);
    long before = cpuNanos();
    pause(number("--seconds", 20));
    long cpu = cpuNanos() - before;
    String line =
        onFxThread(
            () -> {
              stage.close();
              return String.format(
                  Locale.ROOT,
                  "{\"benchmark\":\"chart\",\"layout\":\"%s\",\"frames\":%d,\"points\":%d,\"cpu_ms\":%.2f,%s,%s}",
                  layout,
                  gaps.size(),
                  step,
                  cpu / 1e6 / Math.max(1, updates.size()),
                  Percentiles.json("frame_ms", gaps),
                  Percentiles.json("update_ms", updates));
            });
    System.out.println(line);
  }

  private boolean open() {
    runs = new LossRuns(new LossHistory());
    int points = number("--points", 50_000);
    boolean overEachOther = layout.equals("runs");
    for (int run = overEachOther ? 1 : SERIES; run <= SERIES; run++) {
      runs.begin("Run " + run, "");
      step = 0;
      add(points);
    }
    Messages messages = Messages.load();
    ChartExport export = new ChartExport(Runnable::run, Runnable::run, line -> {}, messages);
    charts = new LossCharts(runs, export, new Region(), folder -> {}, messages);
    stage = new Stage();
    Scene scene =
        new Scene((Parent) charts.view(), number("--width", 1280), number("--height", 700));
    Theme.LIGHT.applyTo(scene);
    stage.setScene(scene);
    stage.show();
    charts.update();
    timer().start();
    return true;
  }

  /** What the thread of the window and the one that paints have computed so far. */
  private static long cpuNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(thread -> thread != null && THREADS.matcher(thread.getThreadName()).lookingAt())
        .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
        .sum();
  }

  /** Frames come one after another, so that the time between two is that of the slower part. */
  private AnimationTimer timer() {
    return new AnimationTimer() {
      private long last;
      private long nextUpdate;

      @Override
      public void handle(long pulse) {
        long now = System.nanoTime();
        if (last != 0 && measuring) {
          gaps.add(now - last);
        }
        last = now;
        if (now >= nextUpdate) {
          nextUpdate = now + Duration.ofSeconds(1).toNanos() / UPDATES_PER_SECOND;
          add(POINTS_PER_UPDATE);
          charts.update();
          if (measuring) {
            updates.add(System.nanoTime() - now);
          }
        }
        if (!stage.isShowing()) {
          stop();
        }
      }
    };
  }

  private void add(int points) {
    for (int i = 0; i < points; i++) {
      step++;
      LossTerms loss = layout.equals("runs") ? new LossTerms(value(), Map.of()) : manyTerms();
      runs.present()
          .get()
          .history()
          .add(new StepCompleted(step, 2 * step, loss, 1_000, Duration.ZERO));
    }
  }

  private LossTerms manyTerms() {
    Map<String, Double> parts = new LinkedHashMap<>();
    for (int part = 1; part < SERIES; part++) {
      parts.put("part " + part, value());
    }
    return new LossTerms(value(), parts);
  }

  private double value() {
    return 100 + 300 * Math.exp(-step / 4_000.0) + 6 * noise.nextGaussian();
  }

  private int number(String name, int usual) {
    int at = options.indexOf(name);
    return at < 0 ? usual : Integer.parseInt(options.get(at + 1));
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
