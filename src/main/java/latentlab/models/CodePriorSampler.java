package latentlab.models;

import latentlab.random.Seed;

/**
 * Capability: grids of codes are drawn from a learnt prior over codes, more or less boldly. The
 * probability of a code is p_k^(1/T) / sum_j p_j^(1/T): at a temperature T below 1 the likely codes
 * are likelier still, above 1 all codes come nearer to each other.
 */
public interface CodePriorSampler extends CodeGrid, PriorSampler {

  /**
   * The temperature of {@link #sample}.
   *
   * @return above 0
   */
  double temperature();

  /**
   * New grids of codes. The one at position i depends on the seed, the temperature, i and its class
   * alone; at {@link #temperature()} it is that of the image that {@link #sample} gives.
   *
   * @param count how many, at least 1
   * @param labels [count], the class of each; empty where none is asked for
   * @param temperature above 0
   * @param seed decides which
   * @return [count, codeRows, codeColumns]
   * @throws latentlab.failure.InvalidInputException if there is no such class, or the prior is not
   *     told classes, or the temperature is not above 0
   * @throws IllegalArgumentException if there are some labels, but not as many as grids
   */
  CodeMaps sampleCodes(int count, int[] labels, double temperature, Seed seed);
}
