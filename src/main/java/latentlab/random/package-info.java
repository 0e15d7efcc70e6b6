/**
 * Randomness by explicit seed: the same seed gives the same numbers, on every machine.
 *
 * <p>Everything random in the program starts at a {@link latentlab.random.Seed} and derives a new
 * one for each purpose, so that no stream depends on how many numbers another has drawn: step 900
 * of a training that was resumed sees the noise that step 900 of an unbroken one sees.
 */
@NullMarked
package latentlab.random;

import org.jspecify.annotations.NullMarked;
