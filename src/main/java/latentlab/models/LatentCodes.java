package latentlab.models;

import java.util.Arrays;

/**
 * Points of a latent space. The values are not copied: who makes codes gives the array away, who
 * reads them leaves it unchanged.
 *
 * @param count how many points
 * @param size the number of latent dimensions
 * @param values [count, size]
 */
@SuppressWarnings("ArrayRecordComponent") // Codes go to native memory; they are never compared.
public record LatentCodes(int count, int size, float[] values) {

  /**
   * Checks that there are as many values as the sizes ask for.
   *
   * @throws IllegalArgumentException if there are not
   */
  public LatentCodes {
    if (size < 1 || (long) count * size != values.length) {
      throw new IllegalArgumentException(
          count + " codes of " + size + " dimensions are not " + values.length + " values");
    }
  }

  /**
   * One point.
   *
   * @param values [size]
   * @return codes with a count of 1
   */
  public static LatentCodes of(float... values) {
    return new LatentCodes(1, values.length, values);
  }

  /**
   * One point out of these.
   *
   * @param index from 0 to {@code count - 1}
   * @return a copy of its coordinates, [size]
   */
  public float[] code(int index) {
    return Arrays.copyOfRange(values, index * size, (index + 1) * size);
  }
}
