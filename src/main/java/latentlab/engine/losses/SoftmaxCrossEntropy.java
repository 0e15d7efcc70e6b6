package latentlab.engine.losses;

import latentlab.engine.kernels.ExponentialPass;
import latentlab.engine.kernels.Matrix;

/**
 * The cross-entropy between class labels and the softmax of logits, its gradient, and the
 * probabilities. Holds blocks of scratch memory; one thread at a time.
 *
 * <p>With l the logits of a row, s = l - max l, and q the distribution that the label asks for,
 * each row adds
 *
 * <pre>{@code  log(sum of e^s) - sum of q s}</pre>
 *
 * <p>which no finite logits make overflow. Without smoothing q is 1 at the label; with smoothing
 * epsilon it is 1 - epsilon there, plus epsilon / classes everywhere (Szegedy et al. 2016, section
 * 7). A logit of -infinity rules a class out; only without smoothing is that allowed.
 */
public final class SoftmaxCrossEntropy {

  /** Elements at a time, as whole rows: enough for the passes over them to run at speed. */
  private static final int BLOCK = 512;

  private final int classes;
  private final double smoothing;
  private final int rowsPerBlock;
  private final ExponentialPass exponential;
  private final float[] logit;
  private final float[] weight;

  /**
   * Makes the scratch memory for labels as they are.
   *
   * @param classes the number of classes, at least 1
   * @throws IllegalArgumentException if it is less
   */
  public SoftmaxCrossEntropy(int classes) {
    this(classes, 0);
  }

