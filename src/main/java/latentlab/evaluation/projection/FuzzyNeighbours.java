package latentlab.evaluation.projection;

/**
 * To what degree UMAP takes two codes for neighbours (McInnes, Healy and Melville, "UMAP: Uniform
 * Manifold Approximation and Projection for Dimension Reduction", 2018, algorithms 2 and 3):
 *
 * <pre>{@code
 * v_ij = exp(-max(0, d_ij - rho_i) / sigma_i),   sum_j v_ij = log2(k)
 * w_ij = v_ij + v_ji - v_ij v_ji
 * }</pre>
 *
 * <p>rho_i is the distance to the nearest neighbour at another place, and j runs over the k
 * nearest.
 */
final class FuzzyNeighbours {

  private static final int STEPS = 60;

  /** sigma is at least this share of the mean distance, lest repeated codes make it vanish. */
  private static final double LEAST_SHARE = 1e-3;

  private FuzzyNeighbours() {}

  /** The degrees w_ij, from 0 to 1. */
  static SymmetricGraph of(NeighbourTable table) {
    int k = table.neighbours();
    float[] directed = new float[table.indices().length];
    for (int from = 0; from < directed.length; from += k) {
      fill(directed, table.distances(), from, k);
    }
    return SymmetricGraph.of(table, directed, (there, back) -> there + back - there * back);
  }

  private static void fill(float[] degrees, float[] distances, int from, int k) {
    double nearest = 0;
    double mean = 0;
    for (int i = from + k - 1; i >= from; i--) {
      nearest = distances[i] > 0 ? distances[i] : nearest;
      mean += distances[i] / k;
    }
    double sigma =
        Math.max(
            width(distances, from, k, nearest), Math.max(LEAST_SHARE * mean, Float.MIN_NORMAL));
    for (int i = from; i < from + k; i++) {
      degrees[i] = (float) degree(distances[i], nearest, sigma);
    }
  }

  private static double width(float[] distances, int from, int k, double nearest) {
    double wanted = Math.log(k) / Math.log(2);
    double least = 0;
    double most = Double.POSITIVE_INFINITY;
    double sigma = Math.max(distances[from + k - 1], Float.MIN_NORMAL);
    for (int step = 0; step < STEPS; step++) {
      double sum = 0;
      for (int i = from; i < from + k; i++) {
        sum += degree(distances[i], nearest, sigma);
      }
      if (sum > wanted) {
        most = sigma;
        sigma = (least + most) / 2;
      } else {
        least = sigma;
        sigma = most == Double.POSITIVE_INFINITY ? 2 * sigma : (least + most) / 2;
      }
    }
    return sigma;
  }

  private static double degree(double distance, double nearest, double sigma) {
    return Math.exp(-Math.max(0, distance - nearest) / sigma);
  }
}
