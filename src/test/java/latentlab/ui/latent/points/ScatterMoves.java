package latentlab.ui.latent.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import latentlab.evaluation.projection.PlanePoints;
import latentlab.ui.Percentiles;
import latentlab.ui.picture.PaintedFrames;

/**
 * Pans and zooms a shown view of points, one move for each painted frame, and measures the time
 * from one painted frame to the next.
 */
public final class ScatterMoves {

  private static final int WARM_UP = 100;
  private static final long LONGEST_WAIT_SECONDS = 60;

  private final ScatterView view;
  private final int frames;
  private final CountDownLatch finished = new CountDownLatch(1);
  private final List<Long> gaps = new ArrayList<>();
  private long last;
  private int made;

  private ScatterMoves(ScatterView view, int frames) {
    this.view = view;
    this.frames = frames;
  }

  /** Whether all points that were asked for are there. On the JavaFX thread. */
  public static boolean areThere(PointsViewModel points) {
    PlanePoints there = points.points().get();
    return there != null && there.count() == points.count().get();
  }

  /**
   * Measures a view that is in front and has its points. Not on the JavaFX thread.
   *
   * @return members of a JSON object
   */
  public static String measure(ScatterView view, PointsViewModel points, int frames)
      throws InterruptedException {
    ScatterMoves run = new ScatterMoves(view, frames);
    Platform.runLater(run::move);
    if (!run.finished.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("only " + run.made + " frames were painted");
    }
    double seconds = run.gaps.stream().mapToLong(Long::longValue).sum() / 1e9;
    return String.format(
        Locale.ROOT,
        "\"points\":%d,\"width\":%.0f,\"height\":%.0f,\"frames_per_second\":%.1f,%s",
        points.count().get(),
        view.getWidth(),
        view.getHeight(),
        frames / seconds,
        Percentiles.json("frame_ms", run.gaps));
  }

  private void move() {
    boolean even = made % 2 == 0;
    if (made % 100 < 50) {
      view.move(even ? 3 : -3, made % 50 < 25 ? 1 : -1);
    } else {
      view.zoom(even ? 1.02 : 1 / 1.02, view.getWidth() / 3, view.getHeight() / 2);
    }
    PaintedFrames.afterNext(view.getScene(), this::painted);
  }

  private void painted() {
    long now = System.nanoTime();
    if (made >= WARM_UP) {
      gaps.add(now - last);
    }
    last = now;
    made++;
    if (made == WARM_UP + frames) {
      finished.countDown();
    } else {
      move();
    }
  }
}
