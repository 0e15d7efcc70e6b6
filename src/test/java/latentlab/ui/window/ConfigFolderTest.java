package latentlab.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ConfigFolderTest {

  private final Properties properties = new Properties();

  ConfigFolderTest() {
    properties.setProperty("user.home", "/home/ada");
  }

  @Test
  void followsTheCustomOfEachSystem() {
    assertThat(on("Linux", Map.of())).isEqualTo(Path.of("/home/ada/.config/latent-lab"));
    assertThat(on("Linux", Map.of("XDG_CONFIG_HOME", "/cfg")))
        .isEqualTo(Path.of("/cfg/latent-lab"));
    assertThat(on("Mac OS X", Map.of()))
        .isEqualTo(Path.of("/home/ada/Library/Application Support/Latent Lab"));
    assertThat(on("Windows 11", Map.of("APPDATA", "/roaming")))
        .isEqualTo(Path.of("/roaming/Latent Lab"));
  }

  @Test
  void letsThePropertyWinOverTheVariable() {
    Map<String, String> environment = Map.of(ConfigFolder.VARIABLE, "/by-variable");
    assertThat(on("Linux", environment)).isEqualTo(Path.of("/by-variable"));

    properties.setProperty(ConfigFolder.PROPERTY, "/by-property");

    assertThat(on("Linux", environment)).isEqualTo(Path.of("/by-property"));
  }

  private Path on(String system, Map<String, String> environment) {
    properties.setProperty("os.name", system);
    return ConfigFolder.of(properties, environment);
  }
}
