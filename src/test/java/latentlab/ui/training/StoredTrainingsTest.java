package latentlab.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latentlab.data.ImageShape;
import latentlab.models.ImageDomain;
import latentlab.models.config.ConfigSchema;
import latentlab.models.storage.ModelCard;
import latentlab.models.storage.ModelFolder;
import latentlab.models.vae.VaeConfig;
import latentlab.models.vae.VaeFamily;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import latentlab.ui.training.chart.LossHistory;
import latentlab.ui.training.chart.LossRun;
import latentlab.ui.training.chart.LossRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTrainingsTest {

  @TempDir Path folder = Path.of("");

  private final List<String> announced = new ArrayList<>();
  private final List<Path> explored = new ArrayList<>();
  private final LossRuns runs = new LossRuns(new LossHistory());
  private final StoredTrainings trainings =
      new StoredTrainings(
          runs, StoredTraining::read, explored::add, Runnable::run, Runnable::run, announced::add);

  @Test
  void opensASavedTrainingWithEveryLossThatItHad() {
    LossHistory measured = SyntheticEvents.history(3, 20);
    Path saved = save("vae", measured);
    trainings.open(saved);

    assertThat(announced).isEmpty();
    LossRun run = runs.earlier().get(0);
    assertThat(run.name()).isEqualTo("vae");
    assertThat(run.details()).startsWith("Latent dimensions 5").contains("synthetic");
    assertThat(run.history().terms()).isEqualTo(measured.terms());
    assertThat(run.history().epochEnds()).containsExactly(20L, 40L, 60L);
    assertThat(run.history().training("kl").size()).isEqualTo(60);
    for (int i = 0; i < 60; i++) {
      assertThat(run.history().training("kl").value(i))
          .isEqualTo((float) measured.training("kl").value(i));
    }
    assertThat(run.history().validation("total").value(2))
        .isEqualTo(measured.validation("total").value(2));
  }

  @Test
  void exploresTheModelOfAStoredTraining() {
    trainings.explore(folder);

    assertThat(explored).containsExactly(folder);
  }

  @Test
  void knowsTheFoldersThatHoldTrainings() {
    Path saved = save("vae", SyntheticEvents.history(1, 2));
    trainings.lookInto(List.of(folder, saved));

    assertThat(trainings.known()).containsExactly(saved);
  }

  @Test
  void saysInOneLineWhyAFolderCannotBeOpened() throws IOException {
    trainings.open(folder.resolve("nowhere"));
    Path saved = save("vae", SyntheticEvents.history(1, 2));
    Files.writeString(saved.resolve("training.json"), "{}");
    trainings.open(saved);

    assertThat(announced).hasSize(2);
    assertThat(announced.get(0)).contains("nowhere").hasLineCount(1);
    assertThat(announced.get(1)).contains("training.json").hasLineCount(1);
    assertThat(runs.earlier()).isEmpty();
  }

  private Path save(String name, LossHistory history) {
    Path target = folder.resolve(name);
    VaeFamily family = new VaeFamily();
    VaeConfig config =
        ConfigSchema.of(VaeConfig.class).with(family.defaultConfig(), Map.of("latent", "5"));
    ModelCard card =
        new ModelCard(
            family.name(),
            config,
            new ImageDomain(new ImageShape(28, 28, 1), List.of()),
            new ModelCard.Provenance("synthetic", "fingerprint", 1, 32, 3, Map.of(), "test"));
    new ModelFolder(target)
        .write(
            card,
            new Tensors(Map.of("none", Tensor.vector(1))),
            StoredTraining.curvesOf(history, 3).files());
    return target;
  }
}
