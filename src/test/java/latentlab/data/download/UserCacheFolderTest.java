package latentlab.data.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCacheFolderTest {

  @TempDir Path home;

  @Test
  void followsTheCustomOfEachSystem() {
    assertThat(UserCacheFolder.of("Linux", Map.of(), home))
        .isEqualTo(home.resolve(".cache/latent-lab"));
    assertThat(UserCacheFolder.of("Mac OS X", Map.of(), home))
        .isEqualTo(home.resolve("Library/Caches/latent-lab"));
    assertThat(UserCacheFolder.of("Windows 11", Map.of(), home))
        .isEqualTo(home.resolve("AppData/Local/latent-lab"));
  }

  @Test
  void followsTheEnvironment() {
    Path place = home.resolve("place");

    assertThat(UserCacheFolder.of("Linux", Map.of("XDG_CACHE_HOME", place.toString()), home))
        .isEqualTo(place.resolve("latent-lab"));
    assertThat(UserCacheFolder.of("Windows 10", Map.of("LOCALAPPDATA", place.toString()), home))
        .isEqualTo(place.resolve("latent-lab"));
  }

  @Test
  void ignoresAnEmptyOrRelativeCacheHome() {
    for (String value : new String[] {"", "relative/path"}) {
      assertThat(UserCacheFolder.of("Linux", Map.of("XDG_CACHE_HOME", value), home))
          .isEqualTo(home.resolve(".cache/latent-lab"));
    }
  }
}
