package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {

  @TempDir private Path folder;

  @Test
  void printsOneComparableObjectForEachWorkload() throws IOException {
    TinyLab.writeDataset(folder, 12);
    CommandRun run =
        CommandRun.of(
                folder, "bench", "mlp-vae-decode-1", "all", "--batch", "3", "--dataset", "tiny")
            .succeeded();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(9);
    JsonNode first = new ObjectMapper().readTree(lines.get(0));
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly(
            "engine", "workload", "threads", "batch", "images_per_second", "ms_per_step");
    assertThat(first.get("workload").asText()).isEqualTo("mlp-vae-decode-1");
    assertThat(first.get("batch").asInt()).isEqualTo(1);
    assertThat(first.get("ms_per_step").asDouble()).isPositive();
    assertThat(lines.get(1)).contains("\"workload\":\"mlp-vae-train\"", "\"batch\":3");
  }

  @Test
  void showsWhereTheTimeOfAStepGoes() {
    TinyLab.writeDataset(folder, 12);
    CommandRun run =
        CommandRun.of(folder, "bench", "--profile", "conv-vae-train", "--dataset", TinyLab.DATASET)
            .succeeded();
    assertThat(run.out().lines())
        .anyMatch(line -> line.matches("encoder\\.0 +Convolution +forward .*"))
        .anyMatch(line -> line.matches("decoder\\.2 +TransposedConvolution +backward .*"))
        .anyMatch(line -> line.matches("decoder +Optimizer +update .*"))
        .anyMatch(line -> line.matches("step +[0-9.]+ +100.0%.*"));
  }

  @Test
  void refusesImagesThatAWorkloadCannotUse() {
    TinyLab.writeDataset(folder);
    CommandRun.of(folder, "bench", "dcgan-train", "--dataset", TinyLab.DATASET)
        .refused("dcgan-train", "6x6", "kernel 4");
  }

  @Test
  void refusesAnEmptyBatch() {
    TinyLab.writeDataset(folder);
    CommandRun.of(folder, "bench", "mlp-vae-train", "--batch", "0", "--dataset", TinyLab.DATASET)
        .refused("--batch", "0");
  }
}
