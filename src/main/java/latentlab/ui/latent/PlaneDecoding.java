package latentlab.ui.latent;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Has planes decoded: first, unless the decoder is fast, a few images for the whole of it, then the
 * images of all cells. For the JavaFX thread.
 */
final class PlaneDecoding {

  /** A coarse picture is the first that is seen of a plane: it may take so long. */
  private static final long COARSE_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

  /** Blocks in each row and column of a coarse picture, squared. */
  private static final int MOST_BLOCKS = 49;

  /** A plane that is there so soon needs no coarse picture of it before. */
  private static final long AT_ONCE = TimeUnit.MILLISECONDS.toNanos(20);

  /**
   * A decoder that goes on at once slows the painting of the coarse picture, with which it shares
   * caches and often a core: it begins with the rest after so long.
   */
  private static final long PAINTING_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

  private final DecodingQueue queue;
  private final LongSupplier nanoTime;
  private final Consumer<GridPart> decoded;
  private final Runnable completed;
  private final DecodingPace pace = new DecodingPace();
  private @Nullable Refinement refinement;

  /**
   * Decodes nothing yet.
   *
   * @param queue is asked
   * @param nanoTime tells the time
   * @param decoded takes images for a plane
   * @param completed runs after the last images of a plane
   */
  PlaneDecoding(
      DecodingQueue queue, LongSupplier nanoTime, Consumer<GridPart> decoded, Runnable completed) {
    this.queue = queue;
    this.nanoTime = nanoTime;
    this.decoded = decoded;
    this.completed = completed;
  }

  /** Decodes a plane in place of what is left of the one before. */
  void start(PlaneGrid plane, LatentPoint base, boolean fromCoarse) {
    refinement = null;
    PlaneBatches batches = new PlaneBatches(plane, base, pace, nanoTime, decoded, completed);
    boolean atOnce = plane.count() <= pace.batchSize() || pace.reaches(plane.count(), AT_ONCE);
    queue.decodePlane(
        fromCoarse && !atOnce ? List.of(coarse(plane, base, batches)).iterator() : batches);
  }

  /** Decodes nothing more of the plane. */
  void giveUp() {
    refinement = null;
    queue.decodePlane(Collections.emptyIterator());
  }

  /** Whether {@link #refineIfDue} must be called at each frame. */
  boolean isWaitingToRefine() {
    return refinement != null;
  }

  /** Goes on after a coarse picture if it is time. */
  void refineIfDue() {
    Refinement next = refinement;
    if (next != null && nanoTime.getAsLong() - next.coarseShown() >= PAINTING_NANOS) {
      refinement = null;
      queue.decodePlane(next.batches());
    }
  }

  private DecodingQueue.Request coarse(PlaneGrid plane, LatentPoint base, PlaneBatches rest) {
    int side = plane.blockSide(Math.min(MOST_BLOCKS, pace.imagesWithin(COARSE_NANOS)));
    return new DecodingQueue.Request(
        plane.blockCodes(base, side),
        (images, nanos) -> {
          pace.measure(images.count(), nanos);
          refinement = new Refinement(rest, nanoTime.getAsLong());
          decoded.accept(new GridPart(plane, 0, images, side));
        });
  }

  /** What is to be asked for some time after a coarse picture was there. */
  private record Refinement(PlaneBatches batches, long coarseShown) {}
}
