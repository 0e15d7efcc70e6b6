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
    TinyLab.writeDataset(folder);
    CommandRun run =
        CommandRun.of(folder, "bench", "mlp-vae-decode-1", "all", "--dataset", TinyLab.DATASET)
            .succeeded();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(3);
    JsonNode first = new ObjectMapper().readTree(lines.get(0));
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly(
            "engine", "workload", "threads", "batch", "images_per_second", "ms_per_step");
    assertThat(first.get("workload").asText()).isEqualTo("mlp-vae-decode-1");
    assertThat(first.get("batch").asInt()).isEqualTo(1);
    assertThat(first.get("ms_per_step").asDouble()).isPositive();
    assertThat(lines.get(1)).contains("\"workload\":\"mlp-vae-train\"", "\"batch\":128");
  }
}
