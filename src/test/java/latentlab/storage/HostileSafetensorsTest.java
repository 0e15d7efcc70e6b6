package latentlab.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static latentlab.storage.SafetensorsBytes.floats;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import latentlab.failure.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileSafetensorsTest {

  private static final String GOOD =
      "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameAFile() {
    file = folder.resolve("w.safetensors");
  }

  @Test
  void refusesAFileThatDoesNotExistOrIsAFolder() throws IOException {
    assertRefused("not found; expected a safetensors file");
    Files.createDirectory(file);
    assertRefused("is a folder; expected a safetensors file");
  }

  @Test
  void refusesAFileCutShortAtAnyByte() throws IOException {
    byte[] whole = Files.readAllBytes(SafetensorsBytes.write(file, GOOD, floats(1, 2)));
    SafetensorsFile.read(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> SafetensorsFile.read(file))
          .as("cut after %d bytes", length)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith(file + ": ");
    }
    assertRefused("the file is cut short: 7 bytes follow the header; expected 8");
  }

  @Test
  void refusesAFileThatGoesOnAfterTheData() throws IOException {
    SafetensorsBytes.write(file, GOOD, floats(1, 2, 3));
    assertRefused("the file is too long: 12 bytes follow the header; expected 8");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, declares a header of 18446744073709551615 bytes; expected 2 to 100000000",
    "-9223372036854775808, declares a header of 9223372036854775808 bytes; expected 2 to 100000000",
    "9223372036854775807, declares a header of 9223372036854775807 bytes; expected 2 to 100000000",
    "100000001, declares a header of 100000001 bytes; expected 2 to 100000000",
    "0, declares a header of 0 bytes; expected 2 to 100000000",
    "69, 'is cut short: it declares a header of 69 bytes, but only 62 follow'"
  })
  void refusesAWrongHeaderLength(long declared, String message) throws IOException {
    SafetensorsBytes.write(file, declared, GOOD.getBytes(UTF_8), floats(1, 2));
    assertRefused(message);
  }

  @Test
  void refusesAHeaderLengthInTheMiddleOfTheHeader() throws IOException {
    SafetensorsBytes.write(file, 20, GOOD.getBytes(UTF_8), floats(1, 2));
    assertRefused("the header is not valid JSON: ");
  }

  @Test
  void refusesAHeaderThatIsNotUtf8() throws IOException {
    byte[] header = GOOD.getBytes(UTF_8);
    header[2] = (byte) 0xff;
    SafetensorsBytes.write(file, header.length, header, floats(1, 2));
    assertRefused("the header is not UTF-8 text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1,2]", "null", "  {}", "hello", "\"{}\"", "\n\n\n"})
  void refusesAHeaderThatIsNoObject(String header) throws IOException {
    SafetensorsBytes.write(file, header, new byte[0]);
    assertRefused("the header is no JSON object: it starts with '");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"w\":", "{w:1}", "{\"__metadata__\":{},\"__metadata__\":{}}", "{,}", "{\"a\""})
  void refusesAHeaderThatIsNoJson(String header) throws IOException {
    SafetensorsBytes.write(file, header, new byte[0]);
    assertRefused("the header is not valid JSON: ");
  }

  @Test
  void refusesSomethingAfterTheObject() throws IOException {
    SafetensorsBytes.write(file, GOOD + " {}", floats(1, 2));
    assertRefused("something follows the JSON object in the header");
  }

  @Test
  void refusesTwoTensorsOfOneName() throws IOException {
    String twice = GOOD.substring(0, GOOD.length() - 1) + "," + GOOD.substring(1);
    SafetensorsBytes.write(file, twice, floats(1, 2));
    assertRefused("the header is not valid JSON: Duplicate field 'w'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 'w' in the header is no JSON object",
        "{} | tensor 'w' lacks one of dtype, shape and data_offsets",
        "{'dtype':'F32','shape':[2]} | tensor 'w' lacks one of dtype, shape and data_offsets",
        "{'dtype':'I64','shape':[1],'data_offsets':[0,8]}"
            + "| tensor 'w' has dtype 'I64'; expected one of F32, F64, F16, BF16",
        "{'dtype':7,'shape':[1],'data_offsets':[0,8]}"
            + "| tensor 'w' has a dtype that is no text; expected one of F32, F64, F16, BF16",
        "{'dtype':'F32','shape':2,'data_offsets':[0,8]} | tensor 'w' has a shape that is no list",
        "{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}"
            + "| tensor 'w' has '-2' in its shape; expected a whole number from 0 to 2^63 - 1",
        "{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]} | tensor 'w' has '2.0' in its shape;",
        "{'dtype':'F32','shape':[[2]],'data_offsets':[0,8]} | tensor 'w' has '[' in its shape;",
        "{'dtype':'F32','shape':[99999999999999999999],'data_offsets':[0,8]}"
            + "| tensor 'w' has '99999999999999999999' in its shape;",
        "{'dtype':'F32','shape':[9223372036854775807,2],'data_offsets':[0,8]}"
            + "| tensor 'w' has shape [9223372036854775807, 2], which is over 2^31 elements",
        "{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,0]}"
            + "| tensor 'w' has shape [4294967296, 4294967296], which is over 2^31 elements",
        "{'dtype':'F32','shape':[65536,65536],'data_offsets':[0,0]}"
            + "| tensor 'w' has shape [65536, 65536], which is over 2^31 elements",
        "{'dtype':'F32','shape':[3],'data_offsets':[0,8]}"
            + "| tensor 'w' has 8 bytes of data; expected 12 for shape [3] of F32",
        "{'dtype':'F64','shape':[2],'data_offsets':[0,8]}"
            + "| tensor 'w' has 8 bytes of data; expected 16 for shape [2] of F64",
        "{'dtype':'F32','shape':[2],'data_offsets':[8,0]}"
            + "| tensor 'w' has data_offsets [8, 0]; expected a start and an end after it",
        "{'dtype':'F32','shape':[2],'data_offsets':[0,8,9]} | tensor 'w' has data_offsets [0, 8, 9];",
        "{'dtype':'F32','shape':[2],'data_offsets':[-8,0]}"
            + "| tensor 'w' has '-8' in its data_offsets; expected a whole number from 0",
        "{'dtype':'F32','shape':[2],'data_offsets':[0,8],'x':1}"
            + "| tensor 'w' has an unknown field 'x'",
        "{'dtype':'F32','shape':[2],'data_offsets':[4,12]}"
            + "| tensor 'w' starts at byte 4 of the data; expected 0, since no byte may be unused",
        "{'dtype':'F32','shape':[100],'data_offsets':[0,400]}"
            + "| the file is cut short: 8 bytes follow the header; expected 400",
        "{'dtype':'F32','shape':[2],'data_offsets':[9223372036854775799,9223372036854775807]}"
            + "| tensor 'w' starts at byte 9223372036854775799 of the data; expected 0",
      },
      quoteCharacter = '"')
  void refusesATensorThatIsNotAsTheFormatHasIt(String entry, String message) throws IOException {
    String header = "{\"w\":" + entry.replace('\'', '"') + "}";
    SafetensorsBytes.write(file, header, floats(1, 2));
    assertRefused(message);
  }

  @Test
  void refusesTensorsThatOverlap() throws IOException {
    String header =
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}";
    SafetensorsBytes.write(file, header, floats(1, 2, 3));
    assertRefused(
        "tensor 'b' starts at byte 4 of the data; expected 8, since tensors may not overlap");
  }

  @Test
  void refusesAHoleBetweenTensors() throws IOException {
    String header =
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}}";
    SafetensorsBytes.write(file, header, floats(1, 2, 3));
    assertRefused("tensor 'b' starts at byte 8 of the data; expected 4, since no byte may be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1}", "{\"a\":{}}", "{\"a\":null}"})
  void refusesMetadataThatAreNoTexts(String metadata) throws IOException {
    SafetensorsBytes.write(file, "{\"__metadata__\":" + metadata + "}", new byte[0]);
    assertRefused("__metadata__ 'a' in the header is no text");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void refusesWeightsThatAreNotFinite(float value) throws IOException {
    SafetensorsBytes.write(file, GOOD, floats(1, value));
    assertRefused("tensor 'w' holds " + value + " at element 1; expected finite 32-bit floats");
  }

  @Test
  void refusesADoubleThatNoFloatCanHold() throws IOException {
    String header = "{\"w\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}";
    byte[] huge = {0, 0, 0, 0, 0, 0, (byte) 0xe0, 0x7f};
    SafetensorsBytes.write(file, header, huge);
    assertRefused("tensor 'w' holds Infinity at element 0; expected finite 32-bit floats");
  }

  @Test
  void refusesMoreAxesThanAnyWeightsHave() throws IOException {
    String shape = "1,".repeat(40) + "1";
    String header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[" + shape + "],\"data_offsets\":[0,4]}}";
    SafetensorsBytes.write(file, header, floats(1));
    assertRefused("tensor 'w' has more than 32 numbers in its shape");
  }

  @Test
  void tellsAStrangeNameOnOneShortLine() throws IOException {
    String name = "x\\n\\u001b[2J" + "y".repeat(1000);
    SafetensorsBytes.write(file, "{\"" + name + "\":1}", new byte[0]);
    assertThatThrownBy(() -> SafetensorsFile.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageMatching(".*: 'x \\[2Jy{55}\\.\\.\\.' in the header is no JSON object");
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> SafetensorsFile.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file + ": " + message);
  }
}
