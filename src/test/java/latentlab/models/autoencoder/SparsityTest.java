package latentlab.models.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.models.LossTerms;
import latentlab.models.ModelTrainer;
import latentlab.models.TrainingPoint;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparsityTest {

  @Test
  void theDivergenceIsThatOfTwoCoins() {
    double expected = 0.05 * Math.log(0.05 / 0.2) + 0.95 * Math.log(0.95 / 0.8);

    assertThat(Sparsity.KL.term(0.2, 0.05)).isCloseTo(expected, within(1e-15));
    assertThat(Sparsity.KL.term(0.05, 0.05)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void slopesEqualCentralDifferences(Sparsity sparsity) {
    for (double activity : new double[] {0.01, 0.05, 0.5, 0.9}) {
      double h = 1e-6;
      double difference =
          (sparsity.term(activity + h, 0.05) - sparsity.term(activity - h, 0.05)) / (2 * h);
      assertThat(sparsity.slope(activity, 0.05)).isCloseTo(difference, within(1e-5));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void unitsThatAreStuckLeaveTheDivergenceFinite(double activity) {
    assertThat(Sparsity.KL.term(activity, 0.05)).isFinite().isPositive();
    assertThat(Sparsity.KL.slope(activity, 0.05)).isFinite();
  }

  @Test
  void absoluteValuesAreSummedOverTheCode() {
    ImageBatch images = Autoencoders.batch(Autoencoders.SMALL, 5);
    try (AutoencoderModel model =
        Autoencoders.model(Map.of("sparsity", "l1", "sparsityWeight", "2"), Autoencoders.SMALL)) {
      double sum = 0;
      for (float code : model.encode(images).values()) {
        assertThat(code).isNotNegative();
        sum += code;
      }
      LossTerms loss = model.trainer().evaluate(images, Autoencoders.FIRST, new Seed(1));

      assertThat(sum).isPositive();
      assertThat(loss.parts().get("sparsity")).isCloseTo(sum / 5, within(1e-6));
      assertThat(loss.parts()).containsOnlyKeys("reconstruction", "sparsity");
      assertThat(loss.total())
          .isCloseTo(squaredError(model, images) + 2 * sum / 5 / 20, within(1e-6));
    }
  }

  @Test
  void trainingBringsUnitsToTheirTargetActivity() {
    ImageBatch images = Autoencoders.batch(Autoencoders.SMALL, 30);
    Map<String, String> settings =
        Map.of("sparsity", "kl", "sparsityWeight", "10", "targetActivity", "0.1");
    try (AutoencoderModel model = Autoencoders.model(settings, Autoencoders.SMALL)) {
      ModelTrainer trainer = model.trainer();
      for (int step = 0; step < 400; step++) {
        trainer.step(images, new TrainingPoint(step, 400), new Seed(step));
      }

      float[] codes = model.encode(images).values();
      double[] activity = new double[3];
      for (int i = 0; i < codes.length; i++) {
        activity[i % 3] += codes[i] / 30;
      }
      for (double mean : activity) {
        assertThat(mean).isCloseTo(0.1, within(0.02));
      }
    }
  }

  private static double squaredError(AutoencoderModel model, ImageBatch images) {
    float[] drawn = model.reconstruct(images).pixels();
    double sum = 0;
    for (int i = 0; i < drawn.length; i++) {
      double difference = drawn[i] - images.pixels()[i];
      sum += difference * difference;
    }
    return sum / drawn.length;
  }
}
