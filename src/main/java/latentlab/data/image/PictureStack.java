package latentlab.data.image;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.file.CheckedInput;
import latentlab.failure.InvalidInputException;

/**
 * Pictures of one size, one image each: PNG, JPEG, GIF (its first frame) or BMP. They have one
 * channel as long as every pixel of every picture is grey, whatever way the files store it, and
 * three from the first picture with a colour on. What can be seen through is black. For one thread.
 */
public final class PictureStack {

  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");

  private static final String EXPECTED = "a PNG, JPEG, GIF or BMP picture";

  /** Pixels of the largest image: in colour it has 2^24 values, as many as an image may have. */
  private static final long MOST_PIXELS = (1L << 24) / 3;

  /** The largest array that all virtual machines can make. */
  private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;

  private final int capacity;
  private Optional<First> first = Optional.empty();
  private int channels = 1;
  private int count;
  private byte[] pixels = new byte[0];

  /**
   * An empty stack.
   *
   * @param capacity how many pictures will be added
   */
  public PictureStack(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Whether a file is named as a picture that can be added.
   *
   * @param file any path
   * @return true if it ends in {@code .png}, {@code .jpg}, {@code .jpeg}, {@code .gif} or {@code
   *     .bmp}, in large or small letters
   */
  public static boolean takes(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /**
   * Reads a picture.
   *
   * @param file where it is; its size is looked at before its pixels are decoded
   * @throws InvalidInputException if it is missing, damaged, of another size than the first one, or
   *     so large that the capacity would not fit into one array
   * @throws latentlab.failure.OperationFailedException if the disk cannot be read
   * @throws IllegalStateException if the stack is full
   */
  public void add(Path file) {
    if (count == capacity) {
      throw new IllegalStateException("there is room for " + capacity + " pictures only");
    }
    Picture picture = Picture.readAsItIs(file, EXPECTED, this::requireSize);
    if (first.isEmpty()) {
      first = Optional.of(new First(file, picture.height(), picture.width()));
      channels = picture.channels();
      pixels = new byte[bytesInAll(file, picture.height(), picture.width(), channels)];
    } else if (picture.channels() > channels) {
      makeColoured(file, picture.height(), picture.width());
    }
    put(picture);
    count++;
  }

  /**
   * All pictures that were added. The stack cannot be used afterwards.
   *
   * @param labels [n] class numbers, unsigned, which must not be changed afterwards
   * @return as many images as the capacity says, in the order they were added
   * @throws IllegalStateException if there are none or some are missing
   */
  public ImageSet images(byte... labels) {
    First size = first.orElseThrow(() -> new IllegalStateException("there are no pictures"));
    if (count < capacity) {
      throw new IllegalStateException("there are " + count + " of " + capacity + " pictures");
    }
    return new ImageSet(new ImageShape(size.height, size.width, channels), pixels, labels);
  }

  private void requireSize(CheckedInput input, int height, int width) {
    if ((long) height * width > MOST_PIXELS) {
      throw input.refusal(
          "is " + height + " pixels high and " + width + " wide",
          "at most " + MOST_PIXELS + " pixels in all");
    }
    first
        .filter(size -> size.height != height || size.width != width)
        .ifPresent(
            size -> {
              throw input.refusal(
                  "is " + height + " pixels high and " + width + " wide",
                  size.height + " and " + size.width + " as " + size.file + " is");
            });
  }

  private int bytesInAll(Path file, int height, int width, int channelCount) {
    long bytes = (long) height * width * channelCount * capacity;
    if (bytes > LARGEST_ARRAY) {
      throw new InvalidInputException(
          String.format(
              "%s: makes %d pictures of %dx%dx%d, %d bytes in all; expected at most %d",
              file, capacity, height, width, channelCount, bytes, LARGEST_ARRAY));
    }
    return (int) bytes;
  }

  private void makeColoured(Path file, int height, int width) {
    byte[] coloured = new byte[bytesInAll(file, height, width, 3)];
    int filled = count * height * width;
    for (int i = 0; i < filled; i++) {
      Arrays.fill(coloured, 3 * i, 3 * i + 3, pixels[i]);
    }
    pixels = coloured;
    channels = 3;
  }

  private void put(Picture picture) {
    byte[] values = picture.values();
    int repeats = channels / picture.channels();
    int start = count * values.length * repeats;
    for (int i = 0; i < values.length; i++) {
      Arrays.fill(pixels, start + i * repeats, start + (i + 1) * repeats, values[i]);
    }
  }

  /** The picture that says how large all of them are. */
  private record First(Path file, int height, int width) {}
}
