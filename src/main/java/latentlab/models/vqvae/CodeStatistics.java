package latentlab.models.vqvae;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.failure.InvalidInputException;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/**
 * How often each code was chosen, and the sum of what chose it, as moving averages of batches:
 * {@code N_k = gamma N_k + (1 - gamma) n_k} and {@code m_k = gamma m_k + (1 - gamma) sum z}
 * (appendix A.1, equations 6 and 7). With these, codes are started, moved and restarted.
 */
final class CodeStatistics {

  private static final String USAGE = "codebook.usage";
  private static final String SUMS = "codebook.sums";

  /** Added to each count, so that a code that nobody chose has a place all the same. */
  private static final double SMOOTHING = 1e-5;

  private final int size;
  private final int dimensions;
  private final float[] usage;
  private final float[] sums;
  private final float[] batchUsage;
  private final float[] batchSums;

  CodeStatistics(int size, int dimensions) {
    this.size = size;
    this.dimensions = dimensions;
    this.usage = new float[size];
    this.sums = new float[size * dimensions];
    this.batchUsage = new float[size];
    this.batchSums = new float[size * dimensions];
  }

  /** Whether a batch was seen, so that codes stand where there are data. */
  boolean started() {
    return total() > 0;
  }

  /**
   * Sets each code to one of the first encodings, all different while there are enough.
   *
   * @param codebook is changed
   * @param encodings [count, D]
   * @param count how many
   * @param seed decides which
   */
  void start(Codebook codebook, float[] encodings, int count, Seed seed) {
    RandomGenerator random = seed.generator();
    int[] order = new int[count];
    Arrays.setAll(order, i -> i);
    float[] vectors = new float[size * dimensions];
    for (int k = 0; k < size; k++) {
      int place = k % count;
      int other = place + random.nextInt(count - place);
      int chosen = order[other];
      order[other] = order[place];
      order[place] = chosen;
      place(vectors, k, encodings, chosen, (float) count / size);
    }
    codebook.setVectors(vectors);
  }

  /**
   * Takes a batch into the averages.
   *
   * @param encodings [count, D]
   * @param codes [count]
   * @param count how many
   * @param decay gamma
   */
  void add(float[] encodings, int[] codes, int count, double decay) {
    Arrays.fill(batchUsage, 0f);
    Arrays.fill(batchSums, 0f);
    for (int i = 0; i < count; i++) {
      batchUsage[codes[i]]++;
      int target = codes[i] * dimensions;
      for (int d = 0; d < dimensions; d++) {
        batchSums[target + d] += encodings[i * dimensions + d];
      }
    }
    average(usage, batchUsage, (float) decay);
    average(sums, batchSums, (float) decay);
  }

  private static void average(float[] past, float[] present, float decay) {
    for (int i = 0; i < past.length; i++) {
      past[i] = decay * past[i] + (1 - decay) * present[i];
    }
  }

  /**
   * Moves each code to the mean of what chose it, {@code e_k = m_k / N_k} (equation 8), with counts
   * smoothed after Laplace: {@code (N_k + epsilon) N / (N + K epsilon)}, N the sum of the counts.
   */
  void move(Codebook codebook) {
    double total = total();
    double scale = total / (total + size * SMOOTHING);
    float[] vectors = new float[size * dimensions];
    for (int k = 0; k < size; k++) {
      float inverse = (float) (1 / ((usage[k] + SMOOTHING) * scale));
      for (int i = k * dimensions; i < (k + 1) * dimensions; i++) {
        vectors[i] = sums[i] * inverse;
      }
    }
    codebook.setVectors(vectors);
  }

  /**
   * Sets codes that are hardly used to random encodings, and gives them an even share to start
   * with, so that they have the time to find users.
   *
   * @param codebook is changed
   * @param below the part of an even share under which a code counts as dead
   * @param encodings [count, D]
   * @param count how many
   * @param seed decides which
   * @return how many were restarted
   */
  int restartDead(Codebook codebook, double below, float[] encodings, int count, Seed seed) {
    float even = (float) (total() / size);
    RandomGenerator random = seed.generator();
    float[] vectors = codebook.vectors();
    int restarted = 0;
    for (int k = 0; k < size; k++) {
      if (usage[k] < below * even) {
        place(vectors, k, encodings, random.nextInt(count), even);
        restarted++;
      }
    }
    if (restarted > 0) {
      codebook.setVectors(vectors);
    }
    return restarted;
  }

  private void place(float[] vectors, int code, float[] encodings, int chosen, float share) {
    usage[code] = share;
    for (int d = 0; d < dimensions; d++) {
      float value = encodings[chosen * dimensions + d];
      vectors[code * dimensions + d] = value;
      sums[code * dimensions + d] = share * value;
    }
  }

  private double total() {
    double total = 0;
    for (float count : usage) {
      total += count;
    }
    return total;
  }

  /** The averages, as copies. */
  Tensors tensors() {
    Map<String, Tensor> byName = new LinkedHashMap<>();
    byName.put(USAGE, new Tensor(List.of((long) size), usage.clone()));
    byName.put(SUMS, new Tensor(List.of((long) size, (long) dimensions), sums.clone()));
    return new Tensors(byName);
  }

  /**
   * Checks what {@link #set} is to be given.
   *
   * @throws InvalidInputException if a tensor is missing, has another shape, or a value that cannot
   *     be
   */
  void check(Tensors tensors) {
    tensors().byName().forEach((name, own) -> tensors.checked(name, own.shape()));
    for (float count : tensors.get(USAGE).values()) {
      if (count < 0) {
        throw new InvalidInputException(
            "tensor '" + USAGE + "' holds " + count + "; a code cannot be used less than never");
      }
    }
  }

  /** Replaces the averages by what {@link #check} accepted. */
  void set(Tensors tensors) {
    System.arraycopy(tensors.get(USAGE).values(), 0, usage, 0, usage.length);
    System.arraycopy(tensors.get(SUMS).values(), 0, sums, 0, sums.length);
  }
}
