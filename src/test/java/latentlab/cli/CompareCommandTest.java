package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparing several models. */
class CompareCommandTest {

  private static final int SIDE = 8;
  private static final Map<String, String> SMALL_VAE = Map.of("latent", "2", "widths", "8");

  @TempDir private Path folder;

  @BeforeEach
  void writeLab() {
    TinyLab.writeDataset(folder, SIDE);
    TinyLab.writeModel(folder, TinyLab.MODEL, "vae", SIDE, SMALL_VAE);
    TinyLab.writeModel(folder, "plain", "autoencoder", SIDE, SMALL_VAE);
    TinyLab.writeModel(
        folder, "classifier", "classifier", SIDE, Map.of("filters", "2", "features", "6"));
  }

  @Test
  void comparesAllBundledModelsButTheClassifierThatJudges() throws IOException {
    List<JsonNode> rows = json("--samples", "20");

    assertThat(rows)
        .extracting(row -> row.get("model").asText())
        .containsExactly("real images", "plain", "vae-2d");
    assertThat(rows.get(2).fieldNames())
        .toIterable()
        .contains("reconstruction_ssim", "precision", "memorised", "sampling_ms", "size_mb");
    assertThat(rows.get(1).has("precision")).isFalse();
  }

  @Test
  void writesATableForPeople() {
    String out = run("--samples", "20", "--limit", "10").succeeded().out();

    assertThat(out)
        .startsWith("10 test images of tiny, 20 samples of each model, seed 1")
        .contains("Variational autoencoder", "Reconstruction", "judged by the bundled classifier");
  }

  @Test
  void theEndingOfTheFileDecidesTheFormat() throws IOException {
    Path markdown = folder.resolve("table.md");
    assertThat(run("--samples", "0", "--out", markdown.toString()).succeeded().out())
        .contains("2 models are compared in " + markdown);
    assertThat(Files.readString(markdown)).contains("### Cost").contains("| vae-2d |");

    Path csv = folder.resolve("table.csv");
    run("--samples", "0", "--out", csv.toString()).succeeded();
    assertThat(Files.readAllLines(csv)).hasSize(3);
  }

  @Test
  void aTableForProgramsIsAlone() {
    assertThat(run("--samples", "0", "--format", "csv").succeeded().out().lines()).hasSize(3);
  }

  @Test
  void sortsByAFigure() throws IOException {
    TinyLab.writeModel(folder, "a-wide-one", "vae", SIDE, Map.of("latent", "2", "widths", "32"));

    assertThat(json("--samples", "0", "--sort", "parameters"))
        .extracting(row -> row.get("model").asText())
        .endsWith("a-wide-one");
    assertThat(json("--samples", "0"))
        .extracting(row -> row.get("model").asText())
        .startsWith("a-wide-one");
  }

  @Test
  void aDamagedBundledModelIsLeftOutAndThatIsSaid() throws IOException {
    Files.writeString(folder.resolve("bundled").resolve("plain").resolve("model.json"), "{}");
    CommandRun run = run("--samples", "0");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("vae-2d");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("latent-lab: plain left out: ");
    run("--models", "vae-2d,plain").refused("model.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--models vae-2d,nothing | --models 'nothing' is neither a folder",
        "--models vae-2d,vae-2d | --models names 'vae-2d' twice",
        "--models , | --models ",
        "--samples 1 | --samples 1 is too few",
        "--samples -1 | --samples must be a whole number from 0",
        "--limit 1 | --limit must be a whole number from 2",
        "--limit 21 | --limit 21 is more than the 20 test images of tiny",
        "--sort beauty | --sort 'beauty' is no figure; there are parameters, ",
        "--format xml | --format must be text, markdown, csv or json, not 'xml'",
        "--format csv --json | --json and --format csv contradict each other",
        "--format csv --out table.md | --out 'table.md' must end in .csv",
        "--out table.pdf | --out 'table.pdf' must end in .txt or .md or .csv or .json",
        "--dataset nowhere | nowhere",
        "--classifier vae-2d | 'vae'"
      })
  void refusesAWrongOption(String options, String words) {
    run(options.split(" ")).refused(words);
  }

  private List<JsonNode> json(String... options) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    String[] all = new String[options.length + 1];
    System.arraycopy(options, 0, all, 0, options.length);
    all[options.length] = "--json";
    List<JsonNode> rows = new ArrayList<>();
    for (String line : run(all).succeeded().out().split("\n")) {
      rows.add(mapper.readTree(line));
    }
    return rows;
  }

  private CommandRun run(String... options) {
    String[] all = new String[options.length + 1];
    all[0] = "compare";
    System.arraycopy(options, 0, all, 1, options.length);
    return CommandRun.of(folder, all);
  }
}
