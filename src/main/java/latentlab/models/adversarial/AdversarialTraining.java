package latentlab.models.adversarial;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.losses.AdversarialLoss;
import latentlab.engine.optimizer.WeightClipping;
import latentlab.models.AdversarialTrainer;
import latentlab.models.LatentCodes;
import latentlab.models.LossTerms;
import latentlab.models.TrainingPoint;
import latentlab.models.networks.NetworkGroup;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/**
 * Trains a generator and a discriminator against each other (Goodfellow et al. 2014, algorithm 1).
 * One batch is generated in a step: both players learn from it, the generator from the
 * discriminator as it is after its move. Owned by the thread that owns the model.
 */
public final class AdversarialTraining implements AdversarialTrainer, AutoCloseable {

  private final ImageShape shape;
  private final Generator generator;
  private final Discriminator discriminator;
  private final AdversarialRules rules;
  private final Function<ImageBatch, int[]> classes;
  private final NetworkGroup group;
  private final Objective objective;
  private final ReplayBuffer replay;
  private final Optional<WeightClipping> clipping;
  private final MatrixBuffer realInput;
  private float[] scaled = new float[0];

  /**
   * For players that the caller keeps and closes.
   *
   * @param shape of the images
   * @param generator draws
   * @param discriminator judges
   * @param rules of the game
   * @param classes the labels of a batch that both players are told; an empty array if none
   * @throws IllegalArgumentException if the rules ask for a penalty and the discriminator has
   *     layers that it is not exact for
   */
  public AdversarialTraining(
      ImageShape shape,
      Generator generator,
      Discriminator discriminator,
      AdversarialRules rules,
      Function<ImageBatch, int[]> classes) {
    this.shape = shape;
    this.generator = generator;
    this.discriminator = discriminator;
    this.rules = rules;
    this.classes = classes;
    this.group = new NetworkGroup(generator.network(), discriminator.network());
    this.objective = new Objective(discriminator, shape.size(), rules);
    this.replay = new ReplayBuffer(rules.replay().images(), shape.size(), rules.replay().share());
    this.clipping =
        rules.restraint().clipping() > 0
            ? Optional.of(new WeightClipping(rules.restraint().clipping()))
            : Optional.empty();
    this.realInput = new MatrixBuffer(shape.size());
  }

  /** The generator has its turn at each {@code discriminatorSteps}-th step. */
  @Override
  public LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed) {
    boolean turn = (point.step() + 1) % rules.turns().discriminator() == 0;
    return play(batch, point, seed, true, turn);
  }

  @Override
  public LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed, Player only) {
    return play(batch, point, seed, only == Player.DISCRIMINATOR, only == Player.GENERATOR);
  }

  private LossTerms play(
      ImageBatch batch, TrainingPoint point, Seed seed, boolean judging, boolean drawing) {
    RowChunks.checkShape(batch, shape);
    int[] labels = classes.apply(batch);
    double factor = rules.schedule().factor(point);
    Matrix real = real(batch, 0, batch.count());
    Matrix generated = draw(batch.count(), labels, seed.derive("codes"));
    if (!firstRowIsFinite(generated)) {
      return terms(Judgement.DIVERGED);
    }
    RandomGenerator random = seed.derive("judging").generator();
    Judgement judgement;
    if (judging) {
      judgement = objective.learn(real, replay.exchange(generated, random), labels, random);
      moveDiscriminator(factor);
    } else {
      judgement = objective.measure(real, generated, labels, random);
    }
    if (drawing) {
      judgement = judgement.withGeneratorLoss(moveGenerator(generated, labels, factor, seed));
    }
    return terms(judgement);
  }

  /**
   * A generator that has diverged draws no numbers in any row. Its losses say so: the discriminator
   * would refuse them as a mistake of the program.
   */
  private boolean firstRowIsFinite(Matrix generated) {
    for (int i = 0; i < shape.size(); i++) {
      if (!Float.isFinite(generated.buffer().get(i))) {
        return false;
      }
    }
    return true;
  }

  private void moveDiscriminator(double factor) {
    discriminator.network().update(factor);
    clipping.ifPresent(
        limit ->
            limit.apply(
                discriminator.network().parameters(), discriminator.network().parameterCount()));
  }

  /** All its updates; what it lost before the first. */
  private double moveGenerator(Matrix generated, int[] labels, double factor, Seed seed) {
    double loss = objective.teach(generator, generated, labels);
    generator.update(factor);
    for (int i = 1; i < rules.turns().generator(); i++) {
      Matrix more = draw(generated.rows(), labels, seed.derive("more-codes", i));
      objective.teach(generator, more, labels);
      generator.update(factor);
    }
    return loss;
  }

  private Matrix draw(int rows, int[] labels, Seed seed) {
    RandomGenerator random = seed.generator();
    float[] codes = new float[rows * generator.latent()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (float) random.nextGaussian();
    }
    return generator.draw(codes, labels);
  }

  /** Batch normalisation uses its running averages, as it does when images are drawn for use. */
  @Override
  public LossTerms evaluate(ImageBatch batch, TrainingPoint point, Seed seed) {
    RowChunks.checkShape(batch, shape);
    int[] labels = classes.apply(batch);
    float[] codes =
        LatentCodes.standardNormal(batch.count(), generator.latent(), seed, "codes").values();
    RandomGenerator random = seed.derive("judging").generator();
    Judgement[] sum = {Judgement.NONE};
    RowChunks.forEach(
        batch.count(),
        (from, rows) -> {
          int[] some = labels.length == 0 ? labels : Arrays.copyOfRange(labels, from, from + rows);
          Matrix generated = generator.infer(codes, from, rows, labels);
          Judgement part = objective.measure(real(batch, from, rows), generated, some, random);
          sum[0] = sum[0].plus(part, (double) rows / batch.count());
        });
    return terms(sum[0]);
  }

  private LossTerms terms(Judgement judgement) {
    return judgement.terms(
        rules.loss() == AdversarialLoss.WASSERSTEIN, rules.restraint().penalty() > 0);
  }

  /** Real images as the players see them, -1 to 1. */
  private Matrix real(ImageBatch batch, int from, int rows) {
    int length = rows * shape.size();
    if (scaled.length < length) {
      scaled = new float[length];
    }
    int offset = from * shape.size();
    for (int i = 0; i < length; i++) {
      scaled[i] = 2 * batch.pixels()[offset + i] - 1;
    }
    return realInput.fill(scaled, 0, rows);
  }

  @Override
  public Tensors optimizerState() {
    Map<String, Tensor> state = new LinkedHashMap<>(group.optimizerState().byName());
    generator.average().ifPresent(average -> state.putAll(average.state().byName()));
    return replay.addedTo(new Tensors(state));
  }

  @Override
  public void setOptimizerState(Tensors state) {
    replay.check(state);
    generator.average().ifPresent(average -> average.check(state));
    group.setOptimizerState(state);
    generator.average().ifPresent(average -> average.setState(state));
    replay.set(state);
  }

  /** Gives native memory back; the players stay open. */
  @Override
  public void close() {
    objective.close();
    replay.close();
    realInput.close();
  }
}
