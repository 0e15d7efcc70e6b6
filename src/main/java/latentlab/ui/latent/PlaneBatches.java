package latentlab.ui.latent;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/**
 * The questions that make up a plane: first, if so wanted, a few images for the whole of it, then
 * the images of all cells, a batch at a time.
 */
final class PlaneBatches implements Iterator<DecodingQueue.Request> {

  /** Blocks in each row and column of the coarse picture, squared. */
  private static final int MOST_BLOCKS = 49;

  private final PlaneGrid plane;
  private final LatentPoint base;
  private final DecodingPace pace;
  private final Consumer<GridPart> decoded;
  private final Runnable completed;
  private boolean coarseNext;
  private int nextCell;

  /**
   * Starts at the first question.
   *
   * @param plane which points
   * @param base the coordinates in the dimensions that the plane does not show
   * @param pace decides how large the batches are, and learns from them
   * @param coarseFirst whether a coarse picture of the whole plane comes first
   * @param decoded takes images for the plane
   * @param completed runs after the last ones
   */
  PlaneBatches(
      PlaneGrid plane,
      LatentPoint base,
      DecodingPace pace,
      boolean coarseFirst,
      Consumer<GridPart> decoded,
      Runnable completed) {
    this.plane = plane;
    this.base = base;
    this.pace = pace;
    this.decoded = decoded;
    this.completed = completed;
    coarseNext = coarseFirst && plane.count() > pace.batchSize();
  }

  @Override
  public boolean hasNext() {
    return coarseNext || nextCell < plane.count();
  }

  @Override
  public DecodingQueue.Request next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (coarseNext) {
      coarseNext = false;
      return coarse();
    }
    int first = nextCell;
    int count = Math.min(pace.batchSize(), plane.count() - first);
    nextCell += count;
    return new DecodingQueue.Request(
        plane.codes(base, first, count),
        (images, nanos) -> {
          pace.measure(count, nanos);
          decoded.accept(new GridPart(plane, first, images, 1));
          if (first + count == plane.count()) {
            completed.run();
          }
        });
  }

  private DecodingQueue.Request coarse() {
    int side = plane.blockSide(Math.min(MOST_BLOCKS, pace.batchSize()));
    return new DecodingQueue.Request(
        plane.blockCodes(base, side),
        (images, nanos) -> {
          pace.measure(images.count(), nanos);
          decoded.accept(new GridPart(plane, 0, images, side));
        });
  }
}
