package latentlab.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFoldersFileTest {

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private Path file;

  @SuppressWarnings("NullAway.Init")
  private ModelFoldersFile models;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("settings").resolve("models.txt");
    models = new ModelFoldersFile(file);
  }

  @Test
  void remembersFoldersTheLatestLast() {
    assertThat(models.read()).isEmpty();
    assertThat(models.add(List.of(model("a"), model("z\u00fcrich b")))).isTrue();
    assertThat(models.add(List.of(model("c"), model("a")))).isTrue();

    assertThat(new ModelFoldersFile(file).read())
        .containsExactly(model("z\u00fcrich b"), model("c"), model("a"));
  }

  @Test
  void writesNoFileForNothing() {
    assertThat(models.add(List.of())).isTrue();
    assertThat(file).doesNotExist();
  }

  @Test
  void forgetsTheOldestOfMany() {
    models.add(IntStream.range(0, 25).mapToObj(i -> model("m" + i)).toList());

    assertThat(models.read()).hasSize(20).startsWith(model("m5")).endsWith(model("m24"));
  }

  @Test
  void leavesOutWhatIsNoFolderOfThisMachine() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "relative\n\n\0\n" + model("good") + "\n" + model("good") + "\n");

    assertThat(models.read()).containsExactly(model("good"));
  }

  @Test
  void doesNotWriteAFolderThatWouldBeTwoLines() {
    assertThat(models.add(List.of(model("two\nlines"), model("one")))).isTrue();

    assertThat(models.read()).containsExactly(model("one"));
  }

  @Test
  void takesABrokenFileForNone() throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {'/', (byte) 0xff, '\n'});
    assertThat(models.read()).isEmpty();

    Files.write(file, "/a\n".repeat(30_000).getBytes(StandardCharsets.UTF_8));
    assertThat(models.read()).isEmpty();
  }

  @Test
  void tellsThatItCannotBeWritten() throws IOException {
    Files.createFile(folder.resolve("settings"));

    assertThat(models.add(List.of(model("a")))).isFalse();
  }

  private Path model(String name) {
    return folder.toAbsolutePath().resolve(name);
  }
}
