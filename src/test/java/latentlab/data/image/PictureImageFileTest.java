package latentlab.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureImageFileTest {

  private static final ImageShape GREY = new ImageShape(3, 2, 1);
  private static final ImageShape COLOUR = new ImageShape(3, 2, 3);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("images.png");
  }

  @Test
  void readsBackAGridOfGreyImages() {
    for (int count : new int[] {1, 2, 3, 5, 9, 10}) {
      ImageBatch images = noise(GREY, count);
      ImageFile.write(file, images);

      assertThat(ImageFile.read(file, GREY).pixels()).isEqualTo(images.pixels());
    }
  }

  @Test
  void readsBackAGridOfColourImages() {
    ImageBatch images = noise(COLOUR, 7);
    ImageFile.write(file, images);

    assertThat(ImageFile.read(file, COLOUR).pixels()).isEqualTo(images.pixels());
  }

  @Test
  void laysImagesOutNearASquareWithAGapBetween() throws IOException {
    ImageFile.write(file, ImageBatch.unlabelled(GREY, ones(5 * 6)));

    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(picture.getWidth()).isEqualTo(3 * 2 + 2);
    assertThat(picture.getHeight()).isEqualTo(2 * 3 + 1);
    assertThat(grey(picture, 0, 0)).isEqualTo(255);
    assertThat(grey(picture, 2, 0)).isEqualTo(96);
    assertThat(grey(picture, 0, 3)).isEqualTo(96);
    assertThat(grey(picture, 4, 6)).isEqualTo(255);
    assertThat(grey(picture, 6, 4)).isEqualTo(96);
  }

  @Test
  void laysImagesOutInTheColumnsAskedFor() throws IOException {
    ImageFile.write(file, noise(GREY, 6), 2);
    assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(2 * 2 + 1);

    ImageFile.write(file, noise(GREY, 2), 10);
    assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(2 * 2 + 1);
  }

  @Test
  void cutsValuesOffAtBlackAndWhite() throws IOException {
    float[] pixels = {-1, 2, Float.NaN, Float.POSITIVE_INFINITY, 0.5f, 1};
    ImageFile.write(file, ImageBatch.unlabelled(GREY, pixels));

    assertThat(ImageFile.read(file, GREY).pixels()).containsExactly(0, 1, 0, 1, 128 / 255f, 1);
  }

  @Test
  void cutsAPictureWithoutGapsIntoImages() throws IOException {
    BufferedImage picture = new BufferedImage(4, 6, BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setSample(2, 3, 0, 51);
    ImageIO.write(picture, "png", file.toFile());

    ImageBatch images = ImageFile.read(file, GREY);

    assertThat(images.count()).isEqualTo(4);
    assertThat(images.image(3)).containsExactly(0.2f, 0, 0, 0, 0, 0);
  }

  @Test
  void takesGreyNumbersAsStored() throws IOException {
    BufferedImage picture = new BufferedImage(2, 3, BufferedImage.TYPE_USHORT_GRAY);
    picture.getRaster().setSample(0, 0, 0, 0x3333);
    ImageIO.write(picture, "png", file.toFile());

    assertThat(ImageFile.read(file, GREY).pixels()[0]).isEqualTo(0.2f);
    assertThat(ImageFile.read(file, COLOUR).pixels()).startsWith(0.2f, 0.2f, 0.2f, 0);
  }

  @Test
  void makesColourGreyAndTransparencyBlack() throws IOException {
    BufferedImage picture = new BufferedImage(2, 3, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, 0xff00ff00);
    picture.setRGB(1, 0, 0x00ffffff);
    picture.setRGB(0, 1, 0xffffffff);
    ImageIO.write(picture, "png", file.toFile());

    assertThat(ImageFile.read(file, GREY).pixels()).containsExactly(150 / 255f, 0, 1, 0, 0, 0);
    assertThat(ImageFile.read(file, COLOUR).pixels()).startsWith(0, 1, 0, 0, 0, 0);
  }

  @Test
  void readsJpeg() throws IOException {
    Path jpeg = folder.resolve("image.JPG");
    BufferedImage picture = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 256; i++) {
      picture.getRaster().setSample(i % 16, i / 16, 0, 200);
    }
    ImageIO.write(picture, "jpg", jpeg.toFile());

    ImageBatch image = ImageFile.read(jpeg, new ImageShape(16, 16, 1));

    assertThat(image.count()).isEqualTo(1);
    assertThat(image.pixels()[100]).isBetween(198 / 255f, 202 / 255f);
  }

  @Test
  void refusesAPictureOfAnotherSize() throws IOException {
    ImageIO.write(new BufferedImage(3, 3, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());

    assertRefused("is 3 pixels high and 3 wide; expected 3 and 2 or a grid");
  }

  @Test
  void refusesWhatIsNoPicture() throws IOException {
    Files.write(file, new byte[0]);
    assertRefused("is empty");

    Files.writeString(file, "text");
    assertRefused("is no picture");
  }

  @Test
  void refusesAPictureThatIsCutShort() throws IOException {
    ImageFile.write(file, noise(GREY, 50));
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {8, 20, 33, 60}) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertRefused("expected a PNG or JPEG picture");
    }
  }

  @Test
  void refusesAPictureThatDeclaresAHugeSize() throws IOException {
    ByteBuffer png = ByteBuffer.allocate(33);
    png.put((byte) 0x89).put("PNG\r\n\u001a\n".getBytes(StandardCharsets.US_ASCII)).putInt(13);
    png.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(60_000).putInt(60_000);
    png.put(new byte[] {8, 0, 0, 0, 0});
    CRC32 checksum = new CRC32();
    checksum.update(png.array(), 12, 17);
    Files.write(file, png.putInt((int) checksum.getValue()).array());

    assertRefused("declares 60000 by 60000 pixels");
  }

  @Test
  void refusesToWriteAPictureThatIsTooLong() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ImageFile.write(file, noise(GREY, 20_000), 20_000))
        .withMessageContaining("20000 images side by side");
    assertThat(folder).isEmptyDirectory();
  }

  private static ImageBatch noise(ImageShape shape, int count) {
    byte[] bytes = new byte[count * shape.size()];
    new Seed(count).generator().nextBytes(bytes);
    float[] pixels = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      pixels[i] = Byte.toUnsignedInt(bytes[i]) / 255f;
    }
    return ImageBatch.unlabelled(shape, pixels);
  }

  private static float[] ones(int count) {
    float[] pixels = new float[count];
    Arrays.fill(pixels, 1);
    return pixels;
  }

  private static int grey(BufferedImage picture, int x, int y) {
    return picture.getRaster().getSample(x, y, 0);
  }

  private void assertRefused(String part) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ImageFile.read(file, GREY))
        .satisfies(
            failure ->
                assertThat(failure.getMessage())
                    .startsWith(file + ": ")
                    .contains(part)
                    .hasLineCount(1));
  }
}
