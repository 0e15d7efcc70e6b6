package latentlab.ui.latent;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The questions that make up a plane: the images of all cells, a batch at a time. What they bring
 * is gathered for a while, as each time that something is painted the whole plane is.
 */
final class PlaneBatches implements Iterator<DecodingQueue.Request> {

  /** Between two paintings of a plane that fills up. */
  private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

  private final PlaneGrid plane;
  private final LatentPoint base;
  private final DecodingPace pace;
  private final LongSupplier nanoTime;
  private final Consumer<GridPart> decoded;
  private final Runnable completed;
  private final List<GridPart> gathered = new ArrayList<>();
  private long gatheringSince;
  private int nextCell;

  /**
   * Starts at the first question.
   *
   * @param plane which points
   * @param base the coordinates in the dimensions that the plane does not show
   * @param pace decides how large the batches are, and learns from them
   * @param nanoTime tells the time
   * @param decoded takes images for the plane
   * @param completed runs after the last ones
   */
  PlaneBatches(
      PlaneGrid plane,
      LatentPoint base,
      DecodingPace pace,
      LongSupplier nanoTime,
      Consumer<GridPart> decoded,
      Runnable completed) {
    this.plane = plane;
    this.base = base;
    this.pace = pace;
    this.nanoTime = nanoTime;
    this.decoded = decoded;
    this.completed = completed;
  }

  @Override
  public boolean hasNext() {
    return nextCell < plane.count();
  }

  @Override
  public DecodingQueue.Request next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int first = nextCell;
    if (first == 0) {
      gatheringSince = nanoTime.getAsLong();
    }
    int count = Math.min(pace.batchSize(), plane.count() - first);
    nextCell += count;
    return new DecodingQueue.Request(
        plane.codes(base, first, count),
        (images, nanos) -> {
          pace.measure(count, nanos);
          gathered.add(new GridPart(plane, first, images, 1));
          passOn(first + count == plane.count());
        });
  }

  private void passOn(boolean complete) {
    long now = nanoTime.getAsLong();
    if (complete || now - gatheringSince >= GATHERING_NANOS) {
      gathered.forEach(decoded);
      gathered.clear();
      gatheringSince = now;
    }
    if (complete) {
      completed.run();
    }
  }
}
