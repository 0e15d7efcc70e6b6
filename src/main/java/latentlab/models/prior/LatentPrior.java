package latentlab.models.prior;

import latentlab.models.LatentCodes;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** A distribution over a latent space. Immutable; any thread may use it. */
public interface LatentPrior {

  /**
   * What kind it is.
   *
   * @return the kind
   */
  PriorKind kind();

  /**
   * The number of latent dimensions, d.
   *
   * @return at least 1
   */
  int size();

  /**
   * Draws codes. The one at position i depends on the seed and i alone, not on the count.
   *
   * @param count how many, 0 or more
   * @param seed decides which
   * @return [count, d]
   */
  LatentCodes sample(int count, Seed seed);

  /**
   * The density at some codes.
   *
   * @param codes [count, d]
   * @return [count] log p(x), in nats
   * @throws IllegalArgumentException if the codes have another number of dimensions
   */
  double[] logDensity(LatentCodes codes);

  /**
   * Everything that must be stored to get the same prior again.
   *
   * @return what {@link LatentPriors#restore} takes; shared, not copied
   */
  Tensors weights();
}
