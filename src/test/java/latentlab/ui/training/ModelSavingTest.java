package latentlab.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import latentlab.data.Dataset;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.LossTerms;
import latentlab.models.ModelFamilies;
import latentlab.models.config.ConfigSchema;
import latentlab.models.storage.ModelFolder;
import latentlab.models.storage.StoredModel;
import latentlab.models.vae.VaeConfig;
import latentlab.models.vae.VaeFamily;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.storage.Tensors;
import latentlab.training.ModelReplica;
import latentlab.training.TrainingEvent.EpochCompleted;
import latentlab.training.TrainingEvent.EpochPictures;
import latentlab.training.TrainingPlan;
import latentlab.training.TrainingTask;
import latentlab.ui.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSavingTest {

  @TempDir Path folder = Path.of("");

  private final VaeFamily family = new VaeFamily();
  private final TrainingTask task = task();
  private final ModelReplica replica = new ModelReplica("saved-model", this::model);
  private final TrainedModel model =
      new TrainedModel(
          task, "a model", "test", replica, new FakeTraining(), SyntheticEvents.history(3, 5));
  private final ModelSaving saving =
      new ModelSaving(
          (target, card, weights, losses, description) ->
              new ModelFolder(target).write(card, weights, losses, description),
          Runnable::run,
          Runnable::run,
          Messages.load());

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void writesAModelThatCanBeReadBackWithItsWeights() {
    Path target = folder.resolve("new").resolve("vae");
    ModelSaving.Outcome outcome = save(target);

    assertThat(outcome.message()).isEqualTo("The model was saved in " + target);
    assertThat(outcome.done()).isTrue();
    StoredModel stored = new ModelFolder(target).read(ModelFamilies.discover());
    assertThat(stored.card().config()).isEqualTo(task.config());
    assertThat(stored.card().provenance().dataset()).isEqualTo(task.dataset().name());
    assertThat(stored.weights()).usingRecursiveComparison().isEqualTo(weights());
    assertThat(target.resolve("card.md"))
        .content()
        .startsWith("# vae\n")
        .contains("latent-lab generate --model vae ", "32 bits each");
  }

  @Test
  void writesTheLossesBesideTheModel() {
    save(folder.resolve("vae"));

    StoredTraining stored = StoredTraining.read(folder.resolve("vae"));
    assertThat(stored.history().validation("kl").size()).isEqualTo(3);
    assertThat(stored.history().training("total").size()).isEqualTo(15);
  }

  @Test
  void storesHowLongTheModelWasTrained() {
    Path target = folder.resolve("vae");
    save(target);
    assertThat(new ModelFolder(target).readCard(ModelFamilies.discover()).provenance().time())
        .isEmpty();
    LossTerms loss = new LossTerms(2, Map.of());
    EpochPictures none =
        new EpochPictures(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    model.measured(new EpochCompleted(1, 3, 7, loss, loss, none));
    save(target);

    assertThat(new ModelFolder(target).readCard(ModelFamilies.discover()).provenance().time())
        .contains(Duration.ofSeconds(90));
    assertThat(target.resolve("card.md")).content().contains("| training time | 1 min 30 s |");
  }

  @Test
  void replacesTheModelThatIsThere() {
    save(folder.resolve("vae"));

    assertThat(save(folder.resolve("vae")).done()).isTrue();
    assertThat(new ModelFolder(folder.resolve("vae")).holdsModel()).isTrue();
  }

  @Test
  void leavesAFolderOfOtherThingsAloneAndSaysSoInOneLine() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter.txt"), "dear");
    ModelSaving.Outcome outcome = save(folder);

    assertThat(outcome.done()).isFalse();
    assertThat(outcome.message()).contains(folder.toString()).hasLineCount(1);
    assertThat(folder).isDirectoryContaining(letter::equals);
    assertThat(new ModelFolder(folder).holdsModel()).isFalse();
  }

  @Test
  void saysInOneLineThatAFileIsInTheWay() throws IOException {
    Path file = Files.writeString(folder.resolve("vae"), "not a folder");
    ModelSaving.Outcome outcome = save(file);

    assertThat(outcome.done()).isFalse();
    assertThat(outcome.message()).contains(file.toString()).hasLineCount(1);
    assertThat(file).hasContent("not a folder");
  }

  private ModelSaving.Outcome save(Path target) {
    CompletableFuture<ModelSaving.Outcome> outcome = new CompletableFuture<>();
    saving.save(model, target, outcome::complete);
    return outcome.join();
  }

  private Tensors weights() {
    return replica.ask(GenerativeModel::weights).join();
  }

  private GenerativeModel model() {
    ImageDomain images = new ImageDomain(task.dataset().shape(), task.dataset().classNames());
    return family.create((VaeConfig) task.config(), images, task.plan().seed());
  }

  private TrainingTask task() {
    VaeConfig small =
        ConfigSchema.of(VaeConfig.class).with(family.defaultConfig(), Map.of("widths", "8"));
    Dataset dataset =
        new FakeDatasets().load("synthetic", new Seed(1), Progress.NONE, new Cancellation());
    TrainingPlan plan = new TrainingPlan(1, 8, new Seed(1), Optional.empty());
    return new TrainingTask(family, small, dataset, plan, Optional.empty());
  }
}
