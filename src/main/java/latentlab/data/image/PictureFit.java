package latentlab.data.image;

import java.nio.file.Path;
import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;

/**
 * Reads a picture of any size, such as a photograph of a digit on paper, as one image that fits a
 * model. Any thread may call.
 */
public final class PictureFit {

  /** How a picture becomes an image. */
  public enum Way {
    /**
     * As MNIST was made: bright ink on black (a bright ground is inverted, an even ground taken
     * away), scaled with its proportions so that the ink's box fits 20 of 28 pixels, and centred by
     * mass. A picture that already has the right size and a dark ground is left as it is.
     */
    AS_MNIST,
    /** The largest middle part of the right proportions, resized. */
    RESIZED
  }

  private static final double INK_SIDE = 20.0 / 28;

  /** The least difference between ink and ground, and the part of it that counts as ground. */
  private static final float LEAST_CONTRAST = 0.1f;

  private static final float GROUND_NOISE = 0.1f;

  /** Ink that is strong enough to belong to the box. */
  private static final float BOX_INK = 0.2f;

  private PictureFit() {}

  /**
   * Reads one picture.
   *
   * @param file a PNG or JPEG; its size is looked at before its pixels are decoded
   * @param shape the size that the image is to have, 1 or 3 channels
   * @param way how the picture becomes an image
   * @return one image without a label, [1, height, width, channels] from 0 to 1
   * @throws InvalidInputException if the file is missing, damaged, no picture or too large, if
   *     nothing stands out from its ground, or if the shape has other channels
   * @throws latentlab.failure.OperationFailedException if the disk cannot be read
   */
  public static ImageBatch read(Path file, ImageShape shape, Way way) {
    if (shape.channels() != 1 && shape.channels() != 3) {
      throw new InvalidInputException(
          file + ": cannot be read as an image of " + shape + "; expected 1 or 3 channels");
    }
    if (way == Way.RESIZED) {
      return ImageBatch.unlabelled(shape, resized(Picture.read(file, shape.channels()), shape));
    }
    Picture grey = Picture.read(file, 1);
    float[] ink = asMnist(file, plane(grey, 0), grey.height(), grey.width(), shape);
    return ImageBatch.unlabelled(shape, repeated(ink, shape.channels()));
  }

  private static float[] resized(Picture picture, ImageShape shape) {
    double scale =
        Math.min(
            (double) picture.height() / shape.height(), (double) picture.width() / shape.width());
    int height = Math.max(1, (int) Math.round(scale * shape.height()));
    int width = Math.max(1, (int) Math.round(scale * shape.width()));
    Box middle =
        new Box((picture.height() - height) / 2, (picture.width() - width) / 2, height, width);
    float[] pixels = new float[shape.size()];
    for (int channel = 0; channel < shape.channels(); channel++) {
      float[] part = middle.cut(plane(picture, channel), picture.width());
      float[] small = Resampling.resize(part, height, width, shape.height(), shape.width());
      for (int i = 0; i < small.length; i++) {
        pixels[i * shape.channels() + channel] = small[i];
      }
    }
    return pixels;
  }

  private static float[] asMnist(
      Path file, float[] plane, int height, int width, ImageShape shape) {
    float ground = ground(plane, height, width);
    if (ground > 0.5f) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = 1 - plane[i];
      }
      ground = 1 - ground;
    } else if (height == shape.height() && width == shape.width()) {
      return plane;
    }
    takeGroundAway(file, plane, ground);
    Box box = Box.ofInk(plane, height, width);
    double scale =
        INK_SIDE * Math.min(shape.height(), shape.width()) / Math.max(box.height, box.width);
    int inkHeight = Math.max(1, (int) Math.round(box.height * scale));
    int inkWidth = Math.max(1, (int) Math.round(box.width * scale));
    float[] ink =
        Resampling.resize(box.cut(plane, width), box.height, box.width, inkHeight, inkWidth);
    // Thin lines would fade when they are made small.
    float most = largest(ink);
    float[] pixels = new float[shape.height() * shape.width()];
    int top = (shape.height() - inkHeight) / 2;
    int left = (shape.width() - inkWidth) / 2;
    for (int i = 0; i < ink.length; i++) {
      int row = i / inkWidth;
      pixels[(top + row) * shape.width() + left + i % inkWidth] = ink[i] / most;
    }
    return MassCentre.centred(new ImageShape(shape.height(), shape.width(), 1), pixels);
  }

  /** The middle one of the pixels along the rim. */
  private static float ground(float[] plane, int height, int width) {
    float[] rim = new float[2 * (height + width)];
    int count = 0;
    for (int x = 0; x < width; x++) {
      rim[count++] = plane[x];
      rim[count++] = plane[(height - 1) * width + x];
    }
    for (int y = 0; y < height; y++) {
      rim[count++] = plane[y * width];
      rim[count++] = plane[y * width + width - 1];
    }
    Arrays.sort(rim);
    return rim[count / 2];
  }

  private static void takeGroundAway(Path file, float[] plane, float ground) {
    float contrast = largest(plane) - ground;
    if (contrast < LEAST_CONTRAST) {
      throw new InvalidInputException(
          file + ": is empty: nothing stands out from its ground; expected a drawing on it");
    }
    for (int i = 0; i < plane.length; i++) {
      float ink = (plane[i] - ground) / contrast;
      plane[i] = Math.max(0, (ink - GROUND_NOISE) / (1 - GROUND_NOISE));
    }
  }

  private static float largest(float[] values) {
    float most = 0;
    for (float value : values) {
      most = Math.max(most, value);
    }
    return most;
  }

  private static float[] plane(Picture picture, int channel) {
    float[] plane = new float[picture.height() * picture.width()];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = Byte.toUnsignedInt(picture.values()[i * picture.channels() + channel]) / 255f;
    }
    return plane;
  }

  private static float[] repeated(float[] plane, int channels) {
    float[] pixels = new float[plane.length * channels];
    for (int i = 0; i < plane.length; i++) {
      Arrays.fill(pixels, i * channels, (i + 1) * channels, plane[i]);
    }
    return pixels;
  }

  /** A part of a plane. */
  private record Box(int top, int left, int height, int width) {

    /** What holds all strong ink; there is some. */
    static Box ofInk(float[] plane, int height, int width) {
      int top = height;
      int bottom = -1;
      int left = width;
      int right = -1;
      for (int i = 0; i < plane.length; i++) {
        if (plane[i] >= BOX_INK) {
          int row = i / width;
          top = Math.min(top, row);
          bottom = Math.max(bottom, row);
          left = Math.min(left, i % width);
          right = Math.max(right, i % width);
        }
      }
      return new Box(top, left, bottom - top + 1, right - left + 1);
    }

    float[] cut(float[] plane, int planeWidth) {
      float[] part = new float[height * width];
      for (int row = 0; row < height; row++) {
        System.arraycopy(plane, (top + row) * planeWidth + left, part, row * width, width);
      }
      return part;
    }
  }
}
