package latentlab.models.prior;

import java.util.random.RandomGenerator;
import latentlab.models.LatentCodes;
import latentlab.random.Seed;

/** Code by code, in double precision. */
final class CodeDraws {

  private CodeDraws() {}

  /** Draws one code. */
  @FunctionalInterface
  interface Draw {
    void draw(RandomGenerator random, double[] code);
  }

  /** The density at one code, which may be overwritten. */
  @FunctionalInterface
  interface Density {
    double at(double[] code);
  }

  /** Codes drawn each with a generator of its own. */
  static LatentCodes sample(int count, int size, Seed seed, Draw draw) {
    float[] values = new float[Math.multiplyExact(count, size)];
    double[] code = new double[size];
    for (int i = 0; i < count; i++) {
      draw.draw(seed.derive("code", i).generator(), code);
      for (int j = 0; j < size; j++) {
        values[i * size + j] = (float) code[j];
      }
    }
    return new LatentCodes(count, size, values);
  }

  /** The density at each code. */
  static double[] densities(LatentCodes codes, int size, Density density) {
    PriorTensors.checkSize(codes, size);
    double[] densities = new double[codes.count()];
    double[] code = new double[size];
    for (int i = 0; i < densities.length; i++) {
      for (int j = 0; j < size; j++) {
        code[j] = codes.values()[i * size + j];
      }
      densities[i] = density.at(code);
    }
    return densities;
  }
}
