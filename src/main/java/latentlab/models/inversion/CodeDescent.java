package latentlab.models.inversion;

import java.util.Arrays;

/**
 * Descends {@code sum over pixels of (G(z) - x)^2 + w |z|^2} for many rows at once, each by an Adam
 * of its own (Kingma and Ba 2015, algorithm 1), and remembers the best code of each row.
 */
final class CodeDescent {

  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final DifferentiableDecoder decoder;
  private final int rows;
  private final int latent;
  private final int size;
  private final double priorWeight;
  private final float[] targets;
  private final float[] codes;
  private final float[] first;
  private final float[] second;
  private final float[] bestCodes;
  private final double[] bestLosses;
  private final float[] pixels;
  private final float[] errors;
  private int steps;

  /**
   * Starts.
   *
   * @param targets x, [rows, pixels], 0 to 1
   * @param codes where to start, [rows, latent]
   * @param priorWeight w
   */
  CodeDescent(DifferentiableDecoder decoder, float[] targets, float[] codes, double priorWeight) {
    this.decoder = decoder;
    this.latent = decoder.latentSize();
    this.size = decoder.shape().size();
    this.rows = codes.length / latent;
    this.priorWeight = priorWeight;
    this.targets = targets;
    this.codes = codes;
    this.first = new float[codes.length];
    this.second = new float[codes.length];
    this.bestCodes = codes.clone();
    this.bestLosses = new double[rows];
    Arrays.fill(bestLosses, Double.POSITIVE_INFINITY);
    this.pixels = new float[rows * size];
    this.errors = new float[codes.length];
  }

  /** One step of Adam for each row. */
  void step(double rate) {
    measure();
    decoder.goBack(pixels, rows, errors);
    steps++;
    float scale = (float) (rate / (1 - Math.pow(BETA1, steps)));
    float correction = (float) (1 / (1 - Math.pow(BETA2, steps)));
    float prior = (float) (2 * priorWeight);
    for (int i = 0; i < codes.length; i++) {
      float slope = errors[i] + prior * codes[i];
      first[i] += (1 - BETA1) * (slope - first[i]);
      second[i] += (1 - BETA2) * (slope * slope - second[i]);
      codes[i] -= scale * first[i] / ((float) Math.sqrt(correction * second[i]) + EPSILON);
    }
  }

  /** Decodes, remembers codes that are better than before, and leaves the slopes of pixels. */
  void measure() {
    decoder.decode(codes, rows, pixels);
    for (int r = 0; r < rows; r++) {
      double loss = squaredErrorAndSlopes(r) + priorWeight * squaredLength(r);
      if (loss < bestLosses[r]) {
        bestLosses[r] = loss;
        System.arraycopy(codes, r * latent, bestCodes, r * latent, latent);
      }
    }
  }

  private double squaredErrorAndSlopes(int row) {
    float sum = 0;
    for (int i = row * size; i < (row + 1) * size; i++) {
      float difference = pixels[i] - targets[i];
      sum += difference * difference;
      pixels[i] = 2 * difference;
    }
    return sum;
  }

  private double squaredLength(int row) {
    double sum = 0;
    for (int i = row * latent; i < (row + 1) * latent; i++) {
      sum += (double) codes[i] * codes[i];
    }
    return sum;
  }

  /** Goes on with the best row of each group of neighbours, and with its moments. */
  CodeDescent bestOfEach(int group) {
    int kept = rows / group;
    CodeDescent next =
        new CodeDescent(decoder, new float[kept * size], new float[kept * latent], priorWeight);
    for (int i = 0; i < kept; i++) {
      int row = bestRow(i * group, group);
      System.arraycopy(targets, row * size, next.targets, i * size, size);
      System.arraycopy(codes, row * latent, next.codes, i * latent, latent);
      System.arraycopy(first, row * latent, next.first, i * latent, latent);
      System.arraycopy(second, row * latent, next.second, i * latent, latent);
      System.arraycopy(bestCodes, row * latent, next.bestCodes, i * latent, latent);
      next.bestLosses[i] = bestLosses[row];
    }
    next.steps = steps;
    return next;
  }

  /** The best codes of each group of neighbours, [rows / group, latent]. */
  float[] best(int group) {
    float[] found = new float[codes.length / group];
    for (int i = 0; i < rows / group; i++) {
      int row = bestRow(i * group, group);
      System.arraycopy(bestCodes, row * latent, found, i * latent, latent);
    }
    return found;
  }

  private int bestRow(int from, int group) {
    int best = from;
    for (int row = from + 1; row < from + group; row++) {
      if (bestLosses[row] < bestLosses[best]) {
        best = row;
      }
    }
    return best;
  }
}
