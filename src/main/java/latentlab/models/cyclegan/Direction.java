package latentlab.models.cyclegan;

import java.util.List;
import java.util.random.RandomGenerator;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.layers.Pass;
import latentlab.engine.losses.AdversarialLoss;

/**
 * The translation of one set of images into the other: all terms of the loss that begin with its
 * generator (see the package documentation). Images are [rows, pixels], -1 to 1. For the thread
 * that owns the model, which closes the networks.
 */
final class Direction {

  /** The engine's least squares are halved; the paper halves them for discriminators only. */
  private static final float GENERATOR_SCALE = 2;

  private final Network generator;
  private final Network wayBack;
  private final Network critic;
  private final ReplayBuffer replay;
  private final double cycleWeight;
  private final double identityWeight;
  private final int size;
  private final MatrixBuffer input;
  private final MatrixBuffer drawnInput;
  private final MatrixBuffer errors;

  /**
   * Joins networks.
   *
   * @param generator draws images of the target
   * @param wayBack draws images of the origin
   * @param critic judges images of the target
   * @param replay drawn images of the target
   * @param config weights
   */
  Direction(
      Network generator,
      Network wayBack,
      Network critic,
      ReplayBuffer replay,
      CycleGanConfig config) {
    this.generator = generator;
    this.wayBack = wayBack;
    this.critic = critic;
    this.replay = replay;
    this.cycleWeight = config.cycleWeight();
    this.identityWeight = config.cycleWeight() * config.identityWeight();
    this.size = generator.outputShape().size();
    this.input = new MatrixBuffer(size);
    this.drawnInput = new MatrixBuffer(size);
    this.errors = new MatrixBuffer(size);
  }

  /** What the discriminator of the target has seen. */
  ReplayBuffer replay() {
    return replay;
  }

  /**
   * Translates.
   *
   * @param images [rows, pixels]
   * @param rows how many
   * @return [rows, pixels], overwritten by the next call
   */
  Matrix translate(float[] images, int rows) {
    return generator.infer(input.fill(images, 0, rows));
  }

  /**
   * The terms without any gradient.
   *
   * @param origin [rows, pixels] images of the origin
   * @param target [rows, pixels] images of the target
   * @param rows how many of each
   * @return means over the rows
   */
  CycleTerms measure(float[] origin, float[] target, int rows) {
    float[] both = joined(origin, target, rows);
    float[] drawn = copy(generator.infer(input.fill(both, 0, 2 * rows)));
    float[] back = copy(wayBack.infer(drawnInput.fill(drawn, 0, rows)));
    double validity = generatorLoss(critic.infer(drawnInput.fill(drawn, 0, rows)));
    Verdict verdict = judge(joined(target, drawn, rows), rows, Pass.INFERENCE);
    return new CycleTerms(
        validity,
        distance(back, 0, origin, rows),
        distance(drawn, rows * size, target, rows),
        verdict);
  }

  /**
   * The terms; their gradients are left in both generators, and in the critic. Each is that of the
   * mean over the rows. Gradients that were held are not touched.
   *
   * @param origin [rows, pixels] images of the origin
   * @param target [rows, pixels] images of the target
   * @param rows how many of each
   * @param random decides which drawn images the critic is shown
   * @return means over the rows
   */
  CycleTerms computeGradients(float[] origin, float[] target, int rows, RandomGenerator random) {
    float[] both = joined(origin, target, rows);
    float[] drawn = copy(generator.forward(input.fill(both, 0, 2 * rows)));
    float[] gradient = new float[drawn.length];
    Matrix fakes = drawnInput.fill(drawn, 0, rows);

    float[] back = copy(wayBack.forward(fakes));
    double cycle = distance(back, 0, origin, rows);
    float[] backErrors = new float[back.length];
    addSlope(back, 0, origin, rows, cycleWeight, backErrors);
    wayBack.backward(errors.fill(backErrors, 0, rows)).copyTo(gradient);

    Matrix logits = critic.forward(fakes);
    double validity = generatorLoss(logits);
    add(copy(critic.backwardToInput(logits)), gradient);

    double identity = distance(drawn, rows * size, target, rows);
    addSlope(drawn, rows * size, target, rows, identityWeight, gradient);
    generator.backwardWithoutInputError(errors.fill(gradient, 0, 2 * rows));

    replay.exchange(drawn, rows, random);
    Verdict verdict = judge(joined(target, drawn, rows), rows, Pass.TRAINING);
    return new CycleTerms(validity, cycle, identity, verdict);
  }

  void close() {
    input.close();
    drawnInput.close();
    errors.close();
  }

  /** The critic on as many real images as drawn ones; after a training pass with its gradients. */
  private Verdict judge(float[] realAndDrawn, int rows, Pass pass) {
    Matrix all = critic.forward(List.of(input.fill(realAndDrawn, 0, 2 * rows)), pass).get(0);
    float[] logits = copy(all);
    int half = logits.length / 2;
    float scale = 1f / half;
    Verdict verdict = Verdict.of(logits, half);
    if (pass.training()) {
      for (int i = 0; i < logits.length; i++) {
        logits[i] = (logits[i] - (i < half ? 1 : 0)) * scale;
      }
      all.copyFrom(logits);
      critic.backwardWithoutInputError(all);
    }
    return verdict;
  }

  /** The generator's loss as a mean over the patches; in place of the logits its gradient. */
  private static double generatorLoss(Matrix logits) {
    int patches = logits.rows() * logits.columns();
    float scale = GENERATOR_SCALE / patches;
    return scale * AdversarialLoss.LEAST_SQUARES.generator(logits.reshaped(patches, 1), scale);
  }

  /** The mean absolute difference of rows of drawn images, from an offset on, and others. */
  private double distance(float[] drawn, int offset, float[] wanted, int rows) {
    double sum = 0;
    for (int i = 0; i < rows * size; i++) {
      sum += Math.abs(drawn[offset + i] - wanted[i]);
    }
    return sum / ((long) rows * size);
  }

  /** Adds the gradient of the weighted {@link #distance} by the drawn images. */
  private void addSlope(
      float[] drawn, int offset, float[] wanted, int rows, double weight, float[] gradient) {
    float slope = (float) (weight / ((double) rows * size));
    for (int i = 0; i < rows * size; i++) {
      gradient[offset + i] += slope * Math.signum(drawn[offset + i] - wanted[i]);
    }
  }

  private static void add(float[] summand, float[] sum) {
    for (int i = 0; i < summand.length; i++) {
      sum[i] += summand[i];
    }
  }

  private static float[] copy(Matrix matrix) {
    float[] values = new float[matrix.rows() * matrix.columns()];
    matrix.copyTo(values);
    return values;
  }

  private float[] joined(float[] first, float[] second, int rows) {
    float[] both = new float[2 * rows * size];
    System.arraycopy(first, 0, both, 0, rows * size);
    System.arraycopy(second, 0, both, rows * size, rows * size);
    return both;
  }
}
