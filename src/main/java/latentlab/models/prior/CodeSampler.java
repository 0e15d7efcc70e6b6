package latentlab.models.prior;

import latentlab.data.ImageBatch;
import latentlab.models.LatentSpace;
import latentlab.models.PriorSampler;
import latentlab.random.Seed;

/**
 * Draws codes from a fitted prior and decodes them. For the thread that owns the model.
 *
 * @param prior where codes come from
 * @param space what makes images of them
 */
public record CodeSampler(LatentPrior prior, LatentSpace space) implements PriorSampler {

  /**
   * Checks that the two fit.
   *
   * @throws IllegalArgumentException if they have different numbers of dimensions
   */
  public CodeSampler {
    if (prior.size() != space.latentSize()) {
      throw new IllegalArgumentException(
          "the prior has " + prior.size() + " dimensions; the model has " + space.latentSize());
    }
  }

  @Override
  public ImageBatch sample(int count, Seed seed) {
    return space.decode(prior.sample(count, seed));
  }
}
