package latentlab.ui.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.data.image.ImageFile;
import latentlab.data.image.PngText;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.failure.Quoted;
import latentlab.models.origin.DescribedPicture;
import latentlab.models.origin.ImageOrigin;
import latentlab.storage.IoReason;
import latentlab.ui.text.Numerals;

/**
 * A pinned picture in a PNG that tells its origin and, under the keyword {@link #KEYWORD}, how it
 * is divided: height, width and channels of an image, how many images there are, and how many side
 * by side. Any thread may call.
 */
final class PinFile {

  static final String KEYWORD = "LatentLabPin";

  /** Far more than a thousand digits take. */
  static final long MOST_BYTES = 16L << 20;

  /** Values of all images of a picture. */
  static final long MOST_VALUES = 1L << 23;

  /** Signature, length and type of the first part, width and height. */
  private static final int HEADER = 24;

  private static final int LONGEST_SIDE = 1_024;
  private static final int MOST_IMAGES = 4_096;
  private static final int NUMBERS = 5;

  private PinFile() {}

  /**
   * Writes a picture, or replaces it.
   *
   * @throws InvalidInputException if it is too large to be kept
   * @throws OperationFailedException if it cannot be written
   */
  static void write(Path file, Pin pin) {
    ImageShape shape = pin.images().shape();
    requireRoom(file, shape, pin.images().count());
    Map<String, String> texts = new LinkedHashMap<>(DescribedPicture.texts(pin.origin()));
    texts.put(
        KEYWORD,
        String.format(
            Locale.ROOT,
            "%d %d %d %d %d",
            shape.height(),
            shape.width(),
            shape.channels(),
            pin.images().count(),
            pin.columns()));
    ImageFile.write(file, pin.images(), pin.columns(), texts);
  }

  /**
   * Reads a picture; anybody may have written the file.
   *
   * @throws InvalidInputException if it is not such a file, damaged or too large
   * @throws OperationFailedException if it cannot be read
   */
  static Pin read(Path file) {
    requireUsualSize(file);
    int[] numbers =
        PngText.read(file, KEYWORD)
            .map(text -> numbers(file, text))
            .orElseThrow(() -> refusal(file, "is no pinned picture"));
    ImageOrigin origin =
        DescribedPicture.read(file).orElseThrow(() -> refusal(file, "tells no origin"));
    ImageShape shape = new ImageShape(numbers[0], numbers[1], numbers[2]);
    int count = numbers[3];
    requireRoom(file, shape, count);
    requireSize(file, shape, count, Math.min(count, numbers[4]));
    ImageBatch images = ImageFile.read(file, shape);
    if (images.count() < count) {
      throw refusal(file, "holds " + images.count() + " images, not " + count);
    }
    float[] pixels = Arrays.copyOf(images.pixels(), count * shape.size());
    return new Pin(ImageBatch.unlabelled(shape, pixels), numbers[4], origin);
  }

  private static void requireRoom(Path file, ImageShape shape, int count) {
    if ((long) shape.size() * count > MOST_VALUES) {
      throw refusal(file, "would be " + count + " images of " + shape + ", too many to be kept");
    }
  }

  /** Before anything is unpacked: a small file may hold a huge picture. */
  private static void requireSize(Path file, ImageShape shape, int count, int columns) {
    int rows = (count + columns - 1) / columns;
    int width = columns * (shape.width() + 1) - 1;
    int height = rows * (shape.height() + 1) - 1;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] header = in.readNBytes(HEADER);
      boolean whole = header.length == HEADER;
      ByteBuffer numbers = ByteBuffer.wrap(header);
      if (!whole || numbers.getInt(16) != width || numbers.getInt(20) != height) {
        throw refusal(file, "is not " + width + " by " + height + " pixels large");
      }
    } catch (IOException e) {
      throw new OperationFailedException("cannot read " + file + ": " + IoReason.of(e), e);
    }
  }

  private static void requireUsualSize(Path file) {
    try {
      long size = Files.size(file);
      if (size > MOST_BYTES) {
        throw refusal(file, "has " + size + " bytes, more than " + MOST_BYTES);
      }
    } catch (IOException e) {
      throw new OperationFailedException("cannot read " + file + ": " + IoReason.of(e), e);
    }
  }

  private static int[] numbers(Path file, String text) {
    String[] words = text.split(" ", -1);
    int[] limits = {LONGEST_SIDE, LONGEST_SIDE, 3, MOST_IMAGES, MOST_IMAGES};
    int[] numbers = new int[NUMBERS];
    boolean sound = words.length == NUMBERS;
    for (int i = 0; sound && i < NUMBERS; i++) {
      OptionalInt number = Numerals.integer(words[i]);
      sound = number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= limits[i];
      numbers[i] = number.orElse(0);
    }
    if (!sound || numbers[2] == 2) {
      throw refusal(file, "is divided as " + Quoted.text(text));
    }
    return numbers;
  }

  private static InvalidInputException refusal(Path file, String found) {
    return new InvalidInputException(file + ": " + found + "; expected a pinned picture");
  }
}
