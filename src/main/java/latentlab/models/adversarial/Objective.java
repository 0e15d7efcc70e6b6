package latentlab.models.adversarial;

import java.util.Optional;
import java.util.random.RandomGenerator;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.losses.AdversarialLoss;
import latentlab.engine.penalty.GradientPenalty;
import latentlab.engine.penalty.Interpolation;
import latentlab.engine.penalty.PenaltyValue;

/**
 * The losses of both players for batches of real and of generated images, and their gradients. Real
 * and generated images go through the discriminator apart, as batch normalisation needs it (Radford
 * et al. 2016). For the thread that owns the model.
 */
final class Objective implements AutoCloseable {

  private static final PenaltyValue NO_PENALTY = new PenaltyValue(0, 0);

  private final Discriminator discriminator;
  private final AdversarialRules rules;
  private final Optional<GradientPenalty> penalty;
  private final Interpolation interpolation;
  private final BatchMemory<Matrix> copies;

  /**
   * For a discriminator that the caller keeps and closes.
   *
   * @param columns values of an image
   * @throws IllegalArgumentException if there is a penalty and the network has layers that it is
   *     not exact for
   */
  Objective(Discriminator discriminator, int columns, AdversarialRules rules) {
    this.discriminator = discriminator;
    this.rules = rules;
    this.penalty =
        rules.restraint().penalty() > 0
            ? Optional.of(new GradientPenalty(discriminator.network()))
            : Optional.empty();
    this.interpolation = new Interpolation(columns);
    this.copies = new BatchMemory<>(rows -> Matrix.allocate(rows, 1), Matrix::close);
  }

  /**
   * Leaves the gradients of the discriminator's loss in its network.
   *
   * @param real [rows, pixels], -1 to 1
   * @param generated [rows, pixels], -1 to 1
   * @param labels [rows] the classes of both; not read without classes
   * @param random decides where slopes are measured
   */
  Judgement learn(Matrix real, Matrix generated, int[] labels, RandomGenerator random) {
    Matrix logits = discriminator.judge(real, labels);
    double realScore = score(logits);
    float scale = 1f / real.rows();
    double loss = rules.loss().criticOnReal(logits, rules.realTarget(), scale);
    discriminator.learn(logits, labels);
    discriminator.network().holdGradients();
    logits = discriminator.judge(generated, labels);
    double generatedScore = score(logits);
    double generatorLoss = generatorLoss(logits);
    loss += rules.loss().criticOnGenerated(logits, scale);
    discriminator.learn(logits, labels);
    PenaltyValue slope = NO_PENALTY;
    if (penalty.isPresent()) {
      discriminator.network().holdGradients();
      slope = slope(real, generated, random);
    }
    return new Judgement(
        loss / real.rows(),
        generatorLoss,
        realScore,
        generatedScore,
        slope.penalty(),
        slope.meanNorm());
  }

  /**
   * Judges without learning; a gradient that may be left in the network is of no use.
   *
   * @param real [rows, pixels], -1 to 1
   * @param generated [rows, pixels], -1 to 1
   * @param labels [rows] the classes of both; not read without classes
   * @param random decides where slopes are measured
   */
  Judgement measure(Matrix real, Matrix generated, int[] labels, RandomGenerator random) {
    Matrix logits = discriminator.infer(real, labels);
    double realScore = score(logits);
    double loss = rules.loss().criticOnReal(logits, rules.realTarget(), 1f);
    logits = discriminator.infer(generated, labels);
    double generatedScore = score(logits);
    double generatorLoss = generatorLoss(logits);
    loss += rules.loss().criticOnGenerated(logits, 1f);
    PenaltyValue slope = penalty.isPresent() ? slope(real, generated, random) : NO_PENALTY;
    return new Judgement(
        loss / real.rows(),
        generatorLoss,
        realScore,
        generatedScore,
        slope.penalty(),
        slope.meanNorm());
  }

  /**
   * Leaves the gradients of the generator's loss in its network, and the discriminator's alone.
   *
   * @param generator has just drawn the images
   * @param generated [rows, pixels] those images
   * @param labels [rows] their classes; not read without classes
   * @return the loss, as a mean per image
   */
  double teach(Generator generator, Matrix generated, int[] labels) {
    int rows = generated.rows();
    Matrix logits = discriminator.judge(generated, labels);
    double loss = rules.loss().generator(logits, 1f / rows);
    generator.learn(discriminator.imageErrors(logits, labels));
    return loss / rows;
  }

  private double generatorLoss(Matrix logits) {
    Matrix copy = copies.forRows(logits.rows());
    copy.copyFrom(logits);
    return rules.loss().generator(copy, 1f) / logits.rows();
  }

  private PenaltyValue slope(Matrix real, Matrix generated, RandomGenerator random) {
    return penalty
        .orElseThrow()
        .compute(interpolation.between(real, generated, random), rules.restraint().penalty());
  }

  /** The mean probability of being real; of a Wasserstein critic its mean value. */
  private double score(Matrix logits) {
    AdversarialLoss loss = rules.loss();
    double sum = 0;
    for (int r = 0; r < logits.rows(); r++) {
      double logit = logits.buffer().get(r);
      sum +=
          switch (loss) {
            case WASSERSTEIN -> logit;
            case LEAST_SQUARES -> Math.max(0, Math.min(1, logit));
            case NON_SATURATING, MINIMAX, HINGE -> 1 / (1 + Math.exp(-logit));
          };
    }
    return sum / logits.rows();
  }

  @Override
  public void close() {
    penalty.ifPresent(GradientPenalty::close);
    interpolation.close();
    copies.clear();
  }
}
