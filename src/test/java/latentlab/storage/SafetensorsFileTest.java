package latentlab.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static latentlab.storage.SafetensorsBytes.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentlab.failure.OperationFailedException;
import latentlab.storage.SafetensorsFile.Contents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsFileTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameAFile() {
    file = folder.resolve("w.safetensors");
  }

  @Test
  void writesTheBytesOfThePublicFormat() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("w", new Tensor(List.of(2L, 1L), new float[] {1.5f, -2}));
    tensors.put("b", Tensor.vector(3));
    SafetensorsFile.write(
        file, new Contents(new Tensors(tensors), Map.of("k", "v\u00e9", "b", "2", "a", "1")));
    String header =
        "{\"__metadata__\":{\"a\":\"1\",\"b\":\"2\",\"k\":\"v\u00e9\"},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}}";
    int padded = (header.getBytes(UTF_8).length + 7) / 8 * 8;
    String text = header + " ".repeat(padded - header.getBytes(UTF_8).length);
    Path expected = folder.resolve("expected");
    SafetensorsBytes.write(expected, text, floats(1.5f, -2, 3));
    assertThat(file).hasSameBinaryContentAs(expected);
    assertThat(Files.size(file) % 8).isEqualTo(4);
  }

  @Test
  void readsBackWhatItWrote() {
    float[] many = new float[70_001];
    for (int i = 0; i < many.length; i++) {
      many[i] = (float) Math.sin(i) * Float.MIN_NORMAL * i;
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("z", new Tensor(List.of(70_001L), many));
    tensors.put("scalar", new Tensor(List.of(), new float[] {Float.MAX_VALUE}));
    tensors.put("empty", new Tensor(List.of(0L, 5L), new float[0]));
    tensors.put("a \"quoted\" \u03bc", Tensor.vector(-0f, Float.MIN_VALUE));
    SafetensorsFile.write(file, new Contents(new Tensors(tensors), Map.of("a", "b")));
    Contents read = SafetensorsFile.read(file);
    assertThat(read.metadata()).isEqualTo(Map.of("a", "b"));
    assertThat(read.tensors().byName().keySet()).containsExactlyElementsOf(tensors.keySet());
    tensors.forEach(
        (name, tensor) -> {
          assertThat(read.tensors().get(name).shape()).isEqualTo(tensor.shape());
          assertThat(Arrays.equals(read.tensors().get(name).values(), tensor.values()))
              .as(name)
              .isTrue();
        });
  }

  @Test
  void readsAFileWithoutTensors() throws IOException {
    SafetensorsBytes.write(file, "{}", new byte[0]);
    assertThat(SafetensorsFile.read(file).tensors().byName()).isEmpty();
  }

  @Test
  void givesTensorsInTheOrderOfTheirBytesWhateverTheHeadersOrder() throws IOException {
    SafetensorsBytes.write(
        file,
        "{\"b\":{\"shape\":[1],\"dtype\":\"F32\",\"data_offsets\":[4,8]},"
            + "\"a\":{\"data_offsets\":[0,4],\"dtype\":\"F32\",\"shape\":[]}}  ",
        floats(1, 2));
    Tensors tensors = SafetensorsFile.read(file).tensors();
    assertThat(tensors.byName().keySet()).containsExactly("a", "b");
    assertThat(tensors.get("a").values()).containsExactly(1f);
    assertThat(tensors.get("b").values()).containsExactly(2f);
  }

  @Test
  void convertsOtherFloatTypes() throws IOException {
    // Halves: 1, -2, the least subnormal 2^-24, the greatest 65504, -0. BF16: 1, -3.140625. F64.
    byte[] data = {
      0x00,
      0x3c,
      0x00,
      (byte) 0xc0,
      0x01,
      0x00,
      (byte) 0xff,
      0x7b,
      0x00,
      (byte) 0x80, //
      (byte) 0x80,
      0x3f,
      0x49,
      (byte) 0xc0, //
      0,
      0,
      0,
      0,
      0,
      0,
      (byte) 0xf8,
      0x3f
    };
    SafetensorsBytes.write(
        file,
        "{\"h\":{\"dtype\":\"F16\",\"shape\":[5],\"data_offsets\":[0,10]},"
            + "\"b\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[10,14]},"
            + "\"d\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[14,22]}}",
        data);
    Tensors tensors = SafetensorsFile.read(file).tensors();
    assertThat(tensors.get("h").values()).containsExactly(1f, -2f, 0x1p-24f, 65504f, -0f);
    assertThat(tensors.get("b").values()).containsExactly(1f, -3.140625f);
    assertThat(tensors.get("d").values()).containsExactly(1.5f);
  }

  @Test
  void writesNoFileWithValuesThatAreNotFinite() throws IOException {
    Files.writeString(file, "old");
    Tensors bad = new Tensors(Map.of("w", Tensor.vector(1, Float.NaN)));
    assertThatThrownBy(() -> SafetensorsFile.write(file, new Contents(bad, Map.of())))
        .isInstanceOf(OperationFailedException.class)
        .hasMessage("cannot write " + file + ": tensor 'w' holds NaN");
    assertThat(file).hasContent("old");
  }

  @Test
  void tellsWhenAFileNeedsMoreMemoryThanThereIs() {
    Tensors large = new Tensors(Map.of("w", Tensor.vector(new float[1 << 20])));
    SafetensorsFile.write(file, new Contents(large, Map.of()));
    assertThatThrownBy(() -> SafetensorsFile.read(file, 1 << 21))
        .isInstanceOf(OperationFailedException.class)
        .hasMessage(
            "cannot read " + file + ": it holds 4 MB of weights, and the program may use 2 MB");
  }
}
