package latentlab.models.adversarial;

import java.util.Arrays;
import latentlab.engine.Network;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;

/**
 * Gives each image a logit that tells real ones from generated ones, and a class its own if it is
 * told classes.
 *
 * <p>With classes the network has an output for each of them and one more, and the logit of an
 * image of class y is the sum of output y and the last: {@code w_y . h(x) + b_y + w . h(x) + b},
 * the projection discriminator (Miyato and Koyama 2018, equation 4). Owned by the thread that owns
 * the model.
 */
public final class Discriminator implements AutoCloseable {

  private final Network network;
  private final int classes;
  private final BatchMemory<Matrix> logits;
  private final BatchMemory<Matrix> errors;
  private float[] scratch = new float[0];

  /**
   * Takes a network over.
   *
   * @param network [rows, pixels] to [rows, 1], or [rows, classes + 1] if it is told classes;
   *     closed with this
   * @param classes how many classes it is told; 0 for none
   */
  public Discriminator(Network network, int classes) {
    this.network = network;
    this.classes = classes;
    this.logits = new BatchMemory<>(rows -> Matrix.allocate(rows, 1), Matrix::close);
    this.errors = new BatchMemory<>(rows -> Matrix.allocate(rows, classes + 1), Matrix::close);
  }

  /**
   * How many values its network must give.
   *
   * @param classes how many classes it is told; 0 for none
   * @return 1, or one more than the classes
   */
  public static int outputs(int classes) {
    return classes == 0 ? 1 : classes + 1;
  }

  /**
   * The network.
   *
   * @return live; the discriminator owns it
   */
  public Network network() {
    return network;
  }

  /**
   * Judges images to learn from it; batch normalisation uses the batch.
   *
   * @param images [rows, pixels], -1 to 1; must stay unchanged until {@link #learn} or {@link
   *     #imageErrors}
   * @param labels [rows] the classes; not read if it is told none
   * @return [rows, 1] logits, overwritten by the next call with as many rows
   */
  public Matrix judge(Matrix images, int[] labels) {
    return chosen(network.forward(images), labels);
  }

  /**
   * Judges images without learning: each logit depends on its image and class alone.
   *
   * @param images [rows, pixels], -1 to 1
   * @param labels [rows] the classes; not read if it is told none
   * @return [rows, 1] logits, overwritten by the next call with as many rows
   */
  public Matrix infer(Matrix images, int[] labels) {
    return chosen(network.infer(images), labels);
  }

  /**
   * Computes the gradients for the images judged last; they stay in the network.
   *
   * @param logitErrors [rows, 1], the derivative of the loss by each logit; overwritten
   * @param labels [rows] the classes of those images; not read if it is told none
   */
  public void learn(Matrix logitErrors, int[] labels) {
    network.backwardWithoutInputError(spread(logitErrors, labels));
  }

  /**
   * Passes errors through to the images judged last, and learns nothing.
   *
   * @param logitErrors [rows, 1], the derivative of the loss by each logit; overwritten
   * @param labels [rows] the classes of those images; not read if it is told none
   * @return [rows, pixels], the derivative by each value, overwritten by the next call with as many
   *     rows
   */
  public Matrix imageErrors(Matrix logitErrors, int[] labels) {
    return network.backwardToInput(spread(logitErrors, labels));
  }

  private Matrix chosen(Matrix outputs, int[] labels) {
    if (classes == 0) {
      return outputs;
    }
    Matrix chosen = logits.forRows(outputs.rows());
    float[] values = scratch(outputs.rows());
    outputs.copyTo(values);
    for (int r = 0; r < outputs.rows(); r++) {
      int first = r * (classes + 1);
      chosen.buffer().put(r, values[first + labels[r]] + values[first + classes]);
    }
    return chosen;
  }

  private Matrix spread(Matrix logitErrors, int[] labels) {
    if (classes == 0) {
      return logitErrors;
    }
    float[] values = scratch(logitErrors.rows());
    Arrays.fill(values, 0f);
    for (int r = 0; r < logitErrors.rows(); r++) {
      float error = logitErrors.buffer().get(r);
      values[r * (classes + 1) + labels[r]] = error;
      values[r * (classes + 1) + classes] = error;
    }
    Matrix spread = errors.forRows(logitErrors.rows());
    spread.copyFrom(values);
    return spread;
  }

  private float[] scratch(int rows) {
    if (scratch.length != rows * (classes + 1)) {
      scratch = new float[rows * (classes + 1)];
    }
    return scratch;
  }

  @Override
  public void close() {
    network.close();
    logits.clear();
    errors.clear();
  }
}
