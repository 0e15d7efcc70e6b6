package latentlab.models.vaegan;

import java.util.Arrays;
import java.util.List;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.Wanted;
import latentlab.engine.losses.AdversarialLoss;
import org.jspecify.annotations.Nullable;

/**
 * The discriminator with one batch of real images, their reconstructions and samples, in this
 * order: what it says of them, and the errors that follow. For the thread that owns the model.
 */
final class Jury implements AutoCloseable {

  private static final AdversarialLoss LOSS = AdversarialLoss.NON_SATURATING;
  private static final int KINDS = 3;
  private static final Wanted PARAMETERS = new Wanted(true, false);
  private static final Wanted IMAGES = new Wanted(false, true);

  private final Network network;
  private final int pixels;
  private final int features;
  private final MatrixBuffer images;
  private final MatrixBuffer logitInput;
  private final MatrixBuffer featureErrors;
  private float[] logits = new float[0];
  private float[] found = new float[0];
  private int rows;

  /** For a network that the caller keeps and closes. */
  Jury(Network network, int pixels, int features) {
    this.network = network;
    this.pixels = pixels;
    this.features = features;
    this.images = new MatrixBuffer(pixels);
    this.logitInput = new MatrixBuffer(1);
    this.featureErrors = new MatrixBuffer(features);
  }

  /**
   * Judges a batch. Real and generated images go through the network apart, each normalised by
   * statistics of its own.
   *
   * @param real [count, pixels]
   * @param generated [2 count, pixels], the reconstructions before the samples
   * @param count of real images
   * @param pass training if errors are asked for afterwards
   * @param learning whether {@link #learn} will be called: the network then holds the gradients of
   *     real images
   */
  VaeGanLosses judge(float[] real, float[] generated, int count, Pass pass, boolean learning) {
    prepare(count);
    List<Matrix> outputs = network.forward(List.of(images.fill(real, 0, count)), pass);
    outputs.get(0).buffer().get(0, logits, 0, count);
    outputs.get(1).buffer().get(0, found, 0, count * features);
    Matrix slopes = logitInput.fill(logits, 0, count);
    double realLoss = LOSS.criticOnReal(slopes, 1f / count) / count;
    if (learning) {
      network.backward(Arrays.asList(slopes, null), PARAMETERS);
      network.holdGradients();
    }
    outputs = network.forward(List.of(images.fill(generated, 0, 2 * count)), pass);
    outputs.get(0).buffer().get(0, logits, count, 2 * count);
    outputs.get(1).buffer().get(0, found, count * features, 2 * count * features);
    slopes = generatedLogits();
    double generatedLoss = LOSS.criticOnGenerated(slopes, 1f) / (2 * count);
    return new VaeGanLosses(
        0,
        0.5 * squares(found, 0, found, count * features, count * features) / count,
        0.25 * squares(real, 0, generated, 0, count * pixels) / (count * pixels),
        realLoss + generatedLoss,
        LOSS.generator(generatedLogits(), 1f) / (2 * count),
        meanProbability(0, count),
        meanProbability(count, KINDS * count));
  }

  private Matrix generatedLogits() {
    return logitInput.fill(logits, rows, 2 * rows);
  }

  private void prepare(int count) {
    rows = count;
    if (logits.length != KINDS * count) {
      logits = new float[KINDS * count];
      found = new float[KINDS * count * features];
    }
  }

  private static double squares(float[] a, int fromA, float[] b, int fromB, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      double difference = (double) a[fromA + i] - b[fromB + i];
      sum += difference * difference;
    }
    return sum;
  }

  private double meanProbability(int from, int to) {
    double sum = 0;
    for (int r = from; r < to; r++) {
      sum += 1 / (1 + Math.exp(-logits[r]));
    }
    return sum / (to - from);
  }

  /** Leaves the gradients of the discriminator's loss in its network, with those that it holds. */
  void learn() {
    Matrix slopes = generatedLogits();
    LOSS.criticOnGenerated(slopes, 0.5f / rows);
    network.backward(Arrays.asList(slopes, null), PARAMETERS);
  }

  /** dL_G by the generated images, [2 rows, pixels]. */
  float[] gameErrors() {
    Matrix slopes = generatedLogits();
    LOSS.generator(slopes, 0.5f / rows);
    return imageErrors(Arrays.asList(slopes, null));
  }

  /** dL_like by the generated images, [2 rows, pixels]; the features of real ones are targets. */
  float[] likenessErrors() {
    int length = rows * features;
    float[] errors = new float[2 * length];
    for (int i = 0; i < length; i++) {
      errors[i] = (found[length + i] - found[i]) / rows;
    }
    return imageErrors(Arrays.asList(null, featureErrors.fill(errors, 0, 2 * rows)));
  }

  private float[] imageErrors(List<@Nullable Matrix> outputErrors) {
    Matrix errors = network.backward(outputErrors, IMAGES).get(0);
    if (errors == null) {
      throw new IllegalStateException("the discriminator does not depend on its images");
    }
    float[] ofGenerated = new float[2 * rows * pixels];
    errors.copyTo(ofGenerated);
    return ofGenerated;
  }

  @Override
  public void close() {
    images.close();
    logitInput.close();
    featureErrors.close();
  }
}
