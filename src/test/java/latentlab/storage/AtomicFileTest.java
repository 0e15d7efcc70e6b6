package latentlab.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import latentlab.failure.OperationFailedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameAFile() {
    file = folder.resolve("a.txt");
  }

  @Test
  void writesANewFileAndNothingElse() throws IOException {
    AtomicFile.write(file, text("new"));
    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void replacesAFile() throws IOException {
    Files.writeString(file, "a longer old text");
    AtomicFile.write(file, text("new"));
    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void leavesTheOldFileInPlaceWhileTheNewOneIsWritten() throws IOException {
    Files.writeString(file, "old");
    AtomicFile.write(
        file,
        out -> {
          out.write(new byte[1 << 20]);
          out.flush();
          assertThat(file).hasContent("old");
        });
    assertThat(file).hasSize(1 << 20);
  }

  @Test
  void makesMissingFoldersAboveTheFile() {
    Path deep = folder.resolve("b/c/a.txt");
    AtomicFile.write(deep, text("new"));
    assertThat(deep).hasContent("new");
  }

  @Test
  void writesThroughContentThatClosesItsStream() {
    AtomicFile.write(
        file,
        out -> {
          out.write("new".getBytes(UTF_8));
          out.close();
        });
    assertThat(file).hasContent("new");
  }

  @Test
  void keepsTheOldFileWhenTheDiskIsFull() throws IOException {
    Files.writeString(file, "old");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(OperationFailedException.class)
        .hasMessage("cannot write " + file + ": No space left on device");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void keepsTheOldFileWhenTheWorkIsCancelledOrFails() throws IOException {
    Files.writeString(file, "old");
    for (Throwable end : List.of(new CancellationException("stop"), new AssertionError("bug"))) {
      assertThatThrownBy(
              () ->
                  AtomicFile.write(
                      file,
                      out -> {
                        out.write('x');
                        throwUnchecked(end);
                      }))
          .isSameAs(end);
      assertThat(file).hasContent("old");
      assertThat(names()).containsExactly("a.txt");
    }
  }

  @Test
  void refusesATargetThatIsAFolder() throws IOException {
    Files.createDirectory(file);
    assertThatThrownBy(() -> AtomicFile.write(file, text("new")))
        .isInstanceOf(OperationFailedException.class)
        .hasMessage("cannot write " + file + ": it is a folder; expected the name of a file");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void refusesAPathThatLeadsThroughAFile() throws IOException {
    Files.writeString(file, "old");
    Path below = file.resolve("b.txt");
    assertThatThrownBy(() -> AtomicFile.write(below, text("new")))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageStartingWith("cannot write " + below + ": ")
        .hasMessageContaining("in the way");
    assertThat(file).hasContent("old");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void tellsAFolderThatDoesNotTakeFiles() {
    Path kernel = Path.of("/proc/latent-lab.txt");
    assumeTrue(
        Files.isDirectory(Path.of("/proc")), "no /proc here, which refuses files even to root");
    assertThatThrownBy(() -> AtomicFile.write(kernel, text("new")))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageMatching("cannot write /proc/latent-lab.txt: .+");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void followsASymbolicLinkInsteadOfReplacingIt() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    Files.writeString(file, "old");
    AtomicFile.write(link, text("new"));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void removesWhatACrashedWriterLeftButNotWhatAnotherMayBeWriting() throws IOException {
    Path abandoned = Files.writeString(folder.resolve(".a.txt.12-1-34.part"), "half");
    Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Files.writeString(folder.resolve(".a.txt.12-1-35.part"), "growing");
    Path other = Files.writeString(folder.resolve(".b.txt.12-1-34.part"), "half");
    Files.setLastModifiedTime(other, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    AtomicFile.write(file, text("new"));
    assertThat(names())
        .containsExactlyInAnyOrder("a.txt", ".a.txt.12-1-35.part", ".b.txt.12-1-34.part");
  }

  private static FileContent text(String text) {
    return out -> out.write(text.getBytes(UTF_8));
  }

  private static void throwUnchecked(Throwable end) {
    if (end instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) end;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }
}
