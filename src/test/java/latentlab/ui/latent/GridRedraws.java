package latentlab.ui.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Duration;
import latentlab.ui.Percentiles;
import latentlab.ui.picture.PaintedFrames;

/**
 * Has the plane of a shown tab drawn again and again, and measures how long it takes from the
 * change to the first picture of the whole plane and to all of its images, as they are painted. The
 * plane's range changes each time, as when its user zooms.
 */
public final class GridRedraws {

  private static final int WARM_UP = 10;
  private static final long LONGEST_WAIT_SECONDS = 20;

  private final Scene scene;
  private final LatentSpaceViewModel viewModel;
  private final int redraws;
  private final CountDownLatch finished = new CountDownLatch(1);
  private final List<Long> first = new ArrayList<>();
  private final List<Long> ready = new ArrayList<>();
  private final List<Long> painted = new ArrayList<>();
  private final AtomicInteger made = new AtomicInteger();
  private long changedAt;
  private boolean expectingFirst;
  private boolean expectingAll;

  private GridRedraws(Scene scene, LatentSpaceViewModel viewModel, int redraws) {
    this.scene = scene;
    this.viewModel = viewModel;
    this.redraws = redraws;
    viewModel.pictures().gridPart().addListener((observable, before, part) -> drawn(part));
  }

  /**
   * Measures the plane of a tab, which must be in front and at rest. Not on the JavaFX thread.
   *
   * @param cells of each row and column
   * @return members of a JSON object
   */
  public static String measure(LatentSpaceTab tab, int cells, int redraws)
      throws InterruptedException {
    GridRedraws run = new GridRedraws(tab.view().getScene(), tab.viewModel(), redraws);
    Platform.runLater(
        () -> {
          tab.viewModel().setCells(cells);
          run.next();
        });
    int last = -1;
    while (!run.finished.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
      if (run.made.get() == last) {
        throw new IllegalStateException("the plane was not drawn after change " + last);
      }
      last = run.made.get();
    }
    return String.format(
        Locale.ROOT,
        "\"cells\":%d,\"redraws\":%d,%s,%s,%s",
        cells * cells,
        redraws,
        Percentiles.json("first_painted_ms", run.first),
        Percentiles.json("all_ready_ms", run.ready),
        Percentiles.json("all_painted_ms", run.painted));
  }

  private void next() {
    if (made.get() == WARM_UP + redraws) {
      finished.countDown();
      return;
    }
    // Longer than a drag is taken to go on.
    PauseTransition pause = new PauseTransition(Duration.millis(500));
    pause.setOnFinished(
        event -> {
          expectingFirst = true;
          expectingAll = true;
          changedAt = System.nanoTime();
          viewModel.setRange(viewModel.plane().get().range() == 2.5 ? 2.0 : 2.5);
        });
    pause.play();
  }

  private void drawn(GridPart part) {
    if (!part.plane().equals(viewModel.plane().get())) {
      return;
    }
    if (expectingFirst) {
      expectingFirst = false;
      PaintedFrames.afterNext(scene, () -> note(first));
    }
    if (expectingAll
        && !part.isCoarse()
        && part.firstCell() + part.images().count() == part.plane().count()) {
      expectingAll = false;
      note(ready);
      PaintedFrames.afterNext(
          scene,
          () -> {
            note(painted);
            made.incrementAndGet();
            next();
          });
    }
  }

  private void note(List<Long> times) {
    if (made.get() >= WARM_UP) {
      times.add(System.nanoTime() - changedAt);
    }
  }
}
