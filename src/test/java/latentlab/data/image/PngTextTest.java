package latentlab.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import latentlab.failure.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class PngTextTest {

  private static final int AFTER_HEADER = 33;

  @TempDir Path folder;
  private Path file;
  private byte[] plain = new byte[0];

  @BeforeEach
  void drawPicture() throws IOException {
    file = folder.resolve("picture.png");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(5, 4, BufferedImage.TYPE_BYTE_GRAY), "png", out);
    plain = out.toByteArray();
  }

  @Test
  void findsATextAmongOthers() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("Software", "a program");
    texts.put("Key", "{\"a\": 1}");
    texts.put("Keys", "longer keyword");
    Files.write(file, PngText.with(plain, texts));

    assertThat(PngText.read(file, "Key")).contains("{\"a\": 1}");
    assertThat(PngText.read(file, "Keys")).contains("longer keyword");
    assertThat(PngText.read(file, "Ke")).isEmpty();
  }

  @Test
  void writesTextsThatOtherProgramsReadAndLeavesThePixelsAlone() throws IOException {
    Files.write(file, PngText.with(plain, Map.of("Key", "words")));

    ImageReader reader = ImageIO.getImageReadersBySuffix("png").next();
    reader.setInput(ImageIO.createImageInputStream(file.toFile()));
    Element root = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
    Element entry = (Element) root.getElementsByTagName("tEXtEntry").item(0);
    assertThat(entry.getAttribute("keyword")).isEqualTo("Key");
    assertThat(entry.getAttribute("value")).isEqualTo("words");
    assertThat(reader.read(0).getWidth()).isEqualTo(5);
  }

  @Test
  void findsATextAfterThePixels() throws IOException {
    byte[] described = PngText.with(plain, Map.of("Key", "late"));
    int length = described.length - plain.length;
    ByteArrayOutputStream moved = new ByteArrayOutputStream();
    moved.write(plain, 0, plain.length - 12);
    moved.write(described, AFTER_HEADER, length);
    moved.write(plain, plain.length - 12, 12);
    Files.write(file, moved.toByteArray());

    assertThat(PngText.read(file, "Key")).contains("late");
  }

  @Test
  void findsNothingInPicturesWithoutTheTextAndInOtherFiles() throws IOException {
    Files.write(file, plain);
    assertThat(PngText.read(file, "Key")).isEmpty();

    Files.writeString(file, "this is no picture, however long it may be; not at all");
    assertThat(PngText.read(file, "Key")).isEmpty();

    Files.write(file, new byte[0]);
    assertThat(PngText.read(file, "Key")).isEmpty();
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertRefusal("not found");
    file = folder;
    assertRefusal("not found");
  }

  @Test
  void refusesATextWhoseChecksumIsWrong() throws IOException {
    byte[] damaged = PngText.with(plain, Map.of("Key", "words"));
    damaged[AFTER_HEADER + 8 + 4]++;
    Files.write(file, damaged);

    assertRefusal("checksum");
  }

  @Test
  void refusesAPartThatIsLargerThanTheFile() throws IOException {
    for (int length : new int[] {1 << 20, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
      byte[] damaged = PngText.with(plain, Map.of("Key", "words"));
      ByteBuffer.wrap(damaged).putInt(AFTER_HEADER, length);
      Files.write(file, damaged);

      assertRefusal(Long.toString(Integer.toUnsignedLong(length)));
    }
  }

  @Test
  void refusesATextThatIsTooLong() throws IOException {
    int length = 4 + PngText.LONGEST_TEXT + 1;
    ByteBuffer huge = ByteBuffer.allocate(plain.length + 12 + length);
    huge.put(plain, 0, AFTER_HEADER).putInt(length);
    huge.put("tEXtKey\0".getBytes(StandardCharsets.US_ASCII));
    huge.position(AFTER_HEADER + 12 + length);
    huge.put(plain, AFTER_HEADER, plain.length - AFTER_HEADER);
    Files.write(file, huge.array());

    assertRefusal("more than 1048576");
  }

  @Test
  void refusesAFileThatEndsEarly() throws IOException {
    byte[] whole = PngText.with(plain, Map.of("Other", "words"));
    for (int length = AFTER_HEADER; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertThatExceptionOfType(InvalidInputException.class)
          .as("the first %d bytes", length)
          .isThrownBy(() -> PngText.read(file, "Key"));
    }
  }

  @Test
  void refusesAFileOfCountlessEmptyParts() throws IOException {
    int chunks = 150_000;
    ByteBuffer many = ByteBuffer.allocate(AFTER_HEADER + 12 * chunks);
    many.put(plain, 0, AFTER_HEADER);
    for (int i = 0; i < chunks; i++) {
      many.putInt(0).put("abCd".getBytes(StandardCharsets.US_ASCII)).putInt(0);
    }
    Files.write(file, many.array());

    assertRefusal("more than 131072 parts");
  }

  @Test
  void writesOnlyAsciiOfLimitedLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PngText.with(plain, Map.of("Key", "Zürich")));
    assertThatIllegalArgumentException().isThrownBy(() -> PngText.with(plain, Map.of("", "")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PngText.with(plain, Map.of("k".repeat(80), "")));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PngText.with("no picture".repeat(9).getBytes(StandardCharsets.US_ASCII), Map.of()));
  }

  private void assertRefusal(String words) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> PngText.read(file, "Key"))
        .withMessageContaining(words)
        .withMessageStartingWith(file.toString())
        .satisfies(refusal -> assertThat(refusal.getMessage().lines()).hasSize(1));
  }
}
