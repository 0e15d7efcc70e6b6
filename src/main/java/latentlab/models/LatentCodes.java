package latentlab.models;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import latentlab.random.Seed;

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

  /**
   * Points drawn from N(0, I). The one at position i depends on the seed, the purpose and i alone.
   *
   * @param count how many
   * @param size the number of latent dimensions
   * @param seed decides which
   * @param purpose keeps draws of one seed for different ends apart
   * @return [count, size]
   */
  public static LatentCodes standardNormal(int count, int size, Seed seed, String purpose) {
    float[] values = new float[Math.multiplyExact(count, size)];
    for (int i = 0; i < count; i++) {
      RandomGenerator random = seed.derive(purpose, i).generator();
      for (int j = 0; j < size; j++) {
        values[i * size + j] = (float) random.nextGaussian();
      }
    }
    return new LatentCodes(count, size, values);
  }

  /**
   * Checks that a model can take these.
   *
   * @param latentSize the model's number of dimensions
   * @throws IllegalArgumentException if these have another one
   */
  public void checkSize(int latentSize) {
    if (size != latentSize) {
      throw new IllegalArgumentException(
          "codes have " + size + " dimensions; the model has " + latentSize);
    }
  }
}
