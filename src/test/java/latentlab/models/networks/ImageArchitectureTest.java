package latentlab.models.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.convolution.TransposedConvolution;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.FeatureShape;
import latentlab.failure.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageArchitectureTest {

  @ParameterizedTest
  @CsvSource({
    "28, 28, 1, 2",
    "8, 8, 1, 1",
    "32, 32, 3, 3",
    "64, 64, 3, 4",
    "92, 112, 1, 4",
    "9, 200, 2, 1",
    "300, 300, 1, 4"
  })
  void convolutionsHalveAsOftenAsTheSmallerSideAllowsAndDrawTheExactSize(
      int height, int width, int channels, int depth) {
    ImageArchitecture architecture =
        new ConvolutionalArchitecture(new ImageShape(height, width, channels));

    assertThat(architecture.reading().stream().filter(Convolution.class::isInstance))
        .hasSize(depth);
    assertThat(architecture.drawing().stream().filter(TransposedConvolution.class::isInstance))
        .hasSize(depth);
    assertThat(output(architecture.image(), architecture.reading()).size()).isEqualTo(512);
    assertThat(output(FeatureShape.vector(5), architecture.drawing()))
        .isEqualTo(new FeatureShape(height, width, channels));
  }

  @Test
  void denseNetworksMirrorTheirWidths() {
    ImageArchitecture architecture =
        ImageArchitecture.of(
            NetworkType.DENSE, new ImageShape(5, 3, 2), List.of(20, 10), HiddenActivation.RELU);

    assertThat(output(architecture.image(), architecture.reading()).size()).isEqualTo(10);
    assertThat(output(FeatureShape.vector(4), architecture.drawing().subList(0, 1)).size())
        .isEqualTo(10);
    assertThat(output(FeatureShape.vector(4), architecture.drawing()).size()).isEqualTo(30);
  }

  @Test
  void refusesImagesThatCannotBeHalved() {
    assertThatThrownBy(() -> new ConvolutionalArchitecture(new ImageShape(28, 7, 1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at least 8 pixels")
        .hasMessageContaining("28x7x1");
  }

  private static FeatureShape output(FeatureShape input, List<UnaryConfiguration> layers) {
    NetworkPlan plan = NetworkPlan.sequence("network", input, layers);
    return plan.outputs().get(0).shape();
  }
}
