package latentlab.models.conditionalvae;

/**
 * The divergence of Gaussians q = N(mu, diag sigma^2) from others, p = N(m, diag s^2), and its
 * gradients (see the package documentation). Both come as [rows, 2 size]: the means of a row, then
 * its log-variances.
 *
 * @param size the number of dimensions
 */
record GaussianDivergence(int size) {

  /**
   * KL(q || p) for each dimension.
   *
   * @param q [rows, 2 size]
   * @param p [rows, 2 size]
   * @param rows how many pairs
   * @param sums [size]; the sum over the rows, in nats, is added
   */
  void addTo(float[] q, float[] p, int rows, double[] sums) {
    for (int r = 0; r < rows; r++) {
      int mean = r * 2 * size;
      for (int j = 0; j < size; j++) {
        double distance = (double) q[mean + j] - p[mean + j];
        double logRatio = (double) q[mean + size + j] - p[mean + size + j];
        double precision = Math.exp(-p[mean + size + j]);
        sums[j] += 0.5 * (Math.exp(logRatio) - 1 - logRatio + distance * distance * precision);
      }
    }
  }

  /**
   * The gradients of the divergences.
   *
   * @param q [rows, 2 size]
   * @param p [rows, 2 size]
   * @param rows how many pairs
   * @param weight multiplies the gradients
   * @param byQ [rows, 2 size]; the gradient by q is added
   * @param byP [rows, 2 size]; receives the gradient by p
   */
  void gradients(float[] q, float[] p, int rows, float weight, float[] byQ, float[] byP) {
    for (int r = 0; r < rows; r++) {
      int mean = r * 2 * size;
      for (int j = 0; j < size; j++) {
        int m = mean + j;
        int v = mean + size + j;
        float precision = (float) Math.exp(-p[v]);
        float ratio = (float) Math.exp(q[v] - p[v]);
        float pull = (q[m] - p[m]) * precision;
        byQ[m] += weight * pull;
        byP[m] = -weight * pull;
        byQ[v] += 0.5f * weight * (ratio - 1f);
        byP[v] = 0.5f * weight * (1f - ratio - (q[m] - p[m]) * pull);
      }
    }
  }
}
