package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.data.image.ImageFile;
import latentlab.models.denoising.SamplerType;
import latentlab.models.origin.DescribedPicture;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.storage.ModelFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that commands write tell how they were made. */
class DescribeCommandTest {

  @TempDir private Path folder;
  private String out = "";

  @BeforeEach
  void writeLab() {
    TinyLab.writeDataset(folder);
    TinyLab.writeModel(folder);
    out = folder.resolve("out.png").toString();
  }

  @Test
  void tellsModelHashAndSeedOfSamples() {
    run("generate", "--count", "5", "--seed", "7", "--out", out).succeeded();
    String hash = new ModelFolder(folder.resolve("bundled").resolve(TinyLab.MODEL)).weightsHash();

    assertThat(run("describe", out).succeeded().out())
        .contains("made by      generate")
        .contains("vae-2d")
        .contains("trained on   tiny")
        .contains("sha-256 " + hash)
        .contains("seed         7");
    ImageOrigin origin = origin();
    assertThat(origin.model().id()).isEqualTo("vae-2d");
    assertThat(origin.seed()).isEqualTo(OptionalLong.of(7));
  }

  @Test
  void writesJson() throws IOException {
    run("grid", "--side", "3", "--dimensions", "2,1", "--out", out).succeeded();

    String line = run("describe", out, "--json").succeeded().out();
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(line.lines()).hasSize(1);
    assertThat(json.at("/origin/activity").asText()).isEqualTo("grid");
    assertThat(json.at("/origin/details/dimensions").asText()).isEqualTo("2,1");
    assertThat(json.at("/origin/model/weights_sha256").asText()).hasSize(64);
  }

  @Test
  void tellsWhatWasPassedThroughTheModel() {
    run("reconstruct", "--index", "3", "--out", out).succeeded();
    assertThat(origin().details().get("input")).isEqualTo("number 3 of the test part of tiny");

    run("interpolate", "--count", "3", "--points", "4", "--linear", "--out", out).succeeded();
    assertThat(origin().activity()).isEqualTo("interpolate");
    assertThat(origin().details()).containsEntry("path", "linear").containsEntry("points", "4");
  }

  @Test
  void tellsTheClasses() {
    TinyLab.writeConditionalModel(folder);
    String model = TinyLab.CONDITIONAL;
    run("generate", "--model", model, "--class", "three,5", "--out", out).succeeded();
    assertThat(origin().classes()).isEqualTo(List.of(3, 5));

    run("transfer", "--model", model, "--class", "seven", "--out", out).succeeded();
    assertThat(origin().classes()).isEqualTo(List.of(7));
    assertThat(run("describe", out).succeeded().out()).contains("classes      7");
  }

  @Test
  void tellsTheWayOfADiffusionModel() {
    TinyLab.writeModel(
        folder, "steps", "diffusion", 8, Map.of("steps", "10", "samplingSteps", "4"));
    String sampler = "--sampler";
    run(
            "generate",
            "--model",
            "steps",
            "--count",
            "1",
            sampler,
            "ddim",
            "--steps",
            "3",
            "--guidance",
            "2",
            "--class",
            "4",
            "--mix",
            "5:0.25",
            "--out",
            out)
        .succeeded();

    assertThat(origin().way().orElseThrow().sampler()).isEqualTo(SamplerType.DDIM);
    assertThat(origin().way().orElseThrow().steps()).isEqualTo(3);
    assertThat(origin().way().orElseThrow().guidance()).isEqualTo(2);
    assertThat(origin().details()).containsEntry("mix", "5:0.25");
  }

  @Test
  void readsTheImagesOfADescribedPictureAsBefore() {
    run("generate", "--count", "4", "--out", out).succeeded();

    assertThat(ImageFile.read(Path.of(out), new ImageShape(6, 6, 1)).count()).isEqualTo(4);
  }

  @Test
  void writesTheSameFileForTheSameSeed() throws IOException {
    run("generate", "--count", "4", "--out", out).succeeded();
    byte[] first = Files.readAllBytes(Path.of(out));
    run("generate", "--count", "4", "--out", out).succeeded();

    assertThat(Files.readAllBytes(Path.of(out))).isEqualTo(first);
  }

  @Test
  void refusesWhatTellsNothing() throws IOException {
    run("describe", out).refused("out.png");

    ImageFile.write(Path.of(out), ImageBatch.unlabelled(new ImageShape(2, 2, 1), new float[4]));
    run("describe", out).refused("does not tell how it was made");

    Files.writeString(Path.of(out), "no picture");
    run("describe", out).refused("does not tell how it was made");
  }

  @Test
  void refusesADescriptionThatIsNotSound() {
    ImageBatch image = ImageBatch.unlabelled(new ImageShape(2, 2, 1), new float[4]);
    ImageFile.write(Path.of(out), image, 1, Map.of(DescribedPicture.KEYWORD, "{\"version\":9}"));
    run("describe", out).refused("newer program");

    ImageFile.write(Path.of(out), image, 1, Map.of(DescribedPicture.KEYWORD, "{\n\"a\""));
    run("describe", out).refused("not valid JSON");
  }

  private ImageOrigin origin() {
    return DescribedPicture.read(Path.of(out)).orElseThrow();
  }

  private CommandRun run(String... args) {
    return CommandRun.of(folder, args);
  }
}
