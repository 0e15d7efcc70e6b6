package latentlab.engine.layers;

import java.util.Optional;
import java.util.random.RandomGenerator;
import latentlab.random.Seed;

/**
 * What a forward pass is for.
 *
 * @param training whether statistics are those of the batch, noise is applied, and a backward pass
 *     for everything may follow
 * @param backward whether a backward pass may follow, if only one to the inputs
 * @param noise decides what noise layers draw; empty where a network has none
 */
public record Pass(boolean training, boolean backward, Optional<Seed> noise) {

  /** Training of a network without noise layers. */
  public static final Pass TRAINING = new Pass(true, true, Optional.empty());

  /** Use: each row's result depends on that row alone, nothing is random, nothing is learnt. */
  public static final Pass INFERENCE = new Pass(false, false, Optional.empty());

  /**
   * Through a network that stays as it is: computes what {@link #INFERENCE} computes, and a
   * backward pass to the inputs, but not to the parameters, may follow.
   */
  public static final Pass FROZEN = new Pass(false, true, Optional.empty());

  /** Refuses training that cannot be followed by a backward pass. */
  public Pass {
    if (training && !backward) {
      throw new IllegalArgumentException("a pass of training is followed by a backward pass");
    }
  }

  /**
   * Training with noise.
   *
   * @param noise decides what noise layers draw; another one for each pass
   * @return the pass
   */
  public static Pass training(Seed noise) {
    return new Pass(true, true, Optional.of(noise));
  }

  /**
   * Random numbers of one layer in this pass.
   *
   * @param layer the layer's name
   * @return a generator that depends on the pass's seed and on the name alone
   * @throws IllegalStateException if the pass has no seed
   */
  public RandomGenerator generator(String layer) {
    return noise
        .orElseThrow(
            () -> new IllegalStateException(layer + " draws noise; its pass needs a seed for it"))
        .derive(layer)
        .generator();
  }
}
