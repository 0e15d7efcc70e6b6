package latentlab.data.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import latentlab.data.file.CheckedInput;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;

/**
 * The pixels of one picture.
 *
 * @param values [height, width, channels], unsigned
 */
@SuppressWarnings("ArrayRecordComponent") // Pictures are large and never compared.
record Picture(int height, int width, int channels, byte[] values) {

  /** Pixels of the largest picture that is read: 8192 x 8192. */
  private static final long MOST_PIXELS = 1L << 26;

  private static final String EXPECTED = "a PNG or JPEG picture";

  /**
   * How the decoder of JPEG starts its warning that the file ends early, which is no error to it.
   */
  private static final String CUT_SHORT = "Truncated";

  /**
   * Reads a PNG or JPEG picture in grey or colour, whatever its own colours are. What can be seen
   * through is black.
   */
  static Picture read(Path file, int channels) {
    return of(decode(file, EXPECTED, Picture::requireSize), channels);
  }

  /**
   * Reads a picture of any format that this Java knows, with one channel if all its pixels are
   * grey, else with three. What can be seen through is black.
   *
   * @param expected what the file must be, for the refusal
   * @param check is given the declared size before memory is taken for the pixels
   */
  static Picture readAsItIs(Path file, String expected, SizeCheck check) {
    BufferedImage image = decode(file, expected, check);
    if (isGrey(image)) {
      return of(image, 1);
    }
    Picture colour = of(image, 3);
    return colour.hasOnlyGrey() ? of(image, 1) : colour;
  }

  private static BufferedImage decode(Path file, String expected, SizeCheck check) {
    try (CheckedInput input = CheckedInput.open(file, expected)) {
      byte[] bytes = input.read(Files.size(file), "the picture");
      return decode(input, bytes, expected, check);
    } catch (IOException e) {
      throw new OperationFailedException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static BufferedImage decode(
      CheckedInput input, byte[] bytes, String expected, SizeCheck check) {
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw input.refusal("is no picture", expected);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        AtomicBoolean cutShort = new AtomicBoolean();
        reader.addIIOReadWarningListener(
            (source, warning) -> cutShort.compareAndSet(false, warning.startsWith(CUT_SHORT)));
        check.require(input, reader.getHeight(0), reader.getWidth(0));
        BufferedImage image = reader.read(0);
        if (cutShort.get()) {
          throw input.refusal("ends early", "the whole of " + expected);
        }
        return image;
      } finally {
        reader.dispose();
      }
    } catch (InvalidInputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw input.refusal("is damaged (" + e.getClass().getSimpleName() + ")", expected);
    }
  }

  private static void requireSize(CheckedInput input, int height, int width) {
    if ((long) height * width > MOST_PIXELS) {
      throw input.refusal(
          "declares " + height + " by " + width + " pixels",
          "at most " + MOST_PIXELS + " pixels in all");
    }
  }

  private static Picture of(BufferedImage image, int channels) {
    byte[] values = new byte[image.getHeight() * image.getWidth() * channels];
    if (isGrey(image)) {
      copyGrey(image.getRaster(), channels, values);
    } else {
      copyColour(image, channels, values);
    }
    return new Picture(image.getHeight(), image.getWidth(), channels, values);
  }

  private static boolean isGrey(BufferedImage image) {
    return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY
        && !(image.getColorModel() instanceof IndexColorModel);
  }

  /** Takes the numbers as stored: the library would convert grey as if it were linear light. */
  private static void copyGrey(Raster raster, int channels, byte[] values) {
    float largest = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    int target = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int x = 0; x < raster.getWidth(); x++) {
        float opacity = raster.getNumBands() > 1 ? raster.getSample(x, y, 1) / largest : 1;
        byte value = (byte) Math.round(raster.getSample(x, y, 0) / largest * opacity * 255);
        for (int channel = 0; channel < channels; channel++) {
          values[target++] = value;
        }
      }
    }
  }

  private static void copyColour(BufferedImage image, int channels, byte[] values) {
    int target = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int colour = image.getRGB(x, y);
        float opacity = (colour >>> 24) / 255f;
        float red = (colour >> 16 & 0xff) * opacity;
        float green = (colour >> 8 & 0xff) * opacity;
        float blue = (colour & 0xff) * opacity;
        if (channels == 1) {
          values[target++] = (byte) Math.round(luma(red, green, blue));
        } else {
          values[target++] = (byte) Math.round(red);
          values[target++] = (byte) Math.round(green);
          values[target++] = (byte) Math.round(blue);
        }
      }
    }
  }

  private boolean hasOnlyGrey() {
    for (int i = 0; i < values.length; i += channels) {
      if (values[i] != values[i + 1] || values[i] != values[i + 2]) {
        return false;
      }
    }
    return true;
  }

  /** Luma of ITU-R BT.601, as most programs make colour grey. */
  private static float luma(float red, float green, float blue) {
    return 0.299f * red + 0.587f * green + 0.114f * blue;
  }

  /** Copies part of a row as floats from 0 to 1; {@code left} counts pixels, the rest values. */
  void copyRow(int row, int left, int valueCount, float[] target, int offset) {
    int start = (row * width + left) * channels;
    for (int i = 0; i < valueCount; i++) {
      target[offset + i] = Byte.toUnsignedInt(values[start + i]) / 255f;
    }
  }

  boolean isUniform(int top, int left, int rows, int columns, int value) {
    for (int row = top; row < top + rows; row++) {
      int start = (row * width + left) * channels;
      for (int i = start; i < start + columns * channels; i++) {
        if (Byte.toUnsignedInt(values[i]) != value) {
          return false;
        }
      }
    }
    return true;
  }

  /** Refuses a picture by the size that it declares. */
  @FunctionalInterface
  interface SizeCheck {

    /**
     * Looks at the size.
     *
     * @throws InvalidInputException if it is not the right one
     */
    void require(CheckedInput input, int height, int width);
  }
}
