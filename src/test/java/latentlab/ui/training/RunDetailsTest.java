package latentlab.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import latentlab.models.config.ConfigSchema;
import latentlab.models.vae.VaeConfig;
import latentlab.models.vae.VaeFamily;
import org.junit.jupiter.api.Test;

class RunDetailsTest {

  private final VaeFamily family = new VaeFamily();

  @Test
  void namesTheSettingsThatWereChangedAndNoOthers() {
    VaeConfig config =
        ConfigSchema.of(VaeConfig.class).with(family.defaultConfig(), Map.of("latent", "7"));

    assertThat(RunDetails.of(family, config, "mnist"))
        .isEqualTo("Latent dimensions 7 \u00b7 " + family.title() + " \u00b7 mnist");
    assertThat(RunDetails.of(family, family.defaultConfig(), "mnist"))
        .isEqualTo(family.title() + " \u00b7 mnist");
  }
}
