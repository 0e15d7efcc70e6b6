package latentlab.models.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamilies;
import latentlab.models.storage.ModelCard.Provenance;
import latentlab.storage.Precision;
import latentlab.storage.SafetensorsFile;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {

  private static final ModelFamilies FAMILIES = ModelFamilies.of(List.of(new TinyFamily()));

  private static final Tensors WEIGHTS = new Tensors(Map.of("w", Tensor.vector(1, 2, 3)));

  @TempDir Path above;
  private Path path;
  private ModelFolder folder;

  @BeforeEach
  void nameAFolder() {
    path = above.resolve("model");
    folder = new ModelFolder(path);
  }

  @Test
  void readsBackWhatItWrote() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("z", 1e-300);
    metrics.put("a", -2.0);
    ModelCard card = card(3, 7, metrics);
    folder.write(card, WEIGHTS);
    StoredModel read = folder.read(FAMILIES);
    assertThat(read.card()).isEqualTo(card);
    assertThat(read.card().provenance().metrics().keySet()).containsExactly("z", "a");
    assertThat(read.weights().get("w").values()).containsExactly(1, 2, 3);
    assertThat(read.weightsSource()).isEqualTo(path.resolve("weights.safetensors").toString());
  }

  @Test
  void writesTwoFilesThatOtherProgramsCanRead() throws IOException {
    folder.write(card(3, 7, Map.of("elbo", -100.5)), WEIGHTS);
    assertThat(names(path)).containsExactlyInAnyOrder("model.json", "weights.safetensors");
    assertThat(names(above)).containsExactly("model");
    assertThat(path.resolve("model.json"))
        .content()
        .isEqualToNormalizingNewlines(
            """
            {
              "format" : 1,
              "programVersion" : "0.1.0",
              "family" : "tiny",
              "config" : {
                "size" : 3
              },
              "images" : {
                "height" : 4,
                "width" : 5,
                "channels" : 1,
                "classes" : [ "zero", "one" ]
              },
              "dataset" : {
                "name" : "mnist",
                "sha256" : "c0ffee"
              },
              "training" : {
                "seed" : -9,
                "batch" : 128,
                "epochs" : 7
              },
              "metrics" : {
                "elbo" : -100.5
              }
            }
            """);
    assertThat(SafetensorsFile.read(path.resolve("weights.safetensors")).metadata())
        .isEqualTo(Map.of("family", "tiny", "program", "Latent Lab " + ProgramVersion.current()));
  }

  @Test
  void storesTheTimeOfTheTrainingInSecondsAndReadsFilesWithoutIt() throws IOException {
    Provenance timed =
        new Provenance(
            "mnist",
            "c0ffee",
            -9,
            128,
            7,
            Optional.of(Duration.ofMillis(61_250)),
            Map.of(),
            "0.1.0");
    ModelCard plain = card(3, 7, Map.of());
    ModelCard card = new ModelCard(plain.family(), plain.config(), plain.images(), timed);
    folder.write(card, WEIGHTS);

    assertThat(path.resolve("model.json")).content().contains("\"seconds\" : 61.25");
    assertThat(folder.read(FAMILIES).card()).isEqualTo(card);
    folder.write(plain, WEIGHTS);
    assertThat(folder.read(FAMILIES).card().provenance().time()).isEmpty();
  }

  @Test
  void leavesOutMetricsThatAreNotFinite() {
    folder.write(card(3, 7, Map.of("good", 1.0, "bad", Double.NaN)), WEIGHTS);
    assertThat(folder.read(FAMILIES).card().provenance().metrics()).isEqualTo(Map.of("good", 1.0));
  }

  @Test
  void replacesTheFilesOfATrainingTogetherWithTheModel() throws IOException {
    Tensors state = new Tensors(Map.of("m", Tensor.vector(0.5f)));
    folder.write(
        card(3, 1, Map.of()),
        WEIGHTS,
        Map.of(
            "training.json",
            out -> out.write("{}".getBytes(UTF_8)),
            "training.safetensors",
            SafetensorsFile.content(new SafetensorsFile.Contents(state, Map.of()))));
    assertThat(folder.readTrainingText("training.json")).isEqualTo("{}");
    assertThat(folder.readTrainingTensors("training.safetensors").tensors().get("m").values())
        .containsExactly(0.5f);
    folder.write(card(3, 2, Map.of()), WEIGHTS);
    assertThat(names(path)).containsExactlyInAnyOrder("model.json", "weights.safetensors");
    assertThatThrownBy(() -> folder.readTrainingText("training.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(path.resolve("training.json") + ": not found");
  }

  @Test
  void theDescriptionComesAndGoesWithItsModel() throws IOException {
    folder.write(card(3, 1, Map.of()), WEIGHTS, Map.of(), "# one\n");
    assertThat(path.resolve("card.md")).hasContent("# one");
    folder.write(new StoredModel(card(3, 2, Map.of()), WEIGHTS), Precision.HALF, "# two\n");
    assertThat(path.resolve("card.md")).hasContent("# two");
    assertThat(folder.read(FAMILIES).card().provenance().epochs()).isEqualTo(2);
    folder.write(card(3, 3, Map.of()), WEIGHTS);
    assertThat(names(path)).containsExactlyInAnyOrder("model.json", "weights.safetensors");
  }

  @Test
  void whateverTheDescriptionHoldsIsNotRead() throws IOException {
    folder.write(card(3, 1, Map.of()), WEIGHTS, Map.of(), "# one\n");
    long size = folder.sizeInBytes();
    Files.write(path.resolve("card.md"), new byte[] {(byte) 0x80, 0, 1});
    assertThat(folder.read(FAMILIES).card().provenance().epochs()).isEqualTo(1);
    assertThat(folder.sizeInBytes()).isEqualTo(size);
  }

  @Test
  void takesNoTrainingFileThatItWouldNotReplaceLater() {
    assertThatThrownBy(
            () -> folder.write(card(3, 1, Map.of()), WEIGHTS, Map.of("x.json", out -> {})))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(path).doesNotExist();
  }

  @Test
  void keepsTheModelBeforeWhenTheDiskIsFull() throws IOException {
    folder.write(card(3, 1, Map.of()), WEIGHTS);
    Tensors newer = new Tensors(Map.of("w", Tensor.vector(7, 8, 9)));
    assertThatThrownBy(
            () ->
                folder.write(
                    card(3, 2, Map.of()),
                    newer,
                    Map.of(
                        "training.safetensors",
                        out -> {
                          out.write(new byte[1 << 20]);
                          throw new IOException("No space left on device");
                        })))
        .isInstanceOf(OperationFailedException.class)
        .hasMessage("cannot write " + path + ": No space left on device");
    StoredModel read = folder.read(FAMILIES);
    assertThat(read.card().provenance().epochs()).isEqualTo(1);
    assertThat(read.weights().get("w").values()).containsExactly(1, 2, 3);
    assertThat(names(above)).containsExactly("model");
  }

  @Test
  void keepsTheModelBeforeWhenTheWeightsAreNotFinite() {
    folder.write(card(3, 1, Map.of()), WEIGHTS);
    Tensors bad = new Tensors(Map.of("w", Tensor.vector(1, Float.POSITIVE_INFINITY)));
    assertThatThrownBy(() -> folder.write(card(3, 2, Map.of()), bad))
        .isInstanceOf(OperationFailedException.class)
        .hasMessage("cannot write " + path + ": tensor 'w' holds Infinity");
    assertThat(folder.read(FAMILIES).card().provenance().epochs()).isEqualTo(1);
  }

  @Test
  void doesNotWriteAmongSomebodysDocuments() throws IOException {
    Files.createDirectory(path);
    folder.checkWritable();
    Files.writeString(path.resolve("thesis.txt"), "mine");
    String message = path + ": holds other files; expected a new or empty folder, or a model's";
    assertThatThrownBy(folder::checkWritable)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> folder.write(card(3, 1, Map.of()), WEIGHTS))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
    assertThat(names(path)).containsExactly("thesis.txt");
  }

  @Test
  void keepsAUsersNotesBesideAModel() throws IOException {
    folder.write(card(3, 1, Map.of()), WEIGHTS);
    Files.writeString(path.resolve("notes.txt"), "mine");
    folder.write(card(3, 2, Map.of()), WEIGHTS);
    assertThat(path.resolve("notes.txt")).hasContent("mine");
    assertThat(folder.read(FAMILIES).card().provenance().epochs()).isEqualTo(2);
  }

  @Test
  void tellsBeforehandThatNothingCanBeWritten() throws IOException {
    Files.writeString(path, "a file");
    for (Path target : List.of(path, path.resolve("below"))) {
      assertThatThrownBy(new ModelFolder(target)::checkWritable)
          .isInstanceOf(OperationFailedException.class)
          .hasMessageStartingWith("cannot write " + target + ": ");
    }
  }

  @Test
  void findsTheLastCompleteModelAfterACrashBetweenTwoMoves() throws IOException {
    folder.write(card(3, 1, Map.of()), WEIGHTS);
    Files.move(path, above.resolve(".model.old"));
    assertThat(folder.read(FAMILIES).card().provenance().epochs()).isEqualTo(1);
    Files.move(path, above.resolve(".model.old"));
    assertThat(folder.weightsHash()).hasSize(64);
  }

  @Test
  void givesTheHashOfTheWeightsFile() throws IOException {
    Files.createDirectory(path);
    Files.writeString(path.resolve("weights.safetensors"), "abc");
    assertThat(folder.weightsHash())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  /** Epoch and weights are written equal, so a reader that mixes two versions is found out. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows moves no folder with open files")
  void neverMixesTwoVersionsWhileAWriterReplacesThem() {
    int last = 60;
    writeVersion(0);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int version = 1; version <= last; version++) {
                writeVersion(version);
              }
            });
    int epochs = 0;
    while (epochs < last && !writer.isCompletedExceptionally()) {
      StoredModel read = folder.read(FAMILIES);
      epochs = read.card().provenance().epochs();
      assertThat(read.weights().get("w").values()).containsOnly(epochs);
    }
    writer.join();
  }

  private void writeVersion(int version) {
    folder.write(
        card(3, version, Map.of()),
        new Tensors(Map.of("w", Tensor.vector(version, version, version))));
  }

  private static ModelCard card(int size, int epochs, Map<String, Double> metrics) {
    return new ModelCard(
        "tiny",
        new TinyFamily.Config(size),
        new ImageDomain(new ImageShape(4, 5, 1), List.of("zero", "one")),
        new Provenance("mnist", "c0ffee", -9, 128, epochs, metrics, "0.1.0"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }
}
