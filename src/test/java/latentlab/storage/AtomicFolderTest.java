package latentlab.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import latentlab.failure.OperationFailedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFolderTest {

  private static final Map<String, String> OLD = Map.of("a", "old a", "b", "old b");
  private static final Map<String, String> NEW = Map.of("a", "new a", "c", "new c");

  @TempDir Path above;
  private Path folder;
  private Path ready;
  private Path old;
  private AtomicFolder files;

  @BeforeEach
  void nameAFolder() {
    folder = above.resolve("model");
    ready = above.resolve(".model.new");
    old = above.resolve(".model.old");
    files = new AtomicFolder(folder, name -> name.length() == 1);
  }

  @Test
  void writesANewFolderAndNothingBesideIt() throws IOException {
    files.write(content(NEW));
    assertThat(read(folder)).isEqualTo(NEW);
    assertThat(names(above)).containsExactly("model");
  }

  @Test
  void replacesAllFilesAtOnce() throws IOException {
    put(folder, OLD);
    files.write(
        target -> {
          content(NEW).writeTo(target);
          assertThat(read(folder)).isEqualTo(OLD);
        });
    assertThat(read(folder)).isEqualTo(NEW);
    assertThat(names(above)).containsExactly("model");
  }

  @Test
  void keepsFilesAndFoldersThatAreNotItsOwn() throws IOException {
    put(folder, OLD);
    put(folder, Map.of("notes.txt", "mine"));
    put(folder.resolve("pictures"), Map.of("p.png", "mine too"));
    files.write(content(NEW));
    assertThat(folder.resolve("a")).hasContent("new a");
    assertThat(folder.resolve("b")).doesNotExist();
    assertThat(folder.resolve("notes.txt")).hasContent("mine");
    assertThat(folder.resolve("pictures/p.png")).hasContent("mine too");
    assertThat(names(above)).containsExactly("model");
  }

  @Test
  void keepsTheOldFolderWhenTheDiskIsFull() throws IOException {
    put(folder, OLD);
    assertThatThrownBy(
            () ->
                files.write(
                    target -> {
                      content(NEW).writeTo(target);
                      target.add(
                          "d",
                          out -> {
                            throw new IOException("No space left on device");
                          });
                    }))
        .isInstanceOf(OperationFailedException.class)
        .hasMessage("cannot write " + folder + ": No space left on device");
    assertThat(read(folder)).isEqualTo(OLD);
    assertThat(names(above)).containsExactly("model");
  }

  @Test
  void keepsTheOldFolderWhenTheContentHasADefect() throws IOException {
    put(folder, OLD);
    assertThatThrownBy(() -> files.write(content(Map.of("not-owned", "x"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> files.write(content(Map.of("/", "x"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(read(folder)).isEqualTo(OLD);
    assertThat(names(above)).containsExactly("model");
  }

  @Test
  void refusesATargetThatIsAFile() throws IOException {
    Files.writeString(folder, "a file");
    assertThatThrownBy(() -> files.write(content(NEW)))
        .isInstanceOf(OperationFailedException.class)
        .hasMessage("cannot write " + folder + ": it is a file; expected a folder");
    assertThatThrownBy(files::checkWritable).isInstanceOf(OperationFailedException.class);
    assertThat(folder).hasContent("a file");
  }

  @Test
  void tellsBeforehandThatItCannotBeWritten() throws IOException {
    Files.writeString(folder, "a file");
    AtomicFolder below = new AtomicFolder(folder.resolve("x/model"), name -> true);
    assertThatThrownBy(below::checkWritable)
        .isInstanceOf(OperationFailedException.class)
        .hasMessageStartingWith("cannot write " + folder.resolve("x/model") + ": ");
  }

  @Test
  void leavesNoTraceOfFindingOutThatItCanBeWritten() throws IOException {
    files.checkWritable();
    assertThat(names(above)).isEmpty();
  }

  @Test
  void bringsACrashAfterTheNewVersionWasCompleteToItsEndWhenWritingNext() throws IOException {
    put(folder, Map.of("a", "oldest", "notes.txt", "mine"));
    put(ready, OLD);
    files.write(content(NEW));
    assertThat(read(folder)).isEqualTo(Map.of("a", "new a", "c", "new c", "notes.txt", "mine"));
    assertThat(names(above)).containsExactly("model");
  }

  @Test
  void leavesACompleteOldVersionAloneWhenReadingWhileANewOneWaits() throws IOException {
    put(folder, OLD);
    put(ready, NEW);
    files.recover();
    assertThat(read(folder)).isEqualTo(OLD);
  }

  @Test
  void putsTheNewVersionInPlaceAfterACrashBetweenTheTwoMoves() throws IOException {
    put(old, OLD);
    put(ready, NEW);
    files.recover();
    assertThat(read(folder)).isEqualTo(NEW);
  }

  @Test
  void putsTheOldVersionBackIfThereIsNoNewOne() throws IOException {
    put(old, OLD);
    files.recover();
    assertThat(read(folder)).isEqualTo(OLD);
    assertThat(names(above)).containsExactly("model");
  }

  @Test
  void carriesOverWhatIsNotItsOwnAfterACrashBetweenTheTwoMoves() throws IOException {
    put(old, Map.of("a", "old a", "notes.txt", "mine"));
    put(ready, NEW);
    files.write(content(OLD));
    assertThat(read(folder)).isEqualTo(Map.of("a", "old a", "b", "old b", "notes.txt", "mine"));
    assertThat(names(above)).containsExactly("model");
  }

  @Test
  void removesAnOldVersionThatACrashLeftLongAgo() throws IOException {
    put(folder, NEW);
    put(old, OLD);
    files.recover();
    assertThat(read(old)).as("a writer may be about to remove it").isEqualTo(OLD);
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    files.recover();
    assertThat(read(folder)).isEqualTo(NEW);
    assertThat(names(above)).containsExactly("model");
  }

  @Test
  void doesNothingWhereNothingIsWhenReading() throws IOException {
    files.recover();
    assertThat(names(above)).isEmpty();
  }

  /** Stops a swap after each of its moves: a complete version must be there, and be found. */
  @Test
  void hasACompleteVersionAfterEachMoveOfASwap() throws IOException {
    List<Map<Path, Map<String, String>>> moments =
        List.of(
            Map.of(folder, OLD),
            Map.of(folder, OLD, ready, NEW),
            Map.of(old, OLD, ready, NEW),
            Map.of(old, OLD, folder, NEW),
            Map.of(folder, NEW));
    for (Map<Path, Map<String, String>> moment : moments) {
      clear();
      for (Map.Entry<Path, Map<String, String>> place : moment.entrySet()) {
        put(place.getKey(), place.getValue());
      }
      files.recover();
      assertThat(read(folder)).isIn(OLD, NEW);
    }
  }

  private void clear() throws IOException {
    for (Path path : List.of(folder, ready, old)) {
      PartPath.remove(path);
    }
  }

  private static AtomicFolder.FolderContent content(Map<String, String> files) {
    return target -> {
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        target.add(file.getKey(), out -> out.write(file.getValue().getBytes(UTF_8)));
      }
    };
  }

  private static void put(Path folder, Map<String, String> files) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String name : names(folder)) {
      files.put(name, Files.readString(folder.resolve(name)));
    }
    return files;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }
}
