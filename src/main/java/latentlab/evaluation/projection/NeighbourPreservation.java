package latentlab.evaluation.projection;

import java.util.Arrays;
import java.util.stream.IntStream;
import latentlab.models.LatentCodes;

/**
 * How far a picture can be trusted: the share of the nearest neighbours of each code that are among
 * the nearest neighbours of its point, averaged over all (Venna and Kaski, "Neighborhood
 * preservation in nonlinear projection methods", 2001, counted here without weighing by rank).
 */
public final class NeighbourPreservation {

  private NeighbourPreservation() {}

  /**
   * Compares the neighbours in the space and in the picture.
   *
   * @param codes [count, size]
   * @param points their places
   * @param neighbours how many of each count; fewer if there are fewer points
   * @param run is told of progress, and may end it early
   * @return from 0 to 1; 1 if all stay neighbours; random places get neighbours / (count - 1)
   * @throws IllegalArgumentException if there are not as many points as codes
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static double share(
      LatentCodes codes, PlanePoints points, int neighbours, ProjectionRun run) {
    if (points.count() != codes.count()) {
      throw new IllegalArgumentException(
          points.count() + " points do not belong to " + codes.count() + " codes");
    }
    int wanted = Math.min(neighbours, codes.count() - 1);
    if (wanted < 1) {
      return 1;
    }
    NeighbourTable inSpace = NeighbourTable.of(codes, wanted, run);
    LatentCodes plane = new LatentCodes(points.count(), 2, points.coordinates());
    NeighbourTable inPicture = NeighbourTable.of(plane, wanted, run);
    long kept =
        IntStream.range(0, codes.count())
            .mapToLong(i -> common(row(inSpace, i), row(inPicture, i)))
            .sum();
    return (double) kept / ((long) wanted * codes.count());
  }

  private static int[] row(NeighbourTable table, int point) {
    int from = point * table.neighbours();
    int[] row = Arrays.copyOfRange(table.indices(), from, from + table.neighbours());
    Arrays.sort(row);
    return row;
  }

  private static long common(int[] one, int[] other) {
    return Arrays.stream(one).filter(index -> Arrays.binarySearch(other, index) >= 0).count();
  }
}
