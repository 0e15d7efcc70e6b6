package latentlab.ui.latent;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.data.ImageBatch;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the pictures of one point and of the plane up to date: at once where the user changes what
 * they show, at a bounded rate where the model changes, and not at all while nobody can see them.
 * All methods are called on the JavaFX thread.
 */
final class SpacePictures {

  private static final long PICTURE_INTERVAL = TimeUnit.MILLISECONDS.toNanos(120);
  private static final long PLANE_INTERVAL = TimeUnit.MILLISECONDS.toNanos(600);
  private static final int PLANE_REST = 4;

  /** While the plane is zoomed it starts anew no more often, or it would never be complete. */
  private static final long PLANE_RESTART_INTERVAL = TimeUnit.MILLISECONDS.toNanos(80);

  /** A plane through a point that is being dragged would slow the hand: it waits for so long. */
  private static final long DRAG_REST = TimeUnit.MILLISECONDS.toNanos(120);

  /** While the user changes what is shown, the plane of a changing model stays as it is. */
  private static final long HAND_REST = TimeUnit.MILLISECONDS.toNanos(400);

  private final Executor uiThread;
  private final LongSupplier nanoTime;
  private final Consumer<Throwable> failed;
  private final LatencyRecorder latencies = new LatencyRecorder();
  private final ReadOnlyObjectWrapper<@Nullable DecodedPoint> decoded =
      new ReadOnlyObjectWrapper<>(this, "decoded");
  private final ReadOnlyObjectWrapper<@Nullable GridPart> gridPart =
      new ReadOnlyObjectWrapper<>(this, "gridPart");
  private final ReadOnlyBooleanWrapper waitingToRefresh =
      new ReadOnlyBooleanWrapper(this, "waitingToRefresh");

  private @Nullable Opened opened;
  private @Nullable Wish wish;
  private RefreshPace picturePace = new RefreshPace(PICTURE_INTERVAL, 1);
  private RefreshPace planePace = new RefreshPace(PLANE_INTERVAL, PLANE_REST);
  private boolean active;
  private boolean missedWhileInactive;
  private boolean planeOutdated;

  /** When the point was last moved out of its plane. */
  private @Nullable Long followed;

  private boolean dragging;
  private long planeStarted;
  private @Nullable Long changedByHand;

  /**
   * Pictures of nothing.
   *
   * @param uiThread runs what changes properties: the JavaFX thread
   * @param nanoTime tells the time, on any thread
   * @param failed is told what the decoder failed with
   */
  SpacePictures(Executor uiThread, LongSupplier nanoTime, Consumer<Throwable> failed) {
    this.uiThread = uiThread;
    this.nanoTime = nanoTime;
    this.failed = failed;
  }

  /** The latest picture of a point, or null. */
  ReadOnlyObjectProperty<@Nullable DecodedPoint> decoded() {
    return decoded.getReadOnlyProperty();
  }

  /** The latest piece of the plane, or null. Each value must be drawn, none repeats another. */
  ReadOnlyObjectProperty<@Nullable GridPart> gridPart() {
    return gridPart.getReadOnlyProperty();
  }

  /** Whether {@link #refreshIfDue} must be called at each frame. */
  ReadOnlyBooleanProperty waitingToRefresh() {
    return waitingToRefresh.getReadOnlyProperty();
  }

  /** How long it took from changes by the user to pixels ready to be shown. */
  LatencyRecorder latencies() {
    return latencies;
  }

  /** Whether everything that is wanted has been drawn. */
  boolean areComplete() {
    return !waitingToRefresh.get()
        && !missedWhileInactive
        && (opened == null || opened.queue().isIdle());
  }

  /**
   * Whether a picture that the user asked for is on its way and, as those before it were, likely to
   * be here within a time.
   */
  boolean expectsWithin(long nanos) {
    Opened open = opened;
    DecodedPoint last = decoded.get();
    if (open == null || last == null || !isHandMoving(nanoTime.getAsLong())) {
      return false;
    }
    return open.queue().isPointAsked() && last.decodeNanos() <= nanos;
  }

  /** Takes the pictures from a decoder from now on, once it is said which. */
  void open(Decoder decoder) {
    close();
    DecodingQueue queue = new DecodingQueue(decoder, uiThread, nanoTime, this::decodingFailed);
    opened =
        new Opened(
            queue, new PlaneDecoding(queue, nanoTime, this::planeDecoded, this::planeCompleted));
  }

  /** No decoder is asked any more; the last pictures stay. */
  void close() {
    if (opened != null) {
      opened.queue().close();
      opened = null;
    }
    wish = null;
    missedWhileInactive = false;
    planeOutdated = false;
    picturePace = new RefreshPace(PICTURE_INTERVAL, 1);
    planePace = new RefreshPace(PLANE_INTERVAL, PLANE_REST);
    updateWaiting();
  }

  /** The user wants to see a point, and the same plane as before. */
  void showPoint(LatentPoint point) {
    Wish before = wish;
    if (before != null) {
      wish = new Wish(point, before.plane(), before.base());
      askForPicture(true);
    }
  }

  /** The user wants to see a point and another plane, which may follow a little later. */
  void show(LatentPoint point, PlaneGrid plane, LatentPoint base) {
    dragging = false;
    show(new Wish(point, plane, base));
  }

