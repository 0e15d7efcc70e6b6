package latentlab.models.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import latentlab.data.ImageShape;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.shape.MaxPooling;
import latentlab.engine.primitives.FeatureShape;
import latentlab.failure.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolingArchitectureTest {

  @ParameterizedTest
  @CsvSource({
    "8, 8, 1, 4x4x32",
    "28, 28, 1, 7x7x64",
    "33, 19, 3, 9x5x64",
    "64, 64, 3, 4x4x256",
    "92, 112, 1, 6x7x256"
  })
  void poolsToHalvesRoundedUpAndDrawsTheExactSizeAgain(
      int height, int width, int channels, String deepest) {
    ImageShape images = new ImageShape(height, width, channels);
    PoolingArchitecture architecture = new PoolingArchitecture(images);
    FeatureShape shape = architecture.image();
    FeatureShape pooled = shape;
    for (UnaryConfiguration layer : architecture.reading()) {
      shape = layer.output(shape);
      pooled = layer instanceof MaxPooling ? shape : pooled;
    }
    for (UnaryConfiguration layer : architecture.drawing()) {
      shape = layer.output(shape);
    }

    assertThat(pooled).hasToString(deepest);
    assertThat(shape).isEqualTo(architecture.image());
  }

  @Test
  void refusesImagesThatCannotBeHalved() {
    assertThatThrownBy(() -> new PoolingArchitecture(new ImageShape(7, 28, 1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("7x28x1");
  }
}
