package latentlab.models.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.normalization.BatchNormalization;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.failure.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionalPlayersTest {

  private static ConvolutionalPlayers players(ImageShape images) {
    return new ConvolutionalPlayers(images, 2, WeightRule.NARROW);
  }

  @ParameterizedTest
  @CsvSource({"28,28,1,3", "8,8,1,1", "9,8,1,1", "32,32,3,3", "64,64,3,4", "92,112,1,4", "8,8,3,1"})
  void drawAndReadImagesOfAnySize(int height, int width, int channels, int halvings) {
    ConvolutionalPlayers players = players(new ImageShape(height, width, channels));

    NetworkPlan drawing =
        NetworkPlan.sequence("generator", FeatureShape.vector(5), players.drawing());
    List<UnaryConfiguration> judging = players.judging(true);
    long convolutions = judging.stream().filter(Convolution.class::isInstance).count();
    judging.add(players.logits(1));
    NetworkPlan reading = NetworkPlan.sequence("discriminator", players.image(), judging);

    assertThat(drawing.outputs().get(0).shape())
        .isEqualTo(new FeatureShape(height, width, channels));
    assertThat(reading.outputs().get(0).shape().size()).isEqualTo(1);
    assertThat(convolutions).isEqualTo(halvings);
  }

  @Test
  void theFirstConvolutionAndTheImageAreNotNormalised() {
    ConvolutionalPlayers players = players(new ImageShape(32, 32, 3));

    List<UnaryConfiguration> judging = players.judging(true);
    List<UnaryConfiguration> drawing = players.drawing();

    assertThat(judging.get(1)).isEqualTo(new Activation(ActivationFunction.LEAKY_RELU));
    assertThat(judging.get(3)).isEqualTo(new BatchNormalization());
    assertThat(drawing.get(drawing.size() - 1)).isEqualTo(new Activation(ActivationFunction.TANH));
    assertThat(drawing.get(drawing.size() - 2)).isNotInstanceOf(BatchNormalization.class);
    assertThat(drawing).contains(new BatchNormalization());
  }

  @Test
  void aCriticHasNoBatchNormalisation() {
    assertThat(players(new ImageShape(32, 32, 1)).judging(false))
        .doesNotContain(new BatchNormalization());
  }

  @Test
  void refusesImagesThatAreTooSmall() {
    assertThatThrownBy(() -> players(new ImageShape(7, 28, 1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("8 pixels");
  }
}
