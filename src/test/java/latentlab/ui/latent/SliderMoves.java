package latentlab.ui.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import latentlab.random.Seed;
import latentlab.ui.Percentiles;
import latentlab.ui.latent.points.PointsViewModel;
import latentlab.ui.picture.PaintedFrames;

/**
 * Moves the sliders of a shown tab and measures how long their pictures take.
 *
 * <p>The moves come from a timer outside of the JavaFX thread, at any moment of a frame, as they do
 * from a hand; those of an animation would all come at the start of one.
 */
public final class SliderMoves {

  private static final int WARM_UP = 50;
  private static final long LONGEST_WAIT_SECONDS = 10;
  private static final long SHORTEST_PAUSE_MICROS = 20_000;
  private static final long LONGEST_PAUSE_MICROS = 60_000;

  private final Scene scene;
  private final RandomGenerator random = new Seed(1).derive("slider-moves").generator();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "slider-moves");
            thread.setDaemon(true);
            return thread;
          });
  private final CountDownLatch finished = new CountDownLatch(1);
  private final List<Long> waited = new ArrayList<>();
  private final List<Long> ready = new ArrayList<>();
  private final List<Long> painted = new ArrayList<>();
  private final int moves;
  private final AtomicInteger made = new AtomicInteger();
  private long postedAt;
  private long movedAt;
  private boolean expecting;

  SliderMoves(Scene scene, LatentSpaceViewModel viewModel, int moves) {
    this.scene = scene;
    this.moves = moves;
    viewModel
        .pictures()
        .decoded()
        .addListener(
            (observable, before, now) -> {
              if (expecting
                  && now != null
                  && now.changedAtNanos() >= movedAt
                  && now.point().equals(viewModel.chosen().get())) {
                expecting = false;
                pictureReady(System.nanoTime());
              }
            });
  }

  /**
   * Measures the sliders of a tab, which must be in front and have its picture. Not on the JavaFX
   * thread.
   *
   * @return members of a JSON object
   */
  public static String measure(LatentSpaceTab tab, int moves) throws InterruptedException {
    return new SliderMoves(tab.view().getScene(), tab.viewModel(), moves).run();
  }

  /** Runs something on the JavaFX thread once a tab has its first picture. Called there. */
  public static void whenThereIsAPicture(LatentSpaceTab tab, Runnable work) {
    tab.viewModel()
        .pictures()
        .decoded()
        .addListener(
            (observable, before, now) -> {
              if (before == null && now != null) {
                work.run();
              }
            });
  }

  /** The points of a tab, for measurements from other packages. */
  public static PointsViewModel pointsOf(LatentSpaceTab tab) {
    return tab.points();
  }

  String run() throws InterruptedException {
    scheduleMove();
    int last = 0;
    while (!finished.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
      if (made.get() == last) {
        throw new IllegalStateException("no picture came after move " + last);
      }
      last = made.get();
    }
    timer.shutdownNow();
    return String.format(
        Locale.ROOT,
        "\"moves\":%d,%s,%s,%s",
        moves,
        Percentiles.json("thread_wait_ms", waited),
        Percentiles.json("moved_to_ready_ms", ready),
        Percentiles.json("moved_to_painted_ms", painted));
  }

  private void scheduleMove() {
    ScheduledFuture<?> unused =
        timer.schedule(
            () -> {
              long posted = System.nanoTime();
              Platform.runLater(() -> move(posted));
            },
            random.nextLong(SHORTEST_PAUSE_MICROS, LONGEST_PAUSE_MICROS),
            TimeUnit.MICROSECONDS);
  }

  private void move(long posted) {
    // Looked up each time: a new space has new sliders.
    List<Slider> sliders =
        scene.getRoot().lookupAll(".dimension-row .slider").stream()
            .map(Slider.class::cast)
            .toList();
    Slider slider = sliders.get(random.nextInt(sliders.size()));
    double share = random.nextDouble();
    postedAt = posted;
    movedAt = System.nanoTime();
    expecting = true;
    slider.setValue(slider.getMin() + share * (slider.getMax() - slider.getMin()));
  }

  private void pictureReady(long readyAt) {
    PaintedFrames.afterNext(
        scene,
        () -> {
          int now = made.incrementAndGet();
          if (now > WARM_UP) {
            waited.add(movedAt - postedAt);
            ready.add(readyAt - movedAt);
            painted.add(System.nanoTime() - movedAt);
          }
          if (now == WARM_UP + moves) {
            finished.countDown();
          } else {
            scheduleMove();
          }
        });
  }
}
