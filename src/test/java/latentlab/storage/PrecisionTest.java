package latentlab.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.failure.OperationFailedException;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecisionTest {

  @TempDir Path folder;

  private float[] halved(float... values) {
    Path file = folder.resolve("w.safetensors");
    SafetensorsFile.Contents contents =
        new SafetensorsFile.Contents(new Tensors(Map.of("w", Tensor.vector(values))), Map.of());
    AtomicFile.write(file, SafetensorsFile.content(contents, Precision.HALF));
    return SafetensorsFile.read(file).tensors().get("w").values();
  }

  @Test
  void halvesKeepWhatElevenBitsHold() {
    float[] exact = {0, -0f, 1, -2.5f, 0x1p-14f, 0x1p-24f, -0x1.ffcp15f, 0x1.554p-3f};

    assertThat(halved(exact)).containsExactly(exact);
  }

  @Test
  void halvesRoundToTheNearestAndTiesToEven() {
    assertThat(halved(1 + 0x1p-11f, 1 + 3 * 0x1p-11f, 1 + 0x1.8p-11f, 0x1.8p-25f, 0x1p-25f))
        .containsExactly(1, 1 + 0x1p-9f, 1 + 0x1p-10f, 0x1p-24f, 0);
  }

  @Test
  void halvesErrByLessThanOnePartInTwoThousand() {
    RandomGenerator random = new Seed(1).generator();
    float[] values = new float[10_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * Math.pow(2, random.nextInt(-12, 12)));
    }
    float[] read = halved(values);
    for (int i = 0; i < values.length; i++) {
      assertThat(Math.abs(read[i] - values[i]))
          .isLessThanOrEqualTo(Math.max(0x1p-25f, Math.abs(values[i]) * 0x1p-11f));
    }
  }

  @Test
  void halvesRefuseWhatIsTooLarge() {
    assertThat(halved(65_519)).containsExactly(65_504);
    assertThatThrownBy(() -> halved(65_520))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining("65504");
  }
}