  /**
   * Makes the scratch memory.
   *
   * @param classes the number of classes, at least 1
   * @param smoothing epsilon, the share of a label that is spread over all classes, 0 to below 1
   * @throws IllegalArgumentException if one is outside its range
   */
  public SoftmaxCrossEntropy(int classes, double smoothing) {
    if (classes < 1) {
      throw new IllegalArgumentException("there must be at least 1 class, not " + classes);
    }
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException(
          "label smoothing must be from 0 to below 1, not " + smoothing);
    }
    this.classes = classes;
    this.smoothing = smoothing;
    this.rowsPerBlock = Math.max(1, BLOCK / classes);
    int length = rowsPerBlock * classes;
    this.exponential = new ExponentialPass(length);
    this.logit = new float[length];
    this.weight = new float[length];
  }

  /**
   * The cross-entropy.
   *
   * @param logits [rows, classes]
   * @param labels [rows], each from 0 to classes - 1
   * @return the sum over the rows, in nats
   * @throws IllegalArgumentException if the sizes differ or a label is not one
   */
  public double loss(Matrix logits, int[] labels) {
    return sumRows(logits, labels, 1f, false);
  }

  /**
   * The cross-entropy, and in place of the logits its gradient with respect to them: (softmax(l) -
   * q) * scale.
   *
   * @param logits [rows, classes], overwritten by the gradient
   * @param labels [rows], each from 0 to classes - 1
   * @param scale what the gradient is multiplied by, such as 1 / rows
   * @return the sum over the rows, in nats, not scaled
   * @throws IllegalArgumentException if the sizes differ or a label is not one; the logits are
   *     unchanged
   */
  public double lossAndGradient(Matrix logits, int[] labels, float scale) {
    return sumRows(logits, labels, scale, true);
  }

  /**
   * The softmax of each row.
   *
   * @param logits [rows, classes]
   * @param probabilities receives [rows, classes], row-major; a row with NaN becomes NaN
   * @param offset where in the target they start
   * @throws IllegalArgumentException if the sizes do not fit
   */
  public void probabilities(Matrix logits, float[] probabilities, int offset) {
    BatchCheck.columns(logits, classes, "logits");
    BatchCheck.room(probabilities.length, offset, (long) logits.rows() * classes);
    for (int from = 0; from < logits.rows(); from += rowsPerBlock) {
      int rows = Math.min(rowsPerBlock, logits.rows() - from);
      readBlock(logits, from, rows);
      for (int r = 0; r < rows; r++) {
        float inverse = (float) (1 / sumOfWeights(r * classes));
        for (int i = r * classes; i < (r + 1) * classes; i++) {
          probabilities[offset + from * classes + i] = weight[i] * inverse;
        }
      }
    }
  }

  /**
   * The most probable class of each row.
   *
   * @param logits [rows, classes]
   * @param predicted receives [rows] the first class with the largest logit, where NaN counts as
   *     larger than any number
   * @param offset where in the target they start
   * @throws IllegalArgumentException if the sizes do not fit
   */
  public void predictedClasses(Matrix logits, int[] predicted, int offset) {
    BatchCheck.columns(logits, classes, "logits");
    BatchCheck.room(predicted.length, offset, logits.rows());
    for (int from = 0; from < logits.rows(); from += rowsPerBlock) {
      int rows = Math.min(rowsPerBlock, logits.rows() - from);
      logits.buffer().get(from * classes, logit, 0, rows * classes);
      for (int r = 0; r < rows; r++) {
        predicted[offset + from + r] = indexOfLargest(r * classes) - r * classes;
      }
    }
  }

  private double sumRows(Matrix logits, int[] labels, float scale, boolean writeGradient) {
    BatchCheck.columns(logits, classes, "logits");
    checkLabels(logits, labels);
    double sum = 0;
    for (int from = 0; from < logits.rows(); from += rowsPerBlock) {
      int rows = Math.min(rowsPerBlock, logits.rows() - from);
      readBlock(logits, from, rows);
      for (int r = 0; r < rows; r++) {
        int start = r * classes;
        double total = sumOfWeights(start);
        sum += Math.log(total) - wantedLogit(start, labels[from + r]);
        if (writeGradient) {
          replaceByGradient(start, labels[from + r], total, scale);
        }
      }
      if (writeGradient) {
        logits.buffer().put(from * classes, logit, 0, rows * classes);
      }
    }
    return sum;
  }

  private void checkLabels(Matrix logits, int[] labels) {
    BatchCheck.length(labels.length, logits.rows(), "labels", logits);
    for (int r = 0; r < labels.length; r++) {
      if (labels[r] < 0 || labels[r] >= classes) {
        throw new IllegalArgumentException(
            String.format("label %d of row %d is not from 0 to %d", labels[r], r, classes - 1));
      }
    }
  }

  /** Reads some rows as s, and computes their weights e^s. */
  private void readBlock(Matrix logits, int from, int rows) {
    logits.buffer().get(from * classes, logit, 0, rows * classes);
    for (int r = 0; r < rows; r++) {
      subtractLargest(logit, r * classes, (r + 1) * classes);
    }
    exponential.ofNegativeMagnitude(logit, weight);
  }

  private static void subtractLargest(float[] logit, int start, int end) {
    float largest = logit[start];
    for (int i = start + 1; i < end; i++) {
      largest = Math.max(largest, logit[i]);
    }
    for (int i = start; i < end; i++) {
      logit[i] -= largest;
    }
  }

  private double sumOfWeights(int start) {
    double sum = 0;
    for (int i = start; i < start + classes; i++) {
      sum += weight[i];
    }
    return sum;
  }

  /** The sum of q s. */
  private double wantedLogit(int start, int label) {
    if (smoothing == 0) {
      return logit[start + label];
    }
    double sum = 0;
    for (int i = start; i < start + classes; i++) {
      sum += logit[i];
    }
    return (1 - smoothing) * logit[start + label] + smoothing / classes * sum;
  }

  /**
   * At the label, probability - 1 is taken as (weight - total) / total, which keeps its digits
   * where the probability rounds to 1.
   */
  private void replaceByGradient(int start, int label, double total, float scale) {
    float inverse = (float) (1 / total);
    float spread = (float) (smoothing / classes);
    for (int i = start; i < start + classes; i++) {
      logit[i] = (weight[i] * inverse - spread) * scale;
    }
    double atLabel = (weight[start + label] - total) / total + smoothing - smoothing / classes;
    logit[start + label] = (float) (atLabel * scale);
  }

  private int indexOfLargest(int start) {
    int best = start;
    for (int i = start + 1; i < start + classes; i++) {
      boolean larger = logit[i] > logit[best] || Float.isNaN(logit[i]);
      if (larger && !Float.isNaN(logit[best])) {
        best = i;
      }
    }
    return best;
  }
}
