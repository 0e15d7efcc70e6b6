package latentlab.data.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latentlab.data.file.CheckedInput;

/**
 * The header of a NumPy array file: magic, version, length, and a Python dictionary literal with
 * the type of the values, their order and the size of each axis.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">format</a>
 */
record NpyHeader(ValueType type, List<Long> shape) {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int PREFIX = MAGIC.length + 2 + 2;
  private static final int ALIGNMENT = 64;
  private static final int LARGEST_HEADER = 1 << 12;
  private static final int MOST_AXES = 4;

  private static final Pattern TYPE = entry("descr", "'([^']*)'");
  private static final Pattern ORDER = entry("fortran_order", "(True|False)");
  private static final Pattern SHAPE = entry("shape", "\\(([0-9, ]*)\\)");
  private static final Pattern SIZE = Pattern.compile("[0-9]{1,9}");

  NpyHeader {
    shape = List.copyOf(shape);
  }

  /** How a value is stored, little-endian. */
  enum ValueType {
    FLOAT32("<f4", 4),
    FLOAT64("<f8", 8),
    UNSIGNED_BYTE("|u1", 1);

    private final String code;
    private final int bytes;

    ValueType(String code, int bytes) {
      this.code = code;
      this.bytes = bytes;
    }

    int bytes() {
      return bytes;
    }

    static Optional<ValueType> ofCode(String code) {
      return Stream.of(values()).filter(type -> type.code.equals(code)).findFirst();
    }
  }

  /** The header of version 1.0 as bytes, padded so that the values start at a multiple of 64. */
  byte[] toBytes() {
    String sizes = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
    String dictionary =
        String.format("{'descr': '%s', 'fortran_order': False, 'shape': (%s), }", type.code, sizes);
    int unpadded = PREFIX + dictionary.length() + 1;
    int padding = Math.floorMod(-unpadded, ALIGNMENT);
    String text = dictionary + " ".repeat(padding) + "\n";
    byte[] bytes = Arrays.copyOf(MAGIC, PREFIX + text.length());
    bytes[MAGIC.length] = 1;
    bytes[PREFIX - 2] = (byte) text.length();
    bytes[PREFIX - 1] = (byte) (text.length() >> 8);
    System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, bytes, PREFIX, text.length());
    return bytes;
  }

  /** Reads up to the first value. */
  static NpyHeader read(CheckedInput input) {
    byte[] start = input.read(MAGIC.length + 2L, "the NumPy header");
    if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw input.refusal("does not start with the NumPy magic", "a NumPy array file");
    }
    int version = start[MAGIC.length];
    if (version < 1 || version > 3) {
      throw input.refusal("is of NumPy format version " + version, "version 1, 2 or 3");
    }
    long length = littleEndian(input.read(version == 1 ? 2 : 4, "the NumPy header"));
    if (length > LARGEST_HEADER) {
      throw input.refusal("declares a header of " + length + " bytes", "at most " + LARGEST_HEADER);
    }
    byte[] text = input.read(length, "the NumPy header");
    return parse(input, new String(text, StandardCharsets.ISO_8859_1));
  }

  private static NpyHeader parse(CheckedInput input, String text) {
    String code = find(input, TYPE, text, "descr");
    ValueType type =
        ValueType.ofCode(code)
            .orElseThrow(
                () ->
                    input.refusal(
                        "holds values of type " + printable(code),
                        "<f4 (float32), <f8 (float64) or |u1 (uint8)"));
    if (find(input, ORDER, text, "fortran_order").equals("True")) {
      throw input.refusal("is in Fortran order", "C order (np.ascontiguousarray)");
    }
    String[] sizes = find(input, SHAPE, text, "shape").strip().split("\\s*,\\s*", MOST_AXES + 2);
    List<Long> shape =
        Arrays.stream(sizes)
            .filter(size -> !size.isEmpty())
            .map(size -> size(input, size))
            .toList();
    return new NpyHeader(type, shape);
  }

  private static long size(CheckedInput input, String text) {
    if (!SIZE.matcher(text).matches()) {
      throw input.refusal(
          "declares the axis size " + printable(text), "four axes of at most 9 digits each");
    }
    return Long.parseLong(text);
  }

  private static String find(CheckedInput input, Pattern entry, String text, String key) {
    Matcher matcher = entry.matcher(text);
    if (!matcher.find()) {
      throw input.refusal("has a NumPy header without a plain '" + key + "'", "one such entry");
    }
    return matcher.group(1);
  }

  private static Pattern entry(String key, String value) {
    return Pattern.compile("['\"]" + key + "['\"]\\s*:\\s*" + value);
  }

  private static long littleEndian(byte[] bytes) {
    long value = 0;
    for (int i = bytes.length - 1; i >= 0; i--) {
      value = value << 8 | Byte.toUnsignedLong(bytes[i]);
    }
    return value;
  }

  /** What came from the file, short and on one line. */
  private static String printable(String text) {
    String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.length() <= 40 ? plain : plain.substring(0, 40) + "...";
  }
}
