package latentlab.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import latentlab.engine.Network;
import latentlab.engine.primitives.FeatureShape;
import org.junit.jupiter.api.Test;

/** Parameters counted by hand from the layers of the same workloads in the other framework. */
class WorkloadNetworksTest {

  private static final FeatureShape IMAGE = new FeatureShape(28, 28, 1);

  @Test
  void theConvolutionalVaeHasAsManyParameters() {
    try (Network encoder = ConvVae.encoder(IMAGE);
        Network decoder = ConvVae.decoder(IMAGE)) {
      assertThat(encoder.parameterCount()).isEqualTo(1_641_568);
      assertThat(decoder.parameterCount()).isEqualTo(1_673_345);
    }
  }

  @Test
  void theDcganHasAsManyParameters() {
    try (Network generator = Dcgan.generator(IMAGE);
        Network discriminator = Dcgan.discriminator(IMAGE)) {
      assertThat(generator.parameterCount()).isEqualTo(540_225);
      assertThat(discriminator.parameterCount()).isEqualTo(138_817);
    }
  }

  @Test
  void theUnetHasAsManyParameters() {
    try (Network unet =
        Network.of(
            UnetDenoising.UNET.plan("unet", IMAGE), UnetDenoising.ADAM, UnetDenoising.SEED)) {
      assertThat(unet.parameterCount()).isEqualTo(554945);
    }
  }
}
