package latentlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import latentlab.data.Dataset;
import latentlab.failure.InvalidInputException;
import latentlab.models.storage.StoredModel;
import latentlab.random.Seed;
import latentlab.training.TrainingEvent.StepCompleted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private final TrainingService service = new TrainingService(Judges.NONE);

  @AfterEach
  void close() {
    service.close();
  }

  private Path checkpoint() {
    return folder.resolve("model");
  }

  private Training completed(TrainingTask task) {
    Training training = service.start(task, event -> {});
    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.COMPLETED);
    return training;
  }

  private Training failed(TrainingTask task) {
    Training training = service.start(task, event -> {});
    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.FAILED);
    return training;
  }

  private static float[] weights(Training training) {
    return training.result().map(StoredModel::weights).orElseThrow().get("mean").values();
  }

  @Test
  void goesOnFromAnEpochToTheResultOfAnUnbrokenTraining() {
    Training unbroken = completed(Tasks.inMemory(new MeanImageFamily(), 5));
    completed(Tasks.stored(new MeanImageFamily(), 2, checkpoint()));
    Training resumed = completed(Tasks.resumed(new MeanImageFamily(), 5, checkpoint()));

    assertThat(weights(resumed)).isEqualTo(weights(unbroken));
    assertThat(resumed.history()).isEqualTo(unbroken.history());
    assertThat(resumed.result().orElseThrow().card().provenance())
        .usingRecursiveComparison()
        .ignoringFields("time") // Which no two trainings have in common.
        .isEqualTo(unbroken.result().orElseThrow().card().provenance());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7})
  void goesOnFromAnyStepAtWhichItWasStopped(long lastStep) throws InterruptedException {
    Training unbroken = completed(Tasks.inMemory(new MeanImageFamily(), 3));
    EventLog log = new EventLog();
    Training stopped =
        service.start(
            Tasks.stored(new MeanImageFamily(), 3, checkpoint()), log, StartMode.ATTENDED_PAUSED);
    for (long step = 1; step <= lastStep; step++) {
      stopped.singleStep();
      log.awaitStep(step);
    }
    stopped.stop();
    assertThat(stopped.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.STOPPED);
    Training resumed = completed(Tasks.resumed(new MeanImageFamily(), 3, checkpoint()));

    assertThat(weights(resumed)).isEqualTo(weights(unbroken));
    assertThat(resumed.history()).isEqualTo(unbroken.history());
  }

  @Test
  void tellsOnlyTheStepsThatItMakes() {
    completed(Tasks.stored(new MeanImageFamily(), 1, checkpoint()));
    EventLog log = new EventLog();
    assertThat(service.start(Tasks.resumed(new MeanImageFamily(), 2, checkpoint()), log).ended())
        .succeedsWithin(LONG);

    assertThat(log.shortly()).containsExactly("RUNNING", "s4", "s5", "s6", "e2", "COMPLETED");
    assertThat(log.all(StepCompleted.class).get(0).stepsInAll()).isEqualTo(6);
  }

  @Test
  void completesAtOnceIfNothingIsLeftToDo() {
    Training first = completed(Tasks.stored(new MeanImageFamily(), 2, checkpoint()));
    Training again = completed(Tasks.resumed(new MeanImageFamily(), 2, checkpoint()));

    assertThat(weights(again)).isEqualTo(weights(first));
  }

  @Test
  void leavesNothingBesideTheCheckpoint() throws IOException {
    completed(Tasks.stored(new MeanImageFamily(), 3, checkpoint()));

    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "model.json",
              "card.md",
              "weights.safetensors",
              "training.json",
              "training-optimizer.safetensors");
    }
  }

  @Test
  void theLossesCanBeReadAgain() {
    Training training = completed(Tasks.stored(new MeanImageFamily(), 3, checkpoint()));

    TrainingPlace place = TrainingPlace.read(checkpoint());
    assertThat(place.plannedEpochs()).isEqualTo(3);
    assertThat(place.record().steps()).isEqualTo(9);
    assertThat(place.record().history()).isEqualTo(training.history());
  }

  @ParameterizedTest
  @MethodSource("otherTasks")
  void refusesTheCheckpointOfAnotherTask(UnaryOperator<TrainingTask> change, String difference) {
    completed(Tasks.stored(new MeanImageFamily(), 2, checkpoint()));
    TrainingTask other = change.apply(Tasks.resumed(new MeanImageFamily(), 4, checkpoint()));

    assertThat(failed(other).failure().orElseThrow())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(checkpoint().toString())
        .hasMessageContaining(difference);
  }

  static Stream<Arguments> otherTasks() {
    return Stream.of(
        Arguments.of(planned(4, 11, Tasks.SEED), "another batch: 10"),
        Arguments.of(planned(4, 10, new Seed(8)), "another seed: 7"),
        Arguments.of(planned(1, 10, Tasks.SEED), "has 2 epochs behind it"),
        Arguments.of(
            (UnaryOperator<TrainingTask>)
                task ->
                    new TrainingTask(
                        task.family(),
                        new MeanImageConfig(0.5),
                        task.dataset(),
                        task.plan(),
                        task.resumeFrom()),
            "another config"),
        Arguments.of(
            (UnaryOperator<TrainingTask>)
                task ->
                    new TrainingTask(
                        task.family(),
                        task.config(),
                        withFingerprint(task.dataset(), "beef"),
                        task.plan(),
                        task.resumeFrom()),
            "another data set's SHA-256: f00d"));
  }

  private static UnaryOperator<TrainingTask> planned(int epochs, int batch, Seed seed) {
    return task ->
        new TrainingTask(
            task.family(),
            task.config(),
            task.dataset(),
            new TrainingPlan(epochs, batch, seed, task.plan().checkpointFolder()),
            task.resumeFrom());
  }

  private static Dataset withFingerprint(Dataset data, String fingerprint) {
    return new Dataset(
        data.name(), data.train(), data.validation(), data.test(), data.classNames(), fingerprint);
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThat(failed(Tasks.resumed(new MeanImageFamily(), 2, checkpoint())).failure())
        .get()
        .isInstanceOf(InvalidInputException.class)
        .asString()
        .contains(checkpoint() + ": not found");
  }

  @Test
  void refusesAModelWithoutTheStateOfItsTraining() throws IOException {
    completed(Tasks.stored(new MeanImageFamily(), 1, checkpoint()));
    Files.delete(checkpoint().resolve("training-optimizer.safetensors"));

    assertThat(failed(Tasks.resumed(new MeanImageFamily(), 2, checkpoint())).failure())
        .get()
        .isInstanceOf(InvalidInputException.class)
        .asString()
        .contains("without the state of its training");
  }

  @Test
  void refusesFilesOfTwoCheckpoints() throws IOException {
    completed(Tasks.stored(new MeanImageFamily(), 1, checkpoint()));
    byte[] older = Files.readAllBytes(checkpoint().resolve("training-optimizer.safetensors"));
    completed(Tasks.resumed(new MeanImageFamily(), 2, checkpoint()));
    Files.write(checkpoint().resolve("training-optimizer.safetensors"), older);

    assertThat(failed(Tasks.resumed(new MeanImageFamily(), 3, checkpoint())).failure())
        .get()
        .asString()
        .contains("expected files of one checkpoint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "{}",
        "{\"format\":2}",
        "{\"format\":1,\"plannedEpochs\":1,\"steps\":-1,\"begunEpoch\":{},\"epochs\":[]}",
        "{\"format\":1,\"plannedEpochs\":1,\"steps\":3,\"begunEpoch\":{\"images\":0,\"total\":0,"
            + "\"parts\":{}},\"epochs\":[]}",
        "{\"format\":1,\"plannedEpochs\":1,\"steps\":3,\"begunEpoch\":{\"images\":25,"
            + "\"total\":\"much\",\"parts\":{}},\"epochs\":[]}",
        "{\"format\":1,\"plannedEpochs\":1,\"steps\":3,\"begunEpoch\":{\"images\":25,\"total\":0,"
            + "\"parts\":{}},\"epochs\":[7]}",
        "{\"format\":1,\"plannedEpochs\":1,\"steps\":3,\"begunEpoch\":{\"images\":25,\"total\":0,"
            + "\"parts\":{}},\"epochs\":{}}"
      })
  void refusesARecordThatIsDamaged(String json) throws IOException {
    completed(Tasks.stored(new MeanImageFamily(), 1, checkpoint()));
    Files.writeString(checkpoint().resolve("training.json"), json);

    assertThat(failed(Tasks.resumed(new MeanImageFamily(), 2, checkpoint())).failure())
        .get()
        .isInstanceOf(InvalidInputException.class)
        .asString()
        .contains(checkpoint().toString());
  }

  @Test
  void doesNotResumeIntoAFolderOfOtherFiles() throws IOException {
    Files.createDirectories(checkpoint());
    Files.writeString(checkpoint().resolve("thesis.txt"), "years of work");
    MeanImageFamily family = new MeanImageFamily();
    Training training = failed(Tasks.stored(family, 1, checkpoint()));

    assertThat(training.failure().orElseThrow()).hasMessageContaining(checkpoint().toString());
    assertThat(family.made).isEmpty();
    assertThat(List.of(checkpoint().toFile().list())).containsExactly("thesis.txt");
  }

  @Test
  void storesElsewhereThanWhereItResumedFrom() {
    completed(Tasks.stored(new MeanImageFamily(), 1, checkpoint()));
    Path other = folder.resolve("other");
    completed(
        Tasks.task(new MeanImageFamily(), 2, 0.05, Optional.of(other), Optional.of(checkpoint())));

    assertThat(TrainingPlace.read(checkpoint()).record().steps()).isEqualTo(3);
    assertThat(TrainingPlace.read(other).record().steps()).isEqualTo(6);
  }
}
