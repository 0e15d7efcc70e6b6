package latentlab.models.vqvae;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import latentlab.engine.Network;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.layers.Pass;
import latentlab.engine.losses.SoftmaxCrossEntropy;
import latentlab.engine.optimizer.Adam;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;

/**
 * The distribution of the codes, {@code p(c | y) = product over places of p(c_i | c_1 ... c_i-1,
 * y)}, places taken row by row (section 3.3), y the class or nothing.
 */
final class CodePrior implements AutoCloseable {

  private final PriorArchitecture architecture;
  private final Network network;
  private final SoftmaxCrossEntropy crossEntropy;
  private final MatrixBuffer before;
  private final MatrixBuffer places;
  private final MatrixBuffer classes;
  private final BatchMemory<float[]> values;
  private final BatchMemory<float[]> placeNumbers;

  CodePrior(PriorArchitecture architecture, double learningRate, Seed seed) {
    int count = architecture.places();
    this.architecture = architecture;
    this.network = Network.of(architecture.plan(), new Adam(learningRate), seed);
    this.crossEntropy = new SoftmaxCrossEntropy(architecture.codes());
    this.before = new MatrixBuffer(count);
    this.places = new MatrixBuffer(count);
    this.classes = new MatrixBuffer(1);
    this.values = new BatchMemory<>(rows -> new float[rows * count], released -> {});
    this.placeNumbers = new BatchMemory<>(this::placeNumbers, released -> {});
  }

  private float[] placeNumbers(int rows) {
    float[] numbers = new float[rows * architecture.places()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i % architecture.places();
    }
    return numbers;
  }

  Network network() {
    return network;
  }

  PriorArchitecture architecture() {
    return architecture;
  }

  /**
   * One pass forward and backward for the mean of -log p(c|y); the gradients stay in the network.
   *
   * @param codes [rows, places]
   * @param labels [rows], unread without a condition
   * @return the mean over the rows, in nats
   */
  double computeGradients(int[] codes, int[] labels) {
    int rows = codes.length / architecture.places();
    Matrix logits = forward(codes, labels, Pass.TRAINING);
    double sum = crossEntropy.lossAndGradient(byPlace(logits), codes, 1f / rows);
    network.backwardWithoutInputError(logits);
    return sum / rows;
  }

  /**
   * The mean of -log p(c|y).
   *
   * @param codes [rows, places]
   * @param labels [rows], unread without a condition
   * @return the mean over the rows, in nats
   * @throws IllegalArgumentException if there is a condition and not one label for each row
   */
  double loss(int[] codes, int[] labels) {
    int size = architecture.places();
    int count = codes.length / size;
    checkLabels(labels, count);
    double[] sum = new double[1];
    RowChunks.forEach(
        count,
        (from, rows) -> {
          int[] part = Arrays.copyOfRange(codes, from * size, (from + rows) * size);
          int[] partLabels =
              architecture.classes() > 0 ? Arrays.copyOfRange(labels, from, from + rows) : labels;
          sum[0] += crossEntropy.loss(byPlace(forward(part, partLabels, Pass.INFERENCE)), part);
        });
    return sum[0] / count;
  }

  /**
   * The logits of the code at each place, given those before it.
   *
   * @param codes [rows, places]; the last of each row is not read
   * @param labels [rows], unread without a condition
   * @param pass training or use
   * @return [rows, places * codes], overwritten by the next call with as many rows
   * @throws IllegalArgumentException if there is a condition and not one label for each row
   */
  Matrix forward(int[] codes, int[] labels, Pass pass) {
    int rows = codes.length / architecture.places();
    checkLabels(labels, rows);
    List<Matrix> inputs = new ArrayList<>();
    inputs.add(before.fill(shifted(codes, rows), 0, rows));
    inputs.add(places.fill(placeNumbers.forRows(rows), 0, rows));
    if (architecture.classes() > 0) {
      inputs.add(classes.fill(labelNumbers(labels, rows), 0, rows));
    }
    return network.forward(inputs, pass).get(0);
  }

  private float[] shifted(int[] codes, int rows) {
    float[] shifted = values.forRows(rows);
    for (int i = 0; i < shifted.length; i++) {
      boolean first = i % architecture.places() == 0;
      shifted[i] = first ? architecture.codes() : codes[i - 1];
    }
    return shifted;
  }

  private void checkLabels(int[] labels, int rows) {
    if (architecture.classes() > 0 && labels.length != rows) {
      throw new IllegalArgumentException(
          "a prior with classes needs " + rows + " labels, not " + labels.length);
    }
  }

  private static float[] labelNumbers(int[] labels, int rows) {
    float[] numbers = new float[rows];
    for (int i = 0; i < rows; i++) {
      numbers[i] = labels[i];
    }
    return numbers;
  }

  private Matrix byPlace(Matrix logits) {
    return logits.reshaped(logits.rows() * architecture.places(), architecture.codes());
  }

  @Override
  public void close() {
    network.close();
    before.close();
    places.close();
    classes.close();
  }
}
