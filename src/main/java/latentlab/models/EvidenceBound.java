package latentlab.models;

import latentlab.data.ImageBatch;
import latentlab.random.Seed;

/** Capability: a lower bound of the log-likelihood of given images (Kingma and Welling 2014). */
public interface EvidenceBound {

  /**
   * The two terms of the bound, estimated with one sample of q(z|x) for each image.
   *
   * @param images [count, height, width, channels], 0 to 1
   * @param seed decides the samples
   * @return means over the images
   */
  Bound evidenceBound(ImageBatch images, Seed seed);

  /**
   * The terms, in nats per image.
   *
   * @param reconstruction E_q[-log p(x|z)]
   * @param kl KL(q(z|x) || p(z))
   */
  record Bound(double reconstruction, double kl) {

    /**
     * The evidence lower bound.
     *
     * @return {@code -(reconstruction + kl)}, at most log p(x)
     */
    public double elbo() {
      return -(reconstruction + kl);
    }
  }
}
