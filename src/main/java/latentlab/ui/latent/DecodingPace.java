package latentlab.ui.latent;

import java.util.concurrent.TimeUnit;

/**
 * How many images a decoder makes in a time, as far as is known from what it was asked before. For
 * one thread.
 */
final class DecodingPace {

  /** Two of them may be in the way of a point. */
  private static final long BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(6);

  private static final int FIRST_BATCH = 40;

  /**
   * What may be asked for at once. They are few, as a decoder prepares itself for each number of
   * images when it is first asked for it; those for a coarse picture are squares, so that it uses
   * all.
   */
  private static final int[] BATCHES = {9, 16, 25, 36, 49, 64, 100, 144, 200};

  /** Of the newest measurement. */
  private static final double WEIGHT = 0.5;

  private double nanosPerImage = (double) BATCH_NANOS / FIRST_BATCH;
  private boolean measured;

  /** Takes a measurement. Single images tell more of the way than of the decoder. */
  void measure(int images, long nanos) {
    if (images < BATCHES[0]) {
      return;
    }
    double now = (double) nanos / images;
    nanosPerImage = measured ? nanosPerImage + WEIGHT * (now - nanosPerImage) : now;
    measured = true;
  }

  /** How many images may be asked for at once. */
  int batchSize() {
    return imagesWithin(BATCH_NANOS);
  }

  /** How many images are likely to be there in a time, within the bounds of a batch. */
  int imagesWithin(long nanos) {
    double fitting = nanos / Math.max(1, nanosPerImage);
    int size = BATCHES[0];
    for (int larger : BATCHES) {
      size = larger <= fitting ? larger : size;
    }
    return size;
  }

  /** Whether so many images, asked for at once, are likely to be there in a time. */
  boolean reaches(int images, long nanos) {
    return measured && images * nanosPerImage <= nanos;
  }
}
