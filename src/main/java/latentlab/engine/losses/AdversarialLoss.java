package latentlab.engine.losses;

import java.nio.FloatBuffer;
import latentlab.engine.kernels.Matrix;

/**
 * The losses of a critic that tells real images from generated ones, and of the generator that it
 * judges. Each is a function of critic logits l, [rows, 1], summed over the rows; the critic's loss
 * is the sum of that on real and that on generated images. D is the critic's probability
 * sigmoid(l).
 *
 * <p>A batch is a few hundred logits, so that these loops need neither scratch memory nor vector
 * instructions, and compute in double. Stateless; any thread may use them.
 */
public enum AdversarialLoss {

  /**
   * Goodfellow et al. 2014: the critic loses -log D(real) - log(1 - D(generated)), the generator
   * -log D(generated), their section 3 form with a strong gradient where the critic is sure.
   */
  NON_SATURATING(CriticTerm.LOGISTIC, CriticTerm.LOGISTIC, true),

  /**
   * Goodfellow et al. 2014, equation 1: the critic as above, the generator loses log(1 -
   * D(generated)). Its gradient vanishes where the critic is sure.
   */
  MINIMAX(CriticTerm.LOGISTIC, CriticTerm.SATURATING, true),

  /**
   * Lim and Ye 2017; Miyato et al. 2018, equations 16 and 17: the critic loses max(0, 1 - l(real))
   * + max(0, 1 + l(generated)), the generator -l(generated).
   */
  HINGE(CriticTerm.HINGE, CriticTerm.LINEAR, false),

  /**
   * Arjovsky, Chintala and Bottou 2017: the critic loses l(generated) - l(real), the generator
   * -l(generated). That the critic is Lipschitz must be ensured elsewhere.
   */
  WASSERSTEIN(CriticTerm.LINEAR, CriticTerm.LINEAR, false),

  /**
   * Mao et al. 2017, equation 2 with a = 0 and b = c = 1: the critic loses (l(real) - 1)^2 / 2 +
   * l(generated)^2 / 2, the generator (l(generated) - 1)^2 / 2.
   */
  LEAST_SQUARES(CriticTerm.SQUARED, CriticTerm.SQUARED, true);

  private static final double REAL = 1;
  private static final double GENERATED = 0;

  private final CriticTerm critic;
  private final CriticTerm generator;
  private final boolean smoothable;

  AdversarialLoss(CriticTerm critic, CriticTerm generator, boolean smoothable) {
    this.critic = critic;
    this.generator = generator;
    this.smoothable = smoothable;
  }

  /**
   * Whether real images can be given a target other than 1.
   *
   * @return false for losses without targets
   */
  public boolean allowsLabelSmoothing() {
    return smoothable;
  }

  /**
   * The critic's loss on real images, and in place of the logits its gradient with respect to them.
   *
   * @param logits [rows, 1] of real images, overwritten by the gradient
   * @param scale what the gradient is multiplied by, such as 1 / rows
   * @return the sum over the rows, not scaled
   * @throws IllegalArgumentException if the logits are not [rows, 1]
   */
  public double criticOnReal(Matrix logits, float scale) {
    return sumRows(critic, REAL, logits, scale);
  }

  /**
   * As {@link #criticOnReal(Matrix, float)} with one-sided label smoothing (Salimans et al. 2016,
   * section 3.4): the target of real images is somewhat below 1.
   *
   * @param logits [rows, 1] of real images, overwritten by the gradient
   * @param target what real images are pulled to, above 0 and at most 1, such as 0.9; without
   *     smoothing only 1
   * @param scale what the gradient is multiplied by, such as 1 / rows
   * @return the sum over the rows, not scaled
   * @throws IllegalArgumentException if the logits are not [rows, 1] or the target is outside its
   *     range
   */
  public double criticOnReal(Matrix logits, double target, float scale) {
    boolean allowed = smoothable ? target > 0 && target <= 1 : target == REAL;
    if (!allowed) {
      throw new IllegalArgumentException(
          String.format(
              "the target of real images for %s must be %s, not %s",
              this, smoothable ? "above 0 and at most 1" : "1", target));
    }
    return sumRows(critic, target, logits, scale);
  }

  /**
   * The critic's loss on generated images, and in place of the logits its gradient with respect to
   * them.
   *
   * @param logits [rows, 1] of generated images, overwritten by the gradient
   * @param scale what the gradient is multiplied by, such as 1 / rows
   * @return the sum over the rows, not scaled
   * @throws IllegalArgumentException if the logits are not [rows, 1]
   */
  public double criticOnGenerated(Matrix logits, float scale) {
    return sumRows(critic, GENERATED, logits, scale);
  }

  /**
   * The generator's loss, and in place of the logits its gradient with respect to them.
   *
   * @param logits [rows, 1] of generated images, overwritten by the gradient
   * @param scale what the gradient is multiplied by, such as 1 / rows
   * @return the sum over the rows, not scaled
   * @throws IllegalArgumentException if the logits are not [rows, 1]
   */
  public double generator(Matrix logits, float scale) {
    return sumRows(generator, REAL, logits, scale);
  }

  private static double sumRows(CriticTerm term, double target, Matrix logits, float scale) {
    BatchCheck.columns(logits, 1, "critic logits");
    FloatBuffer memory = logits.buffer();
    double sum = 0;
    for (int r = 0; r < logits.rows(); r++) {
      double logit = memory.get(r);
      sum += term.value(logit, target);
      double slope = Double.isNaN(logit) ? logit : term.slope(logit, target);
      memory.put(r, (float) (slope * scale));
    }
    return sum;
  }
}
