package latentlab.evaluation.projection;

import latentlab.models.LatentCodes;

/**
 * The nearest other points of each point, found by comparing all pairs: exact, and for ten thousand
 * codes of some tens of dimensions a matter of a second or two.
 *
 * @param neighbours how many each point has
 * @param indices [count, neighbours], the nearest first, of equally near ones the lower number
 * @param distances [count, neighbours], Euclidean
 */
@SuppressWarnings("ArrayRecordComponent") // Tables are large; they are never compared.
record NeighbourTable(int neighbours, int[] indices, float[] distances) {

  private static final int BLOCK = 8 * Chunks.SIZE;

  /** How many points there are. */
  int count() {
    return indices.length / neighbours;
  }

  /**
   * Finds the neighbours of all points.
   *
   * @param points [count, size]
   * @param wanted neighbours of each point, at most count - 1
   * @param run is told of progress between blocks of points, and may end the search there
   */
  static NeighbourTable of(LatentCodes points, int wanted, ProjectionRun run) {
    int count = points.count();
    int[] indices = new int[count * wanted];
    float[] distances = new float[count * wanted];
    for (int start = 0; start < count; start += BLOCK) {
      run.report(start, count, "finding neighbours");
      int offset = start;
      Chunks.forEach(
          Math.min(BLOCK, count - start),
          (chunk, first, end) -> {
            for (int i = offset + first; i < offset + end; i++) {
              NearestPoints.of(points, points.values(), i, i, wanted)
                  .write(indices, distances, i * wanted);
            }
          });
    }
    return new NeighbourTable(wanted, indices, distances);
  }
}
