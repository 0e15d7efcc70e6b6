package latentlab.data.idx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Makes the bytes of IDX files for tests. */
public final class IdxBytes {

  private IdxBytes() {}

  /** A header of unsigned bytes with these axes, followed by these values. */
  public static byte[] of(byte[] values, int... axes) {
    ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * axes.length + values.length);
    buffer.putInt(0x0800 | axes.length);
    for (int axis : axes) {
      buffer.putInt(axis);
    }
    return buffer.put(values).array();
  }

  /** Images of 3 by 2 whose pixels count up from a start. */
  public static byte[] images(int count, int start) {
    return of(counting(count * 6, start), count, 3, 2);
  }

  /** Labels that go round the ten classes. */
  public static byte[] labels(int count) {
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 10);
    }
    return of(labels, count);
  }

  /** Bytes that count up. */
  public static byte[] counting(int count, int start) {
    byte[] values = new byte[count];
    for (int i = 0; i < count; i++) {
      values[i] = (byte) (start + i);
    }
    return values;
  }

  /** The same bytes, packed. */
  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream output = new GZIPOutputStream(packed)) {
      output.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
