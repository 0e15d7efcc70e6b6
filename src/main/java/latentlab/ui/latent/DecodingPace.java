package latentlab.ui.latent;

import java.util.concurrent.TimeUnit;

/**
 * How many images a decoder makes in a time, as far as is known from what it was asked before. For
 * one thread.
 */
final class DecodingPace {

  /** So long may a point wait for a batch of the plane that is being decoded. */
  private static final double BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

  private static final int FIRST_BATCH = 49;
  private static final int SMALLEST_BATCH = 9;
  private static final int LARGEST_BATCH = 200;

  /** Of the newest measurement. */
  private static final double WEIGHT = 0.5;

  private double nanosPerImage = BATCH_NANOS / FIRST_BATCH;
  private boolean measured;

  /** Takes a measurement. Single images tell more of the way than of the decoder. */
  void measure(int images, long nanos) {
    if (images < SMALLEST_BATCH) {
      return;
    }
    double now = (double) nanos / images;
    nanosPerImage = measured ? nanosPerImage + WEIGHT * (now - nanosPerImage) : now;
    measured = true;
  }

  /** How many images may be asked for at once. */
  int batchSize() {
    double fitting = BATCH_NANOS / Math.max(1, nanosPerImage);
    return (int) Math.max(SMALLEST_BATCH, Math.min(LARGEST_BATCH, fitting));
  }

  /** Whether so many images, asked for at once, are likely to be there in a time. */
  boolean reaches(int images, long nanos) {
    return measured && images * nanosPerImage <= nanos;
  }
}
