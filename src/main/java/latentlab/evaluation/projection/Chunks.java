package latentlab.evaluation.projection;

import java.util.stream.IntStream;

/** Splits work over many points among the processors, always at the same places. */
final class Chunks {

  static final int SIZE = 256;

  private Chunks() {}

  /** How many chunks the points make up. */
  static int count(int points) {
    return (points + SIZE - 1) / SIZE;
  }

  /** Does the work for all chunks and returns when all is done. */
  static void forEach(int points, Work work) {
    IntStream.range(0, count(points))
        .parallel()
        .forEach(chunk -> work.run(chunk, chunk * SIZE, Math.min(points, (chunk + 1) * SIZE)));
  }

  /** The work for one chunk. */
  @FunctionalInterface
  interface Work {

    /** Works on the points from the first one up to, but without, the end; on any thread. */
    void run(int chunk, int first, int end);
  }
}
