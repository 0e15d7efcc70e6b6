package latentlab.models.vae;

/**
 * The importance weights of several draws of z for each image (Burda et al. 2016, equations 8, 13
 * and 14): {@code w = p(x|z) p(z) / q(z|x)}.
 *
 * <p>With z = mu + sigma epsilon the constants of the two Gaussians cancel, and
 *
 * <pre>{@code  log w = log p(x|z) + 1/2 sum over dimensions of epsilon^2 + log sigma^2 - z^2}</pre>
 *
 * @param samples how many draws there are for each image, k
 * @param size the number of latent dimensions
 */
record ImportanceWeights(int samples, int size) {

  /**
   * log w for each draw.
   *
   * @param losses [images * samples], -log p(x|z)
   * @param parameters [images * samples, 2 size] means and log-variances of q(z|x), for each draw
   * @param noise [images * samples, size], sigma epsilon
   * @param draws [images * samples, size], z
   * @param count how many draws
   * @param target receives the logarithms, [images * samples]
   */
  void logarithms(
      double[] losses,
      float[] parameters,
      float[] noise,
      float[] draws,
      int count,
      double[] target) {
    for (int i = 0; i < count; i++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        double logVariance = parameters[(2 * i + 1) * size + j];
        double z = draws[i * size + j];
        double deviation = noise[i * size + j];
        sum += deviation * deviation * Math.exp(-logVariance) + logVariance - z * z;
      }
      target[i] = 0.5 * sum - losses[i];
    }
  }

  /**
   * log 1/k sum over the draws of w, for one image.
   *
   * @param logarithms [images * samples] log w
   * @param image which
   * @return the bound of log p(x), in nats
   */
  double bound(double[] logarithms, int image) {
    return logarithmOfSum(logarithms, image * samples, samples) - Math.log(samples);
  }

  /**
   * The weights of each image's draws, normalised to the sum 1.
   *
   * @param logarithms [images * samples] log w
   * @param images how many
   * @param scale multiplies them
   * @param target receives them, [images * samples]
   */
  void normalise(double[] logarithms, int images, float scale, float[] target) {
    for (int image = 0; image < images; image++) {
      double total = logarithmOfSum(logarithms, image * samples, samples);
      for (int i = image * samples; i < (image + 1) * samples; i++) {
        target[i] = scale * (float) Math.exp(logarithms[i] - total);
      }
    }
  }

  /** log sum exp, without overflow. */
  static double logarithmOfSum(double[] logarithms, int from, int count) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < from + count; i++) {
      greatest = Math.max(greatest, logarithms[i]);
    }
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += Math.exp(logarithms[i] - greatest);
    }
    return greatest + Math.log(sum);
  }
}
