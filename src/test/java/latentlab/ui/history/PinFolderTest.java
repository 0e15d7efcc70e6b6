package latentlab.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.data.image.ImageFile;
import latentlab.models.origin.DescribedPicture;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.origin.ModelReference;
import latentlab.ui.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinFolderTest {

  private static final ImageShape SHAPE = new ImageShape(2, 3, 1);
  private static final ImageOrigin ORIGIN =
      ImageOrigin.of(new ModelReference("m", "M", "f", Optional.empty(), "d"), "latent-space");

  @TempDir Path folder = Path.of("");

  private final Deque<Runnable> background = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();
  private final PinList pins = new PinList();
  private long time = 1_000;

  @Test
  void pinsComeBackInTheirOrderWithTheirOrigins() {
    open(pins);
    Pin first = pin(3, 2, 1);
    Pin second = pin(1, 1, 2);
    pins.add(first);
    pins.add(second);
    work();
    PinList next = new PinList();
    open(next);
    work();

    assertThat(next.pins())
        .extracting(Pin::origin)
        .containsExactly(second.origin(), first.origin());
    Pin back = next.pins().get(1);
    assertThat(back.columns()).isEqualTo(2);
    assertThat(back.images().shape()).isEqualTo(SHAPE);
    assertThat(back.images().pixels()).isEqualTo(first.images().pixels());
    assertThat(next.shown().get()).as("the strip stays as it is").isFalse();
    assertThat(told).isEmpty();
  }

  @Test
  void theFolderIsMadeWithTheFirstPin() {
    Path deep = folder.resolve("not").resolve("yet");
    open(deep, pins);
    work();
    assertThat(deep).doesNotExist();
    pins.add(pin(1, 1, 1));
    work();

    assertThat(deep).isDirectoryContaining("glob:**.png");
  }

  @Test
  void removedPinsDoNotComeBack() {
    open(pins);
    pins.add(pin(1, 1, 1));
    pins.add(pin(1, 1, 2));
    pins.add(pin(1, 1, 3));
    work();
    assertThat(files()).hasSize(3);
    pins.remove(pins.pins().get(1));
    work();
    assertThat(files()).hasSize(2);
    pins.clear();
    work();

    assertThat(files()).isEmpty();
  }

  @Test
  void pinsThatComeBackCanBeRemoved() {
    open(pins);
    pins.add(pin(1, 1, 1));
    work();
    PinList next = new PinList();
    open(next);
    work();
    next.clear();
    work();

    assertThat(files()).isEmpty();
  }

  @Test
  void theOldestGiveWay() {
    open(pins);
    for (int i = 0; i < PinList.MOST_PINS + 5; i++) {
      pins.add(pin(1, 1, i));
    }
    work();

    assertThat(files()).hasSize(PinList.MOST_PINS);
  }

  @Test
  void whatWasPinnedBeforeTheFolderWasReadStaysInFront() {
    open(pins);
    pins.add(pin(1, 1, 1));
    work();
    PinList next = new PinList();
    open(next);
    Pin early = pin(1, 1, 2);
    next.add(early);
    work();

    assertThat(next.pins()).hasSize(2).startsWith(early);
    assertThat(files()).hasSize(2);
  }

  @Test
  void filesOfOthersAreLeftAlone() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    Files.writeString(folder.resolve("pin-x.png"), "mine");
    Files.createDirectory(folder.resolve("pin-7.png"));
    open(pins);
    work();
    pins.add(pin(1, 1, 1));
    pins.clear();
    work();

    assertThat(files()).hasSize(3);
    assertThat(told).isEmpty();
  }

  @Test
  void unsoundFilesAreToldOfAndLeftOut() throws IOException {
    open(pins);
    pins.add(pin(1, 1, 1));
    work();
    Files.write(folder.resolve("pin-5000.png"), new byte[100]);
    Files.writeString(folder.resolve("pin-5001.png"), "", StandardCharsets.UTF_8);
    PinList next = new PinList();
    open(next);
    work();

    assertThat(next.pins()).hasSize(1);
    assertThat(told).singleElement().asString().contains("pin-5001.png");
  }

  @Test
  void picturesThatAreNotDividedAsTheySayAreLeftOut() {
    for (String wrong :
        List.of(
            "",
            "2 3 1 1",
            "2 3 1 1 1 1",
            "0 3 1 1 1",
            "2 3 2 1 1",
            "2 3 1 0 1",
            "2 3 1 -1 1",
            "2 3 1 4096 4096",
            "1024 1024 3 4096 64",
            "99999999999 3 1 1 1",
            "2 2 1 1 1",
            "2 3 1 2 1")) {
      write("pin-1.png", Map.of(PinFile.KEYWORD, wrong));
      PinList next = new PinList();
      open(next);
      work();
      assertThat(next.pins()).as(wrong).isEmpty();
      assertThat(told).as(wrong).hasSize(1);
      told.clear();
    }
    write("pin-1.png", Map.of());
    open(pins);
    work();
    assertThat(pins.pins()).isEmpty();
  }

  @Test
  void aFullDiskIsToldOf() throws IOException {
    Path blocked = folder.resolve("file");
    Files.writeString(blocked, "in the way");
    open(blocked, pins);
    pins.add(pin(1, 1, 1));
    work();

    assertThat(pins.pins()).hasSize(1);
    assertThat(told).singleElement().asString().contains("cannot write");
  }

  private void write(String name, Map<String, String> more) {
    Map<String, String> texts = new HashMap<>(DescribedPicture.texts(ORIGIN));
    texts.putAll(more);
    ImageFile.write(folder.resolve(name), pin(1, 1, 1).images(), 1, texts);
  }

  private void open(PinList list) {
    open(folder, list);
  }

  private void open(Path where, PinList list) {
    new PinFolder(
            where, list, background::add, Runnable::run, told::add, () -> time++, Messages.load())
        .open();
  }

  private void work() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  private List<Path> files() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Images of bytes, which a PNG keeps exactly. */
  private static Pin pin(int count, int columns, long seed) {
    float[] pixels = new float[count * SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (i + seed) % 50 / 255f;
    }
    return new Pin(ImageBatch.unlabelled(SHAPE, pixels), columns, ORIGIN.withSeed(seed));
  }
}
