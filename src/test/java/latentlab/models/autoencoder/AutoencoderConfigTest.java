package latentlab.models.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.ImageDomain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutoencoderConfigTest {

  @Test
  void refusesTiedWeightsInAConvolutionalNetwork() {
    refuses(Map.of("tied", "true", "network", "convolutional"), "tied weights need a dense");
  }

  @Test
  void refusesContractionWhereTheSlopeIsNotKnown() {
    refuses(Map.of("contraction", "0.1", "network", "convolutional"), "contraction needs a dense");
    refuses(Map.of("contraction", "0.1", "activation", "selu"), "SELU");
    refuses(Map.of("contraction", "0.1", "activation", "tanh"), "relu or leaky-relu");
  }

  @Test
  void contractionOfASingleLayerDoesNotCareForTheHiddenActivation() {
    Map<String, String> single =
        Map.of("contraction", "0.1", "activation", "tanh", "widths", "", "sparsity", "kl");

    assertThatCode(() -> Autoencoders.config(single)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"masking", "salt-and-pepper"})
  void refusesToReplaceMoreThanAllPixels(String corruption) {
    refuses(Map.of("corruption", corruption, "corruptionAmount", "1.5"), "from 0 to 1, not 1.5");
  }

  @ParameterizedTest
  @CsvSource({"targetActivity, 0", "targetActivity, 1", "sparsityWeight, -1", "latent, 0"})
  void refusesValuesOutsideOfTheirRange(String name, String value) {
    refuses(Map.of(name, value), name);
  }

  @Test
  void refusesMoreLayersThanAreOfUse() {
    refuses(Map.of("widths", "9,".repeat(16) + "9"), "at most 16 hidden layers, not 17");
  }

  @Test
  void refusesImagesTooSmallToPool() {
    ImageDomain tiny = new ImageDomain(new ImageShape(7, 20, 1), List.of());

    assertThatThrownBy(() -> Autoencoders.model(Map.of("network", "convolutional"), tiny))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at least 8 pixels")
        .hasMessageContaining("7x20x1");
  }

  @Test
  void tyingSparesHalfOfTheParameters() {
    ImageDomain digits = new ImageDomain(new ImageShape(28, 28, 1), List.of());
    Map<String, String> sizes = Map.of("latent", "32", "widths", "512,256");
    Map<String, String> tiedSizes = Map.of("latent", "32", "widths", "512,256", "tied", "true");
    try (AutoencoderModel untied = Autoencoders.model(sizes, digits);
        AutoencoderModel tied = Autoencoders.model(tiedSizes, digits)) {
      long weights = 784 * 512 + 512 * 256 + 256 * 32;
      assertThat(tied.parameterCount()).isEqualTo(weights + 512 + 256 + 32 + 256 + 512 + 784);
      assertThat(untied.parameterCount()).isEqualTo(tied.parameterCount() + weights);
    }
  }

  private static void refuses(Map<String, String> changes, String message) {
    assertThatThrownBy(() -> Autoencoders.config(changes))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
