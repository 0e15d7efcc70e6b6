package latentlab.evaluation.projection;

/**
 * How likely t-SNE takes two codes for neighbours (van der Maaten and Hinton 2008, equations 1 and
 * 2; between near ones only: van der Maaten 2014, section 4.1):
 *
 * <pre>{@code
 * p_{j|i} = exp(-|z_i - z_j|^2 / (2 s_i^2)) / sum_k exp(-|z_i - z_k|^2 / (2 s_i^2))
 * p_ij    = (p_{j|i} + p_{i|j}) / (2 n)
 * }</pre>
 *
 * <p>The sum runs over the neighbours, and s_i is such that the entropy of p_{.|i} is the logarithm
 * of the perplexity.
 */
final class TsneAffinities {

  private static final int STEPS = 60;

  private TsneAffinities() {}

  /** The joint probabilities p_ij, which sum up to 1 over both directions of all edges. */
  static SymmetricGraph of(NeighbourTable table, double perplexity) {
    int k = table.neighbours();
    float[] directed = new float[table.indices().length];
    double logPerplexity = Math.log(perplexity);
    Chunks.forEach(
        table.count(),
        (chunk, first, end) -> {
          double[] row = new double[k];
          for (int point = first; point < end; point++) {
            fill(row, table.distances(), point * k, logPerplexity);
            for (int i = 0; i < k; i++) {
              directed[point * k + i] = (float) row[i];
            }
          }
        });
    float share = 1f / (2 * table.count());
    return SymmetricGraph.of(table, directed, (there, back) -> (there + back) * share);
  }

  /** Fills a row with p_{j|i}, by bisection of the precision 1 / (2 s^2). */
  private static void fill(double[] row, float[] distances, int from, double logPerplexity) {
    double least = 0;
    double most = Double.POSITIVE_INFINITY;
    double scale = Math.max(distances[from + row.length - 1], Float.MIN_NORMAL);
    double precision = 1;
    for (int step = 0; step < STEPS; step++) {
      if (entropy(row, distances, from, precision, scale) > logPerplexity) {
        least = precision;
        precision = most == Double.POSITIVE_INFINITY ? 2 * precision : (least + most) / 2;
      } else {
        most = precision;
        precision = (least + most) / 2;
      }
    }
  }

  /** Fills a row for one precision, of distances measured in units of the farthest. */
  private static double entropy(
      double[] row, float[] distances, int from, double precision, double scale) {
    double nearest = distances[from] / scale;
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < row.length; i++) {
      double distance = distances[from + i] / scale;
      double exponent = precision * (distance * distance - nearest * nearest);
      row[i] = Math.exp(-exponent);
      sum += row[i];
      weighted += exponent * row[i];
    }
    for (int i = 0; i < row.length; i++) {
      row[i] /= sum;
    }
    return Math.log(sum) + weighted / sum;
  }
}
