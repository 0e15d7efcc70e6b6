package latentlab.models.adversarial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.merge.MinibatchDiscrimination;
import latentlab.engine.layers.normalization.SpectralNormalization;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.Padding;
import org.junit.jupiter.api.Test;

class DiscriminatorLayersTest {

  private static final Convolution FIRST =
      new Convolution(2, 4, 2, Padding.SAME, WeightRule.NARROW);
  private static final Activation SECOND = new Activation(ActivationFunction.LEAKY_RELU);
  private static final List<UnaryConfiguration> HIDDEN = List.of(FIRST, SECOND);
  private static final Dense LOGITS = new Dense(1, WeightRule.GLOROT);

  @Test
  void withoutRemediesTheLayersStayAsTheyAre() {
    assertThat(new DiscriminatorLayers(0, false).of(HIDDEN, LOGITS))
        .containsExactly(FIRST, SECOND, LOGITS);
  }

  @Test
  void imagesAreComparedByTheirLastFeatures() {
    assertThat(new DiscriminatorLayers(7, false).of(HIDDEN, LOGITS))
        .containsExactly(FIRST, SECOND, new MinibatchDiscrimination(7, 5), LOGITS);
  }

  @Test
  void everyLayerWithWeightsIsBounded() {
    assertThat(new DiscriminatorLayers(0, true).of(HIDDEN, LOGITS))
        .containsExactly(
            new SpectralNormalization(FIRST), SECOND, new SpectralNormalization(LOGITS));
  }
}
