package latentlab.models.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import latentlab.data.ImageBatch;
import latentlab.models.LossTerms;
import latentlab.models.ModelTrainer;
import latentlab.models.TrainingPoint;
import latentlab.random.Seed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractionTest {

  private static final int ROWS = 4;
  private static final int DRAWS = 2000;

  @ParameterizedTest
  @ValueSource(strings = {"none", "l1", "kl"})
  void theEstimateHasTheSquaredNormOfTheJacobianAsItsMean(String sparsity) {
    Map<String, String> settings =
        Map.of("contraction", "1", "activation", "leaky-relu", "sparsity", sparsity);
    ImageBatch images = Autoencoders.batch(Autoencoders.SMALL, ROWS);
    try (AutoencoderModel model = Autoencoders.model(settings, Autoencoders.SMALL)) {
      model.setWeights(Autoencoders.shaken(model.weights()));
      double sum = 0;
      for (int i = 0; i < DRAWS; i++) {
        LossTerms loss = model.trainer().evaluate(images, Autoencoders.FIRST, new Seed(i));
        sum += Objects.requireNonNull(loss.parts().get("contraction"));
      }

      double exact = squaredJacobian(model, images);
      assertThat(exact).isPositive();
      assertThat(sum / DRAWS).isCloseTo(exact, within(0.05 * exact));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "kl"})
  void trainingMakesTheSlopeOfTheCodesSmall(String sparsity) {
    ImageBatch images = Autoencoders.batch(Autoencoders.SMALL, ROWS);
    Map<String, String> settings =
        Map.of("contraction", "100", "sparsity", sparsity, "learningRate", "0.01");
    try (AutoencoderModel model = Autoencoders.model(settings, Autoencoders.SMALL)) {
      double before = squaredJacobian(model, images);
      ModelTrainer trainer = model.trainer();
      for (int step = 0; step < 200; step++) {
        trainer.step(images, new TrainingPoint(step, 200), new Seed(step));
      }

      assertThat(squaredJacobian(model, images)).isLessThan(0.3 * before);
    }
  }

  /** By central differences over every pixel; the mean over the images. */
  private static double squaredJacobian(AutoencoderModel model, ImageBatch images) {
    int size = images.shape().size();
    float h = 1e-3f;
    double sum = 0;
    for (int p = 0; p < size; p++) {
      float[] up = model.encode(moved(images, p, h)).values();
      float[] down = model.encode(moved(images, p, -h)).values();
      for (int i = 0; i < up.length; i++) {
        double slope = (up[i] - down[i]) / (2 * h);
        sum += slope * slope;
      }
    }
    return sum / images.count();
  }

  private static ImageBatch moved(ImageBatch images, int pixel, float by) {
    float[] pixels = images.pixels().clone();
    for (int i = pixel; i < pixels.length; i += images.shape().size()) {
      pixels[i] += by;
    }
    return ImageBatch.unlabelled(images.shape(), pixels);
  }
}
