package latentlab.models.adversarial;

import static latentlab.engine.primitives.ActivationFunction.LEAKY_RELU;
import static latentlab.engine.primitives.ActivationFunction.TANH;
import static latentlab.models.adversarial.SmallPlayers.LATENT;
import static latentlab.models.adversarial.SmallPlayers.PIXELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.losses.AdversarialLoss;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveTest {

  private static final int ROWS = 5;
  private static final int[] LABELS = {0, 1, 1, 0, 1};
  private static final int CLASSES = 2;

  private final float[] codes = SmallPlayers.normal(ROWS * LATENT, 1);
  private final Matrix real = bounded(SmallPlayers.normal(ROWS * PIXELS, 2));
  private final Matrix generated = bounded(SmallPlayers.normal(ROWS * PIXELS, 3));

  private static Matrix bounded(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.tanh(0.3 * values[i]);
    }
    return SmallPlayers.matrix(ROWS, PIXELS, values);
  }

  private static AdversarialRules rules(AdversarialLoss loss) {
    return AdversarialRules.of(loss, RateSchedule.CONSTANT);
  }

  private static Discriminator discriminator(int classes) {
    return new Discriminator(
        SmallPlayers.discriminatorNetwork(1e-2, Discriminator.outputs(classes), TANH), classes);
  }

  private static double meanLogit(
      Discriminator discriminator, Matrix images, DoubleUnaryOperator value) {
    Matrix logits = discriminator.infer(images, LABELS);
    double sum = 0;
    for (int r = 0; r < ROWS; r++) {
      sum += value.applyAsDouble(logits.buffer().get(r));
    }
    return sum / ROWS;
  }

  private static double softplus(double x) {
    return Math.log1p(Math.exp(x));
  }

  @ParameterizedTest
  @EnumSource(AdversarialLoss.class)
  void theGeneratorLearnsThroughTheDiscriminator(AdversarialLoss loss) {
    for (int classes : new int[] {0, CLASSES}) {
      try (Generator generator = new Generator(SmallPlayers.generatorNetwork(1e-2), LATENT, 0);
          Discriminator discriminator = discriminator(classes);
          Objective objective = new Objective(discriminator, PIXELS, rules(loss))) {
        double lost = objective.teach(generator, generator.draw(codes, LABELS), LABELS);

        assertThat(lost).isCloseTo(taught(generator, objective), within(1e-6));
        objective.teach(generator, generator.draw(codes, LABELS), LABELS);
        CentralDifferences.check(generator.network(), () -> taught(generator, objective));
      }
    }
  }

  private double taught(Generator generator, Objective objective) {
    Matrix drawn = generator.infer(codes, 0, ROWS, LABELS);
    return objective.measure(real, drawn, LABELS, new Seed(1).generator()).generatorLoss();
  }

  @ParameterizedTest
  @EnumSource(AdversarialLoss.class)
  void theDiscriminatorLearnsFromBothBatches(AdversarialLoss loss) {
    for (int classes : new int[] {0, CLASSES}) {
      try (Discriminator discriminator = discriminator(classes);
          Objective objective = new Objective(discriminator, PIXELS, rules(loss))) {
        Judgement learnt = objective.learn(real, generated, LABELS, new Seed(1).generator());

        assertThat(learnt)
            .isEqualTo(objective.measure(real, generated, LABELS, new Seed(1).generator()));
        CentralDifferences.check(
            discriminator.network(),
            () -> objective.measure(real, generated, LABELS, new Seed(1).generator()).loss());
      }
    }
  }

  @Test
  void theTermsAreThoseOfThePaper() {
    try (Discriminator discriminator = discriminator(0);
        Objective objective =
            new Objective(discriminator, PIXELS, rules(AdversarialLoss.NON_SATURATING))) {
      Judgement judgement = objective.measure(real, generated, LABELS, new Seed(1).generator());

      double onReal = meanLogit(discriminator, real, l -> softplus(-l));
      double onGenerated = meanLogit(discriminator, generated, ObjectiveTest::softplus);
      assertThat(judgement.loss()).isCloseTo(onReal + onGenerated, within(1e-6));
      assertThat(judgement.generatorLoss())
          .isCloseTo(meanLogit(discriminator, generated, l -> softplus(-l)), within(1e-6));
      assertThat(judgement.real())
          .isCloseTo(meanLogit(discriminator, real, l -> 1 / (1 + Math.exp(-l))), within(1e-6));
      assertThat(judgement.generated())
          .isCloseTo(
              meanLogit(discriminator, generated, l -> 1 / (1 + Math.exp(-l))), within(1e-6));
    }
  }

  /** The cross-entropy from a target of 1 - s is that from 1 and s times the logit. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3})
  void smoothedLabelsAddTheirPartOfTheLogitsOfRealImages(double smoothing) {
    AdversarialRules plain = rules(AdversarialLoss.NON_SATURATING);
    try (Discriminator discriminator = discriminator(0);
        Objective hard = new Objective(discriminator, PIXELS, plain);
        Objective smooth = new Objective(discriminator, PIXELS, plain.smoothed(smoothing))) {
      Judgement one = hard.measure(real, generated, LABELS, new Seed(1).generator());
      Judgement other = smooth.measure(real, generated, LABELS, new Seed(1).generator());

      double logit = meanLogit(discriminator, real, l -> l);
      assertThat(other.loss() - one.loss()).isCloseTo(smoothing * logit, within(1e-6));
      assertThat(other.generatorLoss()).isEqualTo(one.generatorLoss());
      smooth.learn(real, generated, LABELS, new Seed(1).generator());
      CentralDifferences.check(
          discriminator.network(),
          () -> smooth.measure(real, generated, LABELS, new Seed(1).generator()).loss());
    }
  }

  /** A linear critic has the same slope everywhere: the length of its weights. */
  @Test
  void thePenaltyMeasuresTheLengthOfTheSlope() {
    Network linear = SmallPlayers.linearNetwork();
    try (Discriminator critic = new Discriminator(linear, 0);
        Objective objective =
            new Objective(critic, PIXELS, rules(AdversarialLoss.WASSERSTEIN).restrained(0, 10))) {
      double square = 0;
      for (float weight : linear.weights().get("discriminator.0.weight").values()) {
        square += weight * weight;
      }
      double norm = Math.sqrt(square);

      Judgement learnt = objective.learn(real, generated, LABELS, new Seed(1).generator());

      assertThat(learnt.norm()).isCloseTo(norm, within(1e-5));
      assertThat(learnt.penalty()).isCloseTo(10 * (norm - 1) * (norm - 1), within(1e-4));
      assertThat(learnt.loss())
          .isCloseTo(
              meanLogit(critic, generated, l -> l) - meanLogit(critic, real, l -> l), within(1e-5));
    }
  }

  @Test
  void theGradientOfThePenaltyIsAddedToThatOfTheLoss() {
    AdversarialRules free = rules(AdversarialLoss.WASSERSTEIN);
    try (Discriminator critic =
            new Discriminator(SmallPlayers.discriminatorNetwork(1e-2, 1, LEAKY_RELU), 0);
        Objective without = new Objective(critic, PIXELS, free);
        Objective light = new Objective(critic, PIXELS, free.restrained(0, 1));
        Objective heavy = new Objective(critic, PIXELS, free.restrained(0, 3))) {
      String name = "discriminator.0.weight";
      float[] none = gradient(without, critic, name);
      float[] one = gradient(light, critic, name);
      float[] three = gradient(heavy, critic, name);

      assertThat(one).isNotEqualTo(none);
      for (int i = 0; i < none.length; i++) {
        assertThat(three[i] - none[i]).isCloseTo(3 * (one[i] - none[i]), within(1e-4f));
      }
    }
  }

  private float[] gradient(Objective objective, Discriminator critic, String name) {
    objective.learn(real, generated, LABELS, new Seed(1).generator());
    return critic.network().gradients().get(name).values();
  }

  @Test
  void teachingLeavesTheDiscriminatorWithoutAGradient() {
    try (Generator generator = new Generator(SmallPlayers.generatorNetwork(1e-2), LATENT, 0);
        Discriminator discriminator = discriminator(0);
        Objective objective =
            new Objective(discriminator, PIXELS, rules(AdversarialLoss.NON_SATURATING))) {
      objective.learn(real, generated, LABELS, new Seed(1).generator());
      Tensors before = discriminator.network().gradients();

      objective.teach(generator, generator.draw(codes, LABELS), LABELS);

      discriminator
          .network()
          .gradients()
          .byName()
          .forEach((name, g) -> assertThat(g.values()).isEqualTo(before.get(name).values()));
    }
  }

  @Test
  void aClassHasALogitOfItsOwn() {
    try (Discriminator discriminator = discriminator(CLASSES)) {
      float[] first = new float[ROWS];
      discriminator.infer(real, new int[] {0, 0, 0, 0, 0}).copyTo(first);
      float[] second = new float[ROWS];
      discriminator.infer(real, new int[] {0, 1, 0, 1, 0}).copyTo(second);

      assertThat(second[0]).isEqualTo(first[0]);
      assertThat(second[1]).isNotEqualTo(first[1]);
      assertThat(second[4]).isEqualTo(first[4]);
    }
  }
}
