package latentlab.models.diffusion;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.Matrix;
import latentlab.failure.InvalidInputException;
import latentlab.models.LossTerms;
import latentlab.models.denoising.NoiseSchedule;
import latentlab.models.denoising.PixelRange;
import latentlab.models.denoising.PredictionType;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;

/** What a network is asked about a batch, and how wrong its answer is. */
final class DiffusionLoss {

  private static final int QUARTERS = 4;

  private final NoiseSchedule schedule;
  private final PredictionType prediction;
  private final double gamma;
  private final double classDropout;
  private final ImageShape shape;
  private final int classes;

  DiffusionLoss(DiffusionConfig config, NoiseSchedule schedule, ImageShape shape, int classes) {
    this.schedule = schedule;
    this.prediction = config.prediction();
    this.gamma = config.minSnr();
    this.classDropout = config.classDropout();
    this.shape = shape;
    this.classes = classes;
  }

  /**
   * A question to the network.
   *
   * @param times [count] t, from 1 to T
   * @param noisy [count, values] x_t
   * @param classWeights [count, classes]
   * @param targets [count, values] the right answer
   */
  @SuppressWarnings("ArrayRecordComponent") // Large, and never compared.
  record Question(int[] times, float[] noisy, float[] classWeights, float[] targets) {}

  /**
   * Asks about each image at a step, with noise that the seed decides.
   *
   * @throws InvalidInputException if the network is told classes and the images have none, or one
   *     that there is not
   */
  Question ask(ImageBatch batch, Seed seed) {
    RowChunks.checkShape(batch, shape);
    RandomGenerator random = seed.generator();
    int[] times = times(batch.count(), random);
    float[] weights = classWeights(batch, random);
    float[] values = PixelRange.centred(batch);
    float[] targets = new float[values.length];
    for (int row = 0; row < times.length; row++) {
      double a = schedule.signal(times[row]);
      double b = schedule.noise(times[row]);
      for (int i = row * shape.size(); i < (row + 1) * shape.size(); i++) {
        double noise = random.nextGaussian();
        targets[i] = (float) prediction.target(values[i], noise, a, b);
        values[i] = (float) (a * values[i] + b * noise);
      }
    }
    return new Question(times, values, weights, targets);
  }

  /** Evenly spread from a random start, then in random order of the images by the batch's own. */
  private int[] times(int count, RandomGenerator random) {
    double start = random.nextDouble();
    int[] times = new int[count];
    for (int i = 0; i < count; i++) {
      double place = start + (double) i / count;
      times[i] = 1 + Math.min(schedule.steps() - 1, (int) ((place % 1) * schedule.steps()));
    }
    return times;
  }

  private float[] classWeights(ImageBatch batch, RandomGenerator random) {
    float[] weights = new float[batch.count() * classes];
    if (classes == 0) {
      return weights;
    }
    if (batch.labels().length != batch.count()) {
      throw new InvalidInputException(
          "this model is told the class of each image; these images have no labels");
    }
    for (int i = 0; i < batch.count(); i++) {
      int label = batch.labels()[i];
      if (label < 0 || label >= classes) {
        throw new InvalidInputException(
            String.format("there is no class %d; expected 0 to %d", label, classes - 1));
      }
      if (random.nextDouble() >= classDropout) {
        weights[i * classes + label] = 1;
      }
    }
    return weights;
  }

  /**
   * The weighted squared error of each image.
   *
   * @param answer [rows, values]; if wished overwritten by the gradient of the mean over the batch
   * @param from the first row of the question that was answered
   * @param errors [count] gets the error of each row as a mean over its values
   */
  void measure(Question question, Matrix answer, int from, boolean writeGradient, double[] errors) {
    int size = shape.size();
    float[] row = new float[size];
    for (int r = 0; r < answer.rows(); r++) {
      int item = from + r;
      answer.buffer().get(r * size, row);
      double weight = prediction.weight(schedule.signalToNoise(question.times()[item]), gamma);
      errors[item] = weight * takeDifference(row, question.targets(), item * size) / size;
      if (writeGradient) {
        float scale = (float) (2 * weight / ((double) size * errors.length));
        for (int i = 0; i < size; i++) {
          row[i] *= scale;
        }
        answer.buffer().put(r * size, row);
      }
    }
  }

  private static double takeDifference(float[] row, float[] targets, int offset) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      row[i] -= targets[offset + i];
      sum += (double) row[i] * row[i];
    }
    return sum;
  }

  /** The mean, and the means over the images in each quarter of the steps: t_1 has least noise. */
  LossTerms terms(Question question, double[] errors) {
    double[] sums = new double[QUARTERS];
    int[] counts = new int[QUARTERS];
    for (int i = 0; i < errors.length; i++) {
      int quarter = (question.times()[i] - 1) * QUARTERS / schedule.steps();
      sums[quarter] += errors[i];
      counts[quarter]++;
    }
    Map<String, Double> parts = new LinkedHashMap<>();
    for (int q = 0; q < QUARTERS; q++) {
      if (counts[q] > 0) {
        parts.put("t_" + (q + 1), sums[q] / counts[q]);
      }
    }
    return new LossTerms(Arrays.stream(errors).average().orElse(0), parts);
  }
}
