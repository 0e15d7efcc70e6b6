package latentlab.models.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.engine.losses.AdversarialLoss;
import latentlab.failure.InvalidInputException;
import latentlab.models.AdversarialTerms;
import latentlab.models.AdversarialTrainer.Player;
import latentlab.models.InversionSettings;
import latentlab.models.LatentCodes;
import latentlab.models.LossTerms;
import latentlab.models.TrainingPoint;
import latentlab.models.networks.RateSchedule;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdversarialTrainingTest {

  private static final int STEPS = 12;

  private static AdversarialRules plain() {
    return AdversarialRules.of(AdversarialLoss.NON_SATURATING, RateSchedule.CONSTANT);
  }

  private static AdversarialRules wasserstein() {
    return AdversarialRules.of(AdversarialLoss.WASSERSTEIN, RateSchedule.CONSTANT);
  }

  private static LossTerms step(AdversarialModel model, int step) {
    return model
        .trainer()
        .step(SmallPlayers.batch(6, step), new TrainingPoint(step, STEPS), new Seed(step));
  }

  private static float[] weights(AdversarialModel model, String player) {
    return model.weights().get(player + ".0.weight").values();
  }

  @ParameterizedTest
  @EnumSource(Player.class)
  void aPlayerMovesAlone(Player player) {
    try (AdversarialModel model = SmallPlayers.model(plain())) {
      float[] generator = weights(model, "generator");
      float[] discriminator = weights(model, "discriminator");

      model.trainer().step(SmallPlayers.batch(6, 1), new TrainingPoint(0, 1), new Seed(1), player);

      assertThat(Arrays.equals(weights(model, "generator"), generator))
          .isEqualTo(player == Player.DISCRIMINATOR);
      assertThat(Arrays.equals(weights(model, "discriminator"), discriminator))
          .isEqualTo(player == Player.GENERATOR);
    }
  }

  /** The generator's images were drawn before the discriminator moved, and are still its own. */
  @Test
  void aStepIsAMoveOfTheDiscriminatorAndThenOneOfTheGenerator() {
    try (AdversarialModel together = SmallPlayers.model(plain());
        AdversarialModel apart = SmallPlayers.model(plain())) {
      ImageBatch batch = SmallPlayers.batch(6, 1);
      TrainingPoint point = new TrainingPoint(0, 1);

      LossTerms both = together.trainer().step(batch, point, new Seed(1));
      LossTerms first = apart.trainer().step(batch, point, new Seed(1), Player.DISCRIMINATOR);
      LossTerms second = apart.trainer().step(batch, point, new Seed(1), Player.GENERATOR);

      assertThat(weights(together, "discriminator")).isEqualTo(weights(apart, "discriminator"));
      assertThat(weights(together, "generator")).isEqualTo(weights(apart, "generator"));
      assertThat(part(both, AdversarialTerms.DISCRIMINATOR))
          .isEqualTo(part(first, AdversarialTerms.DISCRIMINATOR));
      assertThat(part(both, AdversarialTerms.GENERATOR))
          .isEqualTo(part(second, AdversarialTerms.GENERATOR));
    }
  }

  @Test
  void theGeneratorHasItsTurnAfterTheStepsOfTheDiscriminator() {
    try (AdversarialModel model = SmallPlayers.model(plain().withSteps(3, 1))) {
      for (int step = 0; step < 6; step++) {
        float[] before = weights(model, "generator");
        float[] discriminator = weights(model, "discriminator");

        step(model, step);

        assertThat(Arrays.equals(weights(model, "generator"), before)).isEqualTo(step % 3 != 2);
        assertThat(weights(model, "discriminator")).isNotEqualTo(discriminator);
      }
    }
  }

  @Test
  void aTurnOfSeveralStepsBringsTheGeneratorFurther() {
    try (AdversarialModel once = SmallPlayers.model(plain());
        AdversarialModel often = SmallPlayers.model(plain().withSteps(1, 4))) {
      float[] start = weights(once, "generator");
      step(once, 0);
      step(often, 0);

      assertThat(weights(often, "discriminator")).isEqualTo(weights(once, "discriminator"));
      assertThat(distance(weights(often, "generator"), start))
          .isGreaterThan(1.5 * distance(weights(once, "generator"), start));
    }
  }

  private static double distance(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return Math.sqrt(sum);
  }

  /** The first step of Adam moves each weight by the learning rate. */
  @Test
  void eachPlayerHasALearningRateOfItsOwnAndTheScheduleLowersBoth() {
    AdversarialRules rules =
        AdversarialRules.of(AdversarialLoss.NON_SATURATING, RateSchedule.COSINE);
    try (AdversarialModel model = SmallPlayers.model(rules, 1e-2, 4e-2)) {
      float[] generator = weights(model, "generator");
      float[] discriminator = weights(model, "discriminator");
      TrainingPoint point = new TrainingPoint(5, 10);

      model.trainer().step(SmallPlayers.batch(6, 1), point, new Seed(1));

      float factor = (float) RateSchedule.COSINE.factor(point);
      assertThat(Math.abs(weights(model, "generator")[0] - generator[0]))
          .isCloseTo(factor * 1e-2f, within(1e-5f));
      assertThat(Math.abs(weights(model, "discriminator")[0] - discriminator[0]))
          .isCloseTo(factor * 4e-2f, within(1e-5f));
    }
  }

  @Test
  void clippedParametersStayWithinTheirLimit() {
    try (AdversarialModel model = SmallPlayers.model(wasserstein().restrained(0.05, 0))) {
      step(model, 0);

      Map<String, Tensor> weights = new LinkedHashMap<>(model.weights().byName());
      weights.keySet().removeIf(name -> !name.startsWith("discriminator."));
      weights
          .values()
          .forEach(
              tensor -> {
                for (float weight : tensor.values()) {
                  assertThat(weight).isBetween(-0.05f, 0.05f);
                }
              });
      assertThat(weights(model, "discriminator")).contains(0.05f);
    }
  }

  @Test
  void theTotalIsTheSumOfBothLosses() {
    try (AdversarialModel model = SmallPlayers.model(wasserstein().restrained(0, 10))) {
      LossTerms loss = step(model, 0);

      assertThat(loss.parts())
          .containsOnlyKeys(
              "discriminator", "generator", "wasserstein", "penalty", "gradient_norm");
      assertThat(loss.total()).isEqualTo(part(loss, "discriminator") + part(loss, "generator"));
      assertThat(part(loss, "discriminator"))
          .isCloseTo(part(loss, "penalty") - part(loss, "wasserstein"), within(1e-6));
    }
  }

  @Test
  void probabilitiesAreReportedWhereTheDiscriminatorGivesSome() {
    try (AdversarialModel model = SmallPlayers.model(plain())) {
      LossTerms loss = step(model, 0);

      assertThat(loss.parts()).containsOnlyKeys("discriminator", "generator", "d_real", "d_fake");
      assertThat(part(loss, "d_real")).isBetween(0.0, 1.0);
      assertThat(part(loss, "d_fake")).isBetween(0.0, 1.0);
    }
  }

  @Test
  void criticsComeNearToSlopesOfOne() {
    try (AdversarialModel model = SmallPlayers.model(wasserstein().restrained(0, 10))) {
      ImageBatch batch = SmallPlayers.batch(32, 1);
      for (int step = 0; step < 200; step++) {
        model.trainer().step(batch, new TrainingPoint(0, 1), new Seed(step), Player.DISCRIMINATOR);
      }

      LossTerms loss = model.trainer().evaluate(batch, new TrainingPoint(0, 1), new Seed(1));

      assertThat(part(loss, "gradient_norm")).isBetween(0.8, 1.2);
    }
  }

  @Test
  void anEvaluationInPartsIsThatOfTheWhole() {
    try (AdversarialModel model = SmallPlayers.model(plain())) {
      TrainingPoint point = new TrainingPoint(0, 1);
      ImageBatch whole = SmallPlayers.batch(700, 1);
      float[] first = Arrays.copyOf(whole.pixels(), 400 * SmallPlayers.PIXELS);

      double all = part(model.trainer().evaluate(whole, point, new Seed(1)), "d_real");
      double some =
          part(
              model
                  .trainer()
                  .evaluate(
                      ImageBatch.unlabelled(SmallPlayers.IMAGES.shape(), first),
                      point,
                      new Seed(1)),
              "d_real");

      float[] rest =
          Arrays.copyOfRange(whole.pixels(), 400 * SmallPlayers.PIXELS, 700 * SmallPlayers.PIXELS);
      double others =
          part(
              model
                  .trainer()
                  .evaluate(
                      ImageBatch.unlabelled(SmallPlayers.IMAGES.shape(), rest), point, new Seed(1)),
              "d_real");
      assertThat(all).isCloseTo((4 * some + 3 * others) / 7, within(1e-6));
    }
  }

  @Test
  void aReplayBufferChangesWhatTheDiscriminatorLearnsFromTheSecondStepOn() {
    try (AdversarialModel without = SmallPlayers.model(plain());
        AdversarialModel with = SmallPlayers.model(plain().replaying(8, 0.5))) {
      step(without, 0);
      step(with, 0);
      assertThat(weights(with, "discriminator")).isEqualTo(weights(without, "discriminator"));
      step(without, 1);
      step(with, 1);
      assertThat(weights(with, "discriminator")).isNotEqualTo(weights(without, "discriminator"));
    }
  }

  @Test
  void goesOnFromItsStateToTheResultOfAnUnbrokenTraining() {
    AdversarialRules rules = plain().smoothed(0.1).withSteps(2, 2).replaying(20, 0.5);
    try (AdversarialModel unbroken = SmallPlayers.model(rules);
        AdversarialModel resumed = SmallPlayers.model(rules)) {
      for (int step = 0; step < 5; step++) {
        step(unbroken, step);
      }
      step(resumed, 9);
      resumed.setWeights(unbroken.weights());
      resumed.trainer().setOptimizerState(unbroken.trainer().optimizerState());

      for (int step = 5; step < STEPS; step++) {
        assertThat(step(resumed, step)).isEqualTo(step(unbroken, step));
      }
      unbroken
          .weights()
          .byName()
          .forEach(
              (name, tensor) ->
                  assertThat(resumed.weights().get(name).values()).isEqualTo(tensor.values()));
    }
  }

  @Test
  void refusesAStateWithABrokenBufferAndKeepsAllOfItsOwn() {
    try (AdversarialModel model = SmallPlayers.model(plain().replaying(8, 0.5))) {
      step(model, 0);
      Tensors before = model.trainer().optimizerState();
      step(model, 1);
      Map<String, Tensor> broken = new LinkedHashMap<>(model.trainer().optimizerState().byName());
      broken.put("replay.filled", Tensor.vector(99));
      model.trainer().setOptimizerState(before);

      assertThatThrownBy(() -> model.trainer().setOptimizerState(new Tensors(broken)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("replay.filled");
      before
          .byName()
          .forEach(
              (name, tensor) ->
                  assertThat(model.trainer().optimizerState().get(name).values())
                      .isEqualTo(tensor.values()));
    }
  }

  @Test
  void aGeneratorThatDivergesIsReportedByItsLosses() {
    try (AdversarialModel model = SmallPlayers.model(plain(), 3e38, 1e-2)) {
      LossTerms loss = step(model, 0);
      for (int step = 1; loss.isFinite() && step < STEPS; step++) {
        loss = step(model, step);
      }

      assertThat(loss.total()).isNaN();
    }
  }

  @Test
  void findsTheCodesOfItsOwnImages() {
    try (AdversarialModel model = SmallPlayers.model(plain())) {
      ImageBatch drawn = model.sample(3, new Seed(1));

      LatentCodes found =
          model.invert(
              drawn,
              new InversionSettings(100, 2, 100, 0.1, 0),
              new Seed(2),
              Progress.NONE,
              new Cancellation());

      assertThat(model.decode(found).pixels())
          .usingComparatorWithPrecision(0.02f)
          .containsExactly(drawn.pixels());
    }
  }

  @Test
  void refusesImagesOfAnotherSize() {
    try (AdversarialModel model = SmallPlayers.model(plain())) {
      ImageBatch other = ImageBatch.unlabelled(new ImageShape(3, 3, 1), new float[9]);

      assertThatThrownBy(() -> model.trainer().step(other, new TrainingPoint(0, 1), new Seed(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("3x3");
    }
  }

  private static double part(LossTerms loss, String name) {
    return Objects.requireNonNull(loss.parts().get(name));
  }
}