  /** The user has moved a point out of its plane; while he goes on to move it the plane waits. */
  void follow(LatentPoint point, PlaneGrid plane) {
    long now = nanoTime.getAsLong();
    Long before = followed;
    dragging = before != null && now - before < HAND_REST;
    followed = now;
    show(new Wish(point, plane, point));
  }

  private void show(Wish wanted) {
    Wish before = wish;
    wish = wanted;
    if (before != null && isDecoded(wanted.point(), before)) {
      changedByHand = nanoTime.getAsLong();
    } else {
      askForPicture(true);
    }
    if (before == null || mayRestartPlane(nanoTime.getAsLong())) {
      askForPlane(true);
    } else {
      planeOutdated = true;
      if (dragging && opened != null) {
        opened.planes().giveUp();
      }
      updateWaiting();
    }
  }

  /** Whether the picture of a point is there and no other one is on its way. */
  private boolean isDecoded(LatentPoint point, Wish before) {
    DecodedPoint last = decoded.get();
    return last != null && point.equals(before.point()) && point.equals(last.point());
  }

  /** The model has other weights now. */
  void weightsChanged() {
    if (wish != null) {
      picturePace.want();
      planePace.want();
      updateWaiting();
    }
  }

  /** Says whether the pictures can be seen; while they cannot, the decoder is not asked. */
  void setActive(boolean visible) {
    active = visible;
    if (visible && missedWhileInactive) {
      missedWhileInactive = false;
      askForPicture(false);
      askForPlane(true);
    }
    updateWaiting();
  }

  /** Asks for new pictures if the model has changed and it is time. */
  void refreshIfDue() {
    long now = nanoTime.getAsLong();
    if (picturePace.isDue(now)) {
      askForPicture(false);
    }
    if (planeOutdated && mayRestartPlane(now)) {
      askForPlane(true);
    } else if (!planeOutdated && planePace.isDue(now) && !isHandMoving(now)) {
      askForPlane(false);
    }
    if (opened != null) {
      opened.planes().refineIfDue();
    }
    updateWaiting();
  }

  /** What may be asked for now; what may not because nobody can see it is remembered as missed. */
  private Optional<Task> task() {
    Opened open = opened;
    Wish wanted = wish;
    if (open == null || wanted == null) {
      return Optional.empty();
    }
    if (!active) {
      missedWhileInactive = true;
      return Optional.empty();
    }
    return Optional.of(new Task(open, wanted));
  }

  private void askForPicture(boolean byHand) {
    task().ifPresent(task -> askForPicture(task, byHand));
  }

  private void askForPicture(Task task, boolean byHand) {
    LatentPoint point = task.wish().point();
    long now = nanoTime.getAsLong();
    if (byHand) {
      changedByHand = now;
    }
    picturePace.start(now);
    task.opened()
        .queue()
        .decodePoint(
            new DecodingQueue.Request(
                point.code(),
                (images, nanos) -> pictureDecoded(point, images, now, nanos, byHand)));
  }

  private void pictureDecoded(
      LatentPoint point, ImageBatch images, long changedAt, long nanos, boolean byHand) {
    picturePace.finish(nanoTime.getAsLong());
    decoded.set(new DecodedPoint(point, images, changedAt, nanos, byHand));
    if (byHand) {
      latencies.record(nanoTime.getAsLong() - changedAt);
    }
  }

  private void askForPlane(boolean fromCoarse) {
    task().ifPresent(task -> askForPlane(task, fromCoarse));
  }

  private void askForPlane(Task task, boolean fromCoarse) {
    planeOutdated = false;
    planeStarted = nanoTime.getAsLong();
    planePace.start(planeStarted);
    task.opened().planes().start(task.wish().plane(), task.wish().base(), fromCoarse);
  }

  private void planeDecoded(GridPart part) {
    gridPart.set(part);
    updateWaiting();
  }

  private void planeCompleted() {
    planePace.finish(nanoTime.getAsLong());
  }

  private boolean mayRestartPlane(long now) {
    Long last = followed;
    return (dragging && last != null)
        ? now - last >= DRAG_REST
        : now - planeStarted >= PLANE_RESTART_INTERVAL;
  }

  private boolean isHandMoving(long now) {
    Long changed = changedByHand;
    return changed != null && now - changed < HAND_REST;
  }

  private void decodingFailed(Throwable failure) {
    long now = nanoTime.getAsLong();
    picturePace.finish(now);
    planePace.finish(now);
    failed.accept(failure);
  }

  private void updateWaiting() {
    boolean changed = picturePace.isWanted() || planePace.isWanted();
    boolean refines = opened != null && opened.planes().isWaitingToRefine();
    waitingToRefresh.set(active && (changed || planeOutdated || refines));
  }

  /** Whom to ask for what. */
  private record Task(Opened opened, Wish wish) {}

  /** What belongs to one decoder. */
  private record Opened(DecodingQueue queue, PlaneDecoding planes) {}

  /** What is to be seen: a point, and a plane through a base. */
  private record Wish(LatentPoint point, PlaneGrid plane, LatentPoint base) {}
}
