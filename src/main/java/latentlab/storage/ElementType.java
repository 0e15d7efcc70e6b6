package latentlab.storage;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The element types of the safetensors format that can be read as floats; little-endian. */
enum ElementType {
  /** IEEE 754 binary32. */
  F32(4),
  /** IEEE 754 binary64; rounded when read. */
  F64(8),
  /** IEEE 754 binary16. */
  F16(2),
  /** The upper half of a binary32. */
  BF16(2);

  private static final int HALF_EXPONENT_MASK = 0x1F;
  private static final int HALF_FRACTION_MASK = 0x3FF;

  /** 2^-14 as the bits of a binary32. */
  private static final int SMALLEST_NORMAL_HALF = 0x3880_0000;

  /** 65504 as the bits of a binary16. */
  private static final int LARGEST_HALF = 0x7BFF;

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** The size of one element. */
  int bytes() {
    return bytes;
  }

  /** The type of a name as in the file's header. */
  static Optional<ElementType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  /** All names, for messages. */
  static String names() {
    return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
  }

  /** Reads one element at the position of a little-endian buffer. */
  float read(ByteBuffer data) {
    return switch (this) {
      case F32 -> data.getFloat();
      case F64 -> (float) data.getDouble();
      case F16 -> ofHalf(data.getShort());
      case BF16 -> Float.intBitsToFloat(data.getShort() << 16);
    };
  }

  /**
   * Writes one element at the position of a little-endian buffer, rounded to the nearest.
   *
   * @throws ArithmeticException if the type has no such number, or it is only read
   */
  void write(float value, ByteBuffer data) {
    switch (this) {
      case F32 -> data.putFloat(value);
      case F16 -> data.putShort(toHalf(value));
      case F64, BF16 -> throw new ArithmeticException(this + " is only read");
    }
  }

  private static short toHalf(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = (bits >>> 16) & 0x8000;
    int magnitude = bits & 0x7FFF_FFFF;
    if (magnitude < SMALLEST_NORMAL_HALF) {
      return (short) (sign | (int) Math.rint(Math.abs((double) value) * 0x1p24));
    }
    int tieToEven = (magnitude >>> 13) & 1;
    int half = (magnitude + 0xFFF + tieToEven - ((127 - 15) << 23)) >>> 13;
    if (half > LARGEST_HALF) {
      throw new ArithmeticException(value + " is too large for 16 bits; expected at most 65504");
    }
    return (short) (sign | half);
  }

  /** 1 sign bit, 5 bits of exponent with bias 15, 10 bits of fraction. Exact. */
  private static float ofHalf(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = (half >> 10) & HALF_EXPONENT_MASK;
    int fraction = half & HALF_FRACTION_MASK;
    if (exponent == 0) {
      float magnitude = fraction * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    int widened = exponent == HALF_EXPONENT_MASK ? 0xFF : exponent + 127 - 15;
    return Float.intBitsToFloat(sign | (widened << 23) | (fraction << 13));
  }
}
