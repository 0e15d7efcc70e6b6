package latentlab.data.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {

  @TempDir Path folder;

  @Test
  void readsPlainImagesOfAnyHeightAndWidth() throws IOException {
    ImageSet images = readImages(file(IdxBytes.images(4, 250)));

    assertThat(images.shape()).isEqualTo(new ImageShape(3, 2, 1));
    assertThat(images.size()).isEqualTo(4);
    assertThat(images.isLabelled()).isFalse();
    assertThat(images.imageBytes(1)).isEqualTo(IdxBytes.counting(6, 256));
  }

  @Test
  void readsGzipByItsFirstBytesWhateverTheName() throws IOException {
    Path packed = file(IdxBytes.gzip(IdxBytes.images(4, 7)));

    assertThat(readImages(packed).imageBytes(3)).isEqualTo(IdxBytes.counting(6, 7 + 18));
  }

  @Test
  void readsColourImagesWithChannelsLast() throws IOException {
    ImageSet images = readImages(file(IdxBytes.of(IdxBytes.counting(24, 0), 2, 2, 2, 3)));

    assertThat(images.shape()).isEqualTo(new ImageShape(2, 2, 3));
    assertThat(images.size()).isEqualTo(2);
  }

  @Test
  void readsImagesLargerThanOneChunkAndTellsItsProgress() throws IOException {
    byte[] pixels = IdxBytes.counting(3_000_000, 5);
    Path file = file(IdxBytes.gzip(IdxBytes.of(pixels, 3, 1000, 1000)));
    long[] last = new long[2];

    ImageSet images =
        IdxFile.readImages(
            file,
            (done, total, what) -> {
              last[0] = done;
              last[1] = total;
            },
            new Cancellation());

    assertThat(images.imageBytes(2)).isEqualTo(Arrays.copyOfRange(pixels, 2_000_000, 3_000_000));
    assertThat(last).containsExactly(3_000_000, 3_000_000);
  }

  @Test
  void stopsWhenCancelled() throws IOException {
    Path file = file(IdxBytes.of(IdxBytes.counting(3_000_000, 5), 3, 1000, 1000));
    Cancellation cancellation = new Cancellation();

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () ->
                IdxFile.readImages(
                    file, (done, total, what) -> cancellation.cancel(), cancellation));
  }

  @Test
  void readsLabels() throws IOException {
    assertThat(IdxFile.readLabels(file(IdxBytes.of(new byte[] {3, 0, (byte) 200}, 3))))
        .containsExactly(3, 0, 200);
  }

  @Test
  void refusesAMissingFile() {
    Path missing = folder.resolve("missing");

    assertRefused(() -> readImages(missing), missing, "does not exist");
  }

  @Test
  void refusesAFolder() {
    assertRefused(() -> readImages(folder), folder, "is a folder");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    Path empty = file(new byte[0]);

    assertRefused(() -> readImages(empty), empty, "is empty");
  }

  @Test
  void refusesAnUnpackedFileThatIsEmpty() throws IOException {
    Path empty = file(IdxBytes.gzip(new byte[0]));

    assertRefused(() -> readImages(empty), empty, "ends after 0 bytes of the IDX header");
  }

  @Test
  void refusesAHeaderThatIsCutShort() throws IOException {
    for (int length = 1; length < 16; length++) {
      Path cut = file(Arrays.copyOf(IdxBytes.images(4, 0), length));

      assertRefused(() -> readImages(cut), cut, "of the IDX header");
    }
  }

  @Test
  void refusesAnotherMagicNumber() throws IOException {
    Path text =
        file("this is no IDX file at all".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertRefused(() -> readImages(text), text, "starts with 0x74686973", "0x00000803");
  }

  @Test
  void refusesAnotherTypeOfValues() throws IOException {
    byte[] floats = IdxBytes.images(4, 0);
    floats[2] = 0x0d;
    Path file = file(floats);

    assertRefused(() -> readImages(file), file, "starts with 0x00000d03", "unsigned bytes");
  }

  @Test
  void refusesLabelsWhereImagesAreExpectedAndTheReverse() throws IOException {
    Path labels = file(IdxBytes.labels(4));
    assertRefused(() -> readImages(labels), labels, "starts with 0x00000801", "0x00000803");

    Path images = file(IdxBytes.images(4, 0));
    assertRefused(() -> IdxFile.readLabels(images), images, "0x00000803", "0x00000801");
  }

  @Test
  void refusesAnImageFileThatEndsEarly() throws IOException {
    byte[] whole = IdxBytes.images(4, 0);
    Path cut = file(Arrays.copyOf(whole, whole.length - 1));

    assertRefused(() -> readImages(cut), cut, "holds 23 bytes of pixels", "expected 24 bytes");
  }

  @Test
  void refusesPackedDataThatUnpacksToTooLittle() throws IOException {
    byte[] whole = IdxBytes.images(4, 0);
    Path cut = file(IdxBytes.gzip(Arrays.copyOf(whole, whole.length - 1)));

    assertRefused(() -> readImages(cut), cut, "ends after 23 bytes of pixels", "24 bytes");
  }

  @Test
  void refusesTrailingBytes() throws IOException {
    byte[] whole = IdxBytes.images(4, 0);
    Path plain = file(Arrays.copyOf(whole, whole.length + 1));
    assertRefused(() -> readImages(plain), plain, "holds 41 bytes", "40 bytes");

    Path packed = file(IdxBytes.gzip(Arrays.copyOf(whole, whole.length + 1)));
    assertRefused(() -> readImages(packed), packed, "more than 40 bytes", "40 bytes");

    byte[] labels = IdxBytes.labels(4);
    Path labelFile = file(Arrays.copyOf(labels, labels.length + 1));
    assertRefused(() -> IdxFile.readLabels(labelFile), labelFile, "13 bytes", "12 bytes");
  }

  @Test
  void refusesANegativeOrZeroSize() throws IOException {
    for (int axis = 0; axis < 3; axis++) {
      for (int size : new int[] {-1, 0, Integer.MIN_VALUE}) {
        byte[] bytes = IdxBytes.images(4, 0);
        ByteBuffer.wrap(bytes).putInt(4 + 4 * axis, size);
        Path file = file(bytes);

        assertRefused(() -> readImages(file), file, "declares size " + size, "at least 1");
      }
    }
  }

  @Test
  void refusesAHugeDeclaredSizeWithoutTakingMemoryForIt() throws IOException {
    Path plain = file(IdxBytes.of(new byte[6], 100_000_000, 4, 4));
    assertRefused(() -> readImages(plain), plain, "holds 6 bytes of pixels", "1600000000");

    Path packed = file(IdxBytes.gzip(IdxBytes.of(new byte[6], 100_000_000, 4, 4)));
    assertRefused(() -> readImages(packed), packed, "can hold no more than", "1600000000");
  }

  @Test
  void refusesSizesWhoseProductOverflows() throws IOException {
    int huge = Integer.MAX_VALUE;
    Path count = file(IdxBytes.of(new byte[6], huge, 4096, 4096));
    assertRefused(() -> readImages(count), count, "declares 36028797002186752 bytes");

    Path sides = file(IdxBytes.of(new byte[6], 1, huge, huge));
    assertRefused(() -> readImages(sides), sides, "images of 2147483647x2147483647x1");

    Path wrapping = file(IdxBytes.of(new byte[6], 1 << 30, 1 << 2, 1));
    assertRefused(() -> readImages(wrapping), wrapping, "declares 4294967296 bytes");
  }

  @Test
  void unpacksAGzipBombNoFurtherThanItsHeaderDeclares() throws IOException {
    byte[] bomb = Arrays.copyOf(IdxBytes.images(1, 0), 50_000_000);
    Path file = file(IdxBytes.gzip(bomb));

    assertRefused(() -> readImages(file), file, "more than 22 bytes", "22 bytes");
  }

  @Test
  void refusesDamagedGzip() throws IOException {
    byte[] packed = IdxBytes.gzip(IdxBytes.images(100, 0));
    Path cut = file(Arrays.copyOf(packed, packed.length - 10));
    assertRefused(() -> readImages(cut), cut, "is damaged gzip data");

    byte[] changed = packed.clone();
    changed[packed.length - 6] ^= 1;
    Path wrongChecksum = file(changed);
    assertRefused(() -> readImages(wrongChecksum), wrongChecksum, "is damaged gzip data");

    Path onlyMagic = file(new byte[] {0x1f, (byte) 0x8b});
    assertRefused(() -> readImages(onlyMagic), onlyMagic, "is damaged gzip data");
  }

  @Test
  void refusesTwoChannels() throws IOException {
    Path file = file(IdxBytes.of(new byte[16], 2, 2, 2, 2));

    assertRefused(() -> readImages(file), file, "declares 2 channels");
  }

  private static ImageSet readImages(Path file) {
    return IdxFile.readImages(file, Progress.NONE, new Cancellation());
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "test", ".idx"), content);
  }

  private static void assertRefused(ThrowingCallable action, Path file, String... parts) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(action)
        .satisfies(
            failure ->
                assertThat(failure.getMessage())
                    .startsWith(file + ": ")
                    .contains("expected")
                    .contains(parts)
                    .hasLineCount(1));
  }
}
