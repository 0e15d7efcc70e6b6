package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measuring models, with and without a classifier. */
class EvaluateCommandTest {

  private static final int SIDE = 8;
  private static final Map<String, String> SMALL_VAE = Map.of("latent", "2", "widths", "8");
  private static final Map<String, String> SMALL = Map.of("filters", "2", "features", "6");

  @TempDir private Path folder;

  @BeforeEach
  void writeLab() {
    TinyLab.writeDataset(folder, SIDE);
    TinyLab.writeModel(folder, TinyLab.MODEL, "vae", SIDE, SMALL_VAE);
  }

  private void bundleClassifier(String name, int side) {
    TinyLab.writeModel(folder, name, "classifier", side, SMALL);
  }

  @Test
  void theBundledClassifierJudgesSamplesAndReconstructions() throws IOException {
    bundleClassifier("classifier", SIDE);
    JsonNode metrics = json("--samples", "50", "--memorisation", "10");

    assertThat(metrics.fieldNames())
        .toIterable()
        .contains(
            "reconstruction_mse",
            "reconstruction_accuracy",
            "reconstruction_ssim",
            "precision",
            "memorised",
            "sure_samples",
            "classes_covered",
            "frechet_distance",
            "frechet_floor");
    assertThat(metrics.get("classifier").asText()).isEqualTo("classifier");
    assertThat(run("--samples", "50").succeeded().out()).contains("judged by the bundled");
  }

  @Test
  void withoutAClassifierItsMetricsAreLeftOutAndThatIsSaid() throws IOException {
    JsonNode metrics = json();

    assertThat(metrics.fieldNames()).toIterable().doesNotContain("sure_samples");
    assertThat(metrics.get("classifier").asText()).isEqualTo("none");
    assertThat(run().succeeded().out())
        .contains("not judged by a classifier: there is no bundled model named 'classifier'");
  }

  @Test
  void aBundledClassifierOfOtherImagesIsNotUsed() throws IOException {
    bundleClassifier("classifier", SIDE + 1);

    assertThat(json().get("classifier").asText()).isEqualTo("none");
  }

  @Test
  void measuresAClassifierItself() throws IOException {
    bundleClassifier("other", SIDE);
    JsonNode metrics = json("--model", "other");

    assertThat(metrics.get("accuracy").asDouble()).isBetween(0.0, 1.0);
    assertThat(metrics.fieldNames()).toIterable().doesNotContain("reconstruction_mse");
  }

  @Test
  void choosesTheImages() throws IOException {
    double test = json().get("reconstruction_mse").asDouble();
    JsonNode few = json("--limit", "7");
    JsonNode validation = json("--part", "validation");

    assertThat(few.get("images").asInt()).isEqualTo(7);
    assertThat(few.get("reconstruction_mse").asDouble()).isNotEqualTo(test);
    assertThat(validation.get("part").asText()).isEqualTo("validation");
    assertThat(validation.get("reconstruction_mse").asDouble()).isNotEqualTo(test);
    assertThat(json("--binarise").get("reconstruction_mse").asDouble()).isNotEqualTo(test);
    assertThat(json("--noise", "0").get("denoising_mse").asDouble()).isEqualTo(test);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--samples 1 | --samples 1 is too few",
        "--samples -5 | --samples must be a whole number from 0",
        "--limit 0 | --limit must be a whole number from 1",
        "--limit 21 | --limit 21 is more than the 20 test images of tiny",
        "--part train | --part must be test or validation, not 'train'",
        "--noise -1 | --noise must be a number from 0 to 100, not -1.0",
        "--noise NaN | --noise must be a number from 0 to 100, not NaN",
        "--memorisation -1 | --memorisation must be a whole number from 0",
        "--memorisation 30 --samples 20 | --memorisation 30 is more than --samples 20",
        "--disentanglement | disentanglement is measured on digits of 28x28x1",
        "--model right --disentanglement | this model cannot encode images",
        "--importance-samples 0 | --importance-samples must be a whole number from 1",
        "--classifier missing | --classifier 'missing' is neither a folder with a model.json nor",
        "--classifier vae-2d | --classifier 'vae-2d' is a model of the family 'vae', which cannot",
        "--classifier big | --classifier 'big' takes images of 9x9x1; those of the model are 8x8x1",
        "--model right --noise 0.5 | this model does not reconstruct images",
        "--model right --importance-samples 5 | this model has no likelihood"
      })
  void refusesAWrongOption(String options, String words) {
    bundleClassifier("big", SIDE + 1);
    bundleClassifier("right", SIDE);
    run(options.split(" ")).refused(words);
  }

  private JsonNode json(String... options) throws IOException {
    String[] all = Arrays.copyOf(options, options.length + 1);
    all[options.length] = "--json";
    return new ObjectMapper().readTree(run(all).succeeded().out());
  }

  private CommandRun run(String... options) {
    String[] all = new String[options.length + 1];
    all[0] = "evaluate";
    System.arraycopy(options, 0, all, 1, options.length);
    return CommandRun.of(folder, all);
  }
}
