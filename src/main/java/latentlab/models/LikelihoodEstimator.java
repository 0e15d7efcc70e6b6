package latentlab.models;

import latentlab.data.ImageBatch;
import latentlab.random.Seed;

/** Capability: the log-likelihood of given images, by importance sampling from q(z|x). */
public interface LikelihoodEstimator {

  /**
   * Estimates {@code log 1/k sum_i p(x|z_i) p(z_i) / q(z_i|x)}, z_i drawn from q(z|x): a lower
   * bound of log p(x) in the mean, tighter with every sample (Burda et al. 2016, equation 8).
   *
   * @param images [count, height, width, channels], 0 to 1; a likelihood for Bernoulli models only
   *     if they are 0 or 1
   * @param samples k, at least 1
   * @param seed decides the samples
   * @return [count], in nats
   */
  double[] logLikelihood(ImageBatch images, int samples, Seed seed);
}
