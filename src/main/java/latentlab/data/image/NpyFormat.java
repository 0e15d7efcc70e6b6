package latentlab.data.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.data.file.CheckedInput;
import latentlab.data.image.NpyHeader.ValueType;

/**
 * NumPy arrays of images: written as float32 [n, height, width, channels]; read also without the
 * channels, as float64, and as unsigned bytes (0 to 255 become 0 to 1).
 */
final class NpyFormat {

  /** Resampling in another program leaves values a little outside; more is another scale. */
  private static final double TOLERANCE = 1e-3;

  private NpyFormat() {}

  static void write(ImageBatch images, OutputStream output) throws IOException {
    ImageShape shape = images.shape();
    output.write(new NpyHeader(ValueType.FLOAT32, axes(images.count(), shape)).toBytes());
    byte[] bytes = new byte[shape.size() * Float.BYTES];
    FloatBuffer values = littleEndian(bytes).asFloatBuffer();
    for (int image = 0; image < images.count(); image++) {
      values.rewind().put(images.pixels(), image * shape.size(), shape.size());
      output.write(bytes);
    }
  }

  static ImageBatch read(Path file, ImageShape shape) {
    try (CheckedInput input = CheckedInput.open(file, "a NumPy array of images")) {
      NpyHeader header = NpyHeader.read(input);
      long count = imageCount(input, header.shape(), shape);
      long valueCount = count * shape.size();
      byte[] bytes = input.read(valueCount * header.type().bytes(), "values");
      input.expectEnd();
      float[] pixels = new float[(int) valueCount];
      ByteBuffer buffer = littleEndian(bytes);
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = unit(input, i, value(buffer, header.type()));
      }
      return ImageBatch.unlabelled(shape, pixels);
    }
  }

  private static List<Long> axes(long count, ImageShape shape) {
    return List.of(count, (long) shape.height(), (long) shape.width(), (long) shape.channels());
  }

  private static long imageCount(CheckedInput input, List<Long> found, ImageShape shape) {
    long count = found.isEmpty() ? 0 : found.get(0);
    List<Long> expected = axes(count, shape);
    boolean fits =
        found.equals(expected) || (shape.channels() == 1 && found.equals(expected.subList(0, 3)));
    if (!fits || count < 1) {
      throw input.refusal(
          "holds an array of shape " + found,
          String.format(
              "[n, %d, %d, %d] with n at least 1",
              shape.height(), shape.width(), shape.channels()));
    }
    return count;
  }

  private static double value(ByteBuffer buffer, ValueType type) {
    return switch (type) {
      case FLOAT32 -> buffer.getFloat();
      case FLOAT64 -> buffer.getDouble();
      case UNSIGNED_BYTE -> Byte.toUnsignedInt(buffer.get()) / 255.0;
    };
  }

  private static float unit(CheckedInput input, int index, double value) {
    if (!(value >= -TOLERANCE && value <= 1 + TOLERANCE)) {
      throw input.refusal("holds " + value + " as value " + index, "values from 0 to 1");
    }
    return (float) Math.min(1, Math.max(0, value));
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
