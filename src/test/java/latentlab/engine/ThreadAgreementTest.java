package latentlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import latentlab.engine.primitives.PrimitivesForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In programs of their own: the libraries take the number of threads when they are loaded. */
class ThreadAgreementTest {

  @TempDir private Path folder;

  @Test
  void oneThreadIsRepeatableAndTwoAgreeWithIt() throws IOException, InterruptedException {
    for (String primitives : PrimitivesForTests.names().toList()) {
      float[] one = trained(primitives, 1);
      assertThat(trained(primitives, 1)).as(primitives).isEqualTo(one);
      assertThat(trained(primitives, 2)).as(primitives).containsExactly(one, within(1e-4f));
    }
  }

  private float[] trained(String primitives, int threads) throws IOException, InterruptedException {
    Path result = Files.createTempFile(folder, "output", ".floats");
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            TrainedOutput.class.getName(),
            primitives,
            result.toString());
    program.environment().put("OMP_NUM_THREADS", String.valueOf(threads));
    File log = folder.resolve("log").toFile();
    Process process = program.redirectErrorStream(true).redirectOutput(log).start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log.toPath())).isZero();
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(result));
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  /** Writes the gradients of a network after a few updates. */
  static final class TrainedOutput {

    private TrainedOutput() {}

    public static void main(String[] arguments) throws IOException {
      try (Network network = SmallConvolutionalNetwork.on(PrimitivesForTests.named(arguments[0]))) {
        SmallConvolutionalNetwork.step(network);
        List<float[]> gradients =
            network.gradients().byName().values().stream().map(tensor -> tensor.values()).toList();
        ByteBuffer bytes =
            ByteBuffer.allocate(
                Float.BYTES * gradients.stream().mapToInt(values -> values.length).sum());
        gradients.forEach(
            values -> {
              double largest = 1;
              for (float value : values) {
                largest = Math.max(largest, Math.abs(value));
              }
              for (float value : values) {
                bytes.putFloat((float) (value / largest));
              }
            });
        Files.write(Path.of(arguments[1]), bytes.array());
      }
    }
  }
}
