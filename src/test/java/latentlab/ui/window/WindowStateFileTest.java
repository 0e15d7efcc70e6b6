package latentlab.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import latentlab.ui.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowStateFileTest {

  @TempDir Path folder = Path.of("");

  @Test
  void remembersWhatWasWrittenAndLeavesNothingElseBehind() throws IOException {
    WindowStateFile file = new WindowStateFile(folder.resolve("sub/window.properties"));
    WindowState state =
        new WindowState(
            Optional.of(new WindowState.Place(10, -20, 1300, 900)),
            true,
            Theme.DARK,
            "training",
            Optional.of(Language.POLISH),
            true,
            true);

    assertThat(file.write(state)).isTrue();

    assertThat(file.read()).isEqualTo(state);
    try (Stream<Path> files = Files.list(folder.resolve("sub"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void beginsAnewWithoutAFile() {
    assertThat(new WindowStateFile(folder.resolve("none")).read()).isEqualTo(WindowState.INITIAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "theme=purple",
        "language=klingon",
        "x=1\ny=2\nwidth=NaN\nheight=900",
        "x=1\ny=2",
        "x=1\ny=2\nwidth=1e300\nheight=900",
        "theme=\\u00zz",
        "x=left\ny=2\nwidth=900\nheight=900"
      })
  void ignoresABrokenFile(String content) throws IOException {
    Path path = Files.writeString(folder.resolve("window.properties"), content);

    assertThat(new WindowStateFile(path).read()).isEqualTo(WindowState.INITIAL);
  }

  @Test
  void ignoresAFileThatIsNoText() throws IOException {
    Path path = folder.resolve("window.properties");
    Files.write(path, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});

    assertThat(new WindowStateFile(path).read()).isEqualTo(WindowState.INITIAL);
  }

  @Test
  void saysWhenItCannotWrite() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    boolean written =
        new WindowStateFile(file.resolve("window.properties")).write(WindowState.INITIAL);

    assertThat(written).isFalse();
  }
}
