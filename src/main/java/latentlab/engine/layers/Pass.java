package latentlab.engine.layers;

import java.util.Optional;
import java.util.random.RandomGenerator;
import latentlab.random.Seed;

/**
 * What a forward pass is for.
 *
 * @param training whether a backward pass may follow, statistics are those of the batch, and noise
 *     is applied
 * @param noise decides what noise layers draw; empty where a network has none
 */
public record Pass(boolean training, Optional<Seed> noise) {

  /** Training of a network without noise layers. */
  public static final Pass TRAINING = new Pass(true, Optional.empty());

  /** Use: each row's result depends on that row alone, nothing is random, nothing is learnt. */
  public static final Pass INFERENCE = new Pass(false, Optional.empty());

  /**
   * Training with noise.
   *
   * @param noise decides what noise layers draw; another one for each pass
   * @return the pass
   */
  public static Pass training(Seed noise) {
    return new Pass(true, Optional.of(noise));
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
