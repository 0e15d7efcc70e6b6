package latentlab.data.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.data.idx.IdxBytes;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyImageFileTest {

  private static final ImageShape SHAPE = new ImageShape(3, 2, 1);
  private static final float[] PIXELS = {0, 0.25f, 0.5f, 0.75f, 1, 0.125f, 1, 0, 1, 0, 0.1f, 0.9f};

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("images.npy");
  }

  @Test
  void readsWhatItWrote() {
    ImageFile.write(file, ImageBatch.unlabelled(SHAPE, PIXELS));

    ImageBatch read = ImageFile.read(file, SHAPE);

    assertThat(read.pixels()).isEqualTo(PIXELS);
    assertThat(read.count()).isEqualTo(2);
    assertThat(read.shape()).isEqualTo(SHAPE);
  }

  @Test
  void writesTheBytesThatNumPyWrites() throws IOException {
    ImageFile.write(file, ImageBatch.unlabelled(new ImageShape(1, 2, 1), new float[] {1, 0.5f}));

    // What numpy.save writes for the same array.
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1, 2, 1), }";
    byte[] expected = bytes("\u0093NUMPY\1\0v\0" + header + " ".repeat(52) + "\n");
    expected = Arrays.copyOf(expected, 128 + 8);
    ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN).putFloat(128, 1).putFloat(132, 0.5f);
    assertThat(file).hasBinaryContent(expected);
  }

  @Test
  void leavesNoOtherFileBehind() throws IOException {
    ImageFile.write(file, ImageBatch.unlabelled(SHAPE, PIXELS));
    ImageFile.write(file, ImageBatch.unlabelled(SHAPE, PIXELS));

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void makesMissingFolders() {
    Path deep = folder.resolve("a").resolve("b").resolve("images.npy");

    ImageFile.write(deep, ImageBatch.unlabelled(SHAPE, PIXELS));

    assertThat(deep).isNotEmptyFile();
  }

  @Test
  void namesAnOutputThatCannotBeWritten() throws IOException {
    Path blocked = Files.writeString(folder.resolve("a"), "text").resolve("images.npy");

    assertThatExceptionOfType(OperationFailedException.class)
        .isThrownBy(() -> ImageFile.write(blocked, ImageBatch.unlabelled(SHAPE, PIXELS)))
        .withMessageContaining(blocked.toString())
        .withMessageContaining("cannot");
  }

  @Test
  void keepsTheOldFileWhenANewOneCannotBeWritten() throws IOException {
    Path picture = Files.writeString(folder.resolve("old.png"), "old");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                ImageFile.write(
                    picture, ImageBatch.unlabelled(SHAPE, new float[20_000 * 6]), 20_000));

    assertThat(picture).hasContent("old");
  }

  @Test
  void readsAnArrayWithoutChannels() throws IOException {
    write(header("<f4", "(1, 3, 2)"), 0f, 1f, 0.5f, 0f, 0f, 1f);

    assertThat(ImageFile.read(file, SHAPE).pixels()).containsExactly(0, 1, 0.5f, 0, 0, 1);
  }

  @Test
  void readsBytesAsPartsOf255() throws IOException {
    Files.write(
        file, concat(header("|u1", "(1, 3, 2, 1)"), new byte[] {0, -1, 51, 102, (byte) 153, 0}));

    assertThat(ImageFile.read(file, SHAPE).pixels()).containsExactly(0, 1, 0.2f, 0.4f, 0.6f, 0);
  }

  @Test
  void readsDoubles() throws IOException {
    ByteBuffer values = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : new double[] {0, 0.5, 1, 0.25, 1.0000001, -0.0000001}) {
      values.putDouble(value);
    }
    Files.write(file, concat(header("<f8", "(1, 3, 2, 1)"), values.array()));

    assertThat(ImageFile.read(file, SHAPE).pixels()).containsExactly(0, 0.5f, 1, 0.25f, 1, 0);
  }

  @Test
  void readsAHeaderInAnotherOrderAndOfVersionTwo() throws IOException {
    String text = "{\"shape\":(1,3,2,1),'fortran_order':False,'descr':'<f4'}\n";
    byte[] start = bytes("\u0093NUMPY\2\0" + (char) text.length() + "\0\0\0" + text);
    write(start, 0f, 1f, 0.5f, 0f, 0f, 1f);

    assertThat(ImageFile.read(file, SHAPE).count()).isEqualTo(1);
  }

  @Test
  void refusesAnotherShape() throws IOException {
    for (String shape :
        new String[] {"(1, 2, 3, 1)", "(2, 3)", "()", "(6,)", "(1, 3, 2, 1, 1)", "(0, 3, 2, 1)"}) {
      write(header("<f4", shape), 0f, 1f, 0.5f, 0f, 0f, 1f);

      assertRefused("holds an array of shape", "[n, 3, 2, 1]");
    }
  }

  @Test
  void refusesOtherTypesAndFortranOrder() throws IOException {
    write(header(">f4", "(1, 3, 2, 1)"), 0f, 1f, 0.5f, 0f, 0f, 1f);
    assertRefused("values of type >f4", "<f4");

    write(header("|O", "(1, 3, 2, 1)"), 0f, 1f, 0.5f, 0f, 0f, 1f);
    assertRefused("values of type |O", "<f4");

    byte[] fortran =
        bytes(new String(header("<f4", "(1, 3, 2, 1)"), ISO_8859_1).replace("False,", "True, "));
    write(fortran, 0f, 1f, 0.5f, 0f, 0f, 1f);
    assertRefused("Fortran order");
  }

  @Test
  void refusesWrongLengths() throws IOException {
    write(header("<f4", "(1, 3, 2, 1)"), 0f, 1f, 0.5f, 0f, 0f);
    assertRefused("holds 20 bytes of values", "24 bytes");

    write(header("<f4", "(1, 3, 2, 1)"), 0f, 1f, 0.5f, 0f, 0f, 0f, 0f);
    assertRefused("expected 152 bytes");

    write(header("<f4", "(999999999, 3, 2, 1)"), 0f);
    assertRefused("declares 23999999976 bytes of values");

    write(header("<f4", "(99999999999999999999, 3, 2, 1)"), 0f);
    assertRefused("axis size 99999999999999999999");

    write(header("<f4", "(-1, 3, 2, 1)"), 0f);
    assertRefused("without a plain 'shape'");
  }

  @Test
  void refusesValuesThatAreNoPixels() throws IOException {
    for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, 255, -1}) {
      write(header("<f4", "(1, 3, 2, 1)"), 0f, 1f, 0.5f, 0f, value, 1f);

      assertRefused("as value 4", "values from 0 to 1");
    }
  }

  @Test
  void refusesBrokenHeaders() throws IOException {
    Files.write(file, new byte[0]);
    assertRefused("is empty");

    Files.write(file, IdxBytes.images(1, 0));
    assertRefused("does not start with the NumPy magic");

    Files.write(file, bytes("\u0093NUMPY\7\0"));
    assertRefused("format version 7");

    Files.write(file, bytes("\u0093NUMPY\1\0\u00ff\u00ff"));
    assertRefused("declares a header of 65535 bytes");

    Files.write(file, bytes("\u0093NUMPY\2\0\u00ff\u00ff\u00ff\u00ff"));
    assertRefused("declares a header of 4294967295 bytes");

    Files.write(file, bytes("\u0093NUMPY\1\0\u0010\0{'descr': "));
    assertRefused("holds 10 bytes of the NumPy header");

    Files.write(file, bytes("\u0093NUMPY\1\0\u0004\0{  }"));
    assertRefused("without a plain 'descr'");
  }

  @Test
  void refusesOtherEndingsAndNamesTheAllowedOnes() {
    Path other = folder.resolve("images.gif");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ImageFile.write(other, ImageBatch.unlabelled(SHAPE, PIXELS)))
        .withMessage(other + ": cannot be written; expected a path that ends in .npy or .png");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ImageFile.read(other, SHAPE))
        .withMessageContaining("expected a path that ends in .npy, .png, .jpg or .jpeg");
    assertThat(other).doesNotExist();
  }

  private static byte[] header(String type, String shape) {
    String text =
        String.format("{'descr': '%s', 'fortran_order': False, 'shape': %s, }", type, shape);
    text += " ".repeat(117 - text.length()) + "\n";
    return bytes("\u0093NUMPY\1\0v\0" + text);
  }

  private void write(byte[] header, float... values) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      buffer.putFloat(value);
    }
    Files.write(file, concat(header, buffer.array()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static byte[] concat(byte[] start, byte[] end) {
    return ByteBuffer.allocate(start.length + end.length).put(start).put(end).array();
  }

  private void assertRefused(String... parts) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ImageFile.read(file, SHAPE))
        .satisfies(
            failure ->
                assertThat(failure.getMessage())
                    .startsWith(file + ": ")
                    .contains(parts)
                    .hasLineCount(1));
  }
}
