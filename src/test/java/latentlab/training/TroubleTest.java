package latentlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import latentlab.failure.OperationFailedException;
import latentlab.models.ModelFamily;
import latentlab.storage.Tensors;
import latentlab.training.TrainingEvent.EpochCompleted;
import latentlab.training.TrainingEvent.StateChanged;
import latentlab.training.TrainingEvent.StepCompleted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Losses that explode and disks that are full. */
class TroubleTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private final EventLog log = new EventLog();
  private final FailingStore disk = new FailingStore();
  private TrainingService service = new TrainingService(Judges.NONE);

  @AfterEach
  void close() {
    service.close();
  }

  private void useFailingDisk() {
    service.close();
    service =
        new TrainingService(
            new TrainingSurroundings("test", path -> disk, Judges.NONE, System::nanoTime));
  }

  private TrainingTask stored() {
    return Tasks.stored(new MeanImageFamily(), 2, folder.resolve("model"));
  }

  @Test
  void anInfiniteLossEndsTheTrainingAndKeepsGoodWeights() {
    Training training = service.start(Tasks.withLearningRate(new MeanImageFamily(), 50, 1e6), log);
    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.FAILED);

    assertThat(training.failure().orElseThrow())
        .isInstanceOf(OperationFailedException.class)
        .message()
        .matches(
            "(the loss|the validation loss|a weight) became .* at step \\d+ \\(epoch \\d+\\);"
                + " the weights of step \\d+ are kept;"
                + " try a smaller learning rate than 1000000.0");
    assertThat(log.all(StateChanged.class))
        .last()
        .satisfies(
            change ->
                assertThat(change.message()).isEqualTo(training.failure().get().getMessage()));
    assertThat(training.weights().latest().weights().get("mean").values())
        .doesNotContain(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
    assertThat(training.result().orElseThrow().weights())
        .isSameAs(training.weights().latest().weights());
  }

  @Test
  void weightsWhoseOwnLossIsNotFiniteAreNotKept() {
    // The first update is so large that its weights are finite and their loss is not.
    CompletableFuture<WeightsFeed> feed = new CompletableFuture<>();
    List<Long> seen = new CopyOnWriteArrayList<>();
    MeanImageFamily reading = new MeanImageFamily(step -> seen.add(feed.join().latest().step()));
    useSlowClock();
    Training training =
        service.start(Tasks.withLearningRate(reading, 50, 1e25), log, StartMode.ATTENDED_PAUSED);
    feed.complete(training.weights());
    training.resume();
    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.FAILED);

    assertThat(seen).containsExactly(0L, 1L);
    assertThat(training.failure().orElseThrow())
        .hasMessageContaining("the loss became infinite at step 2 (epoch 1)")
        .hasMessageContaining("the weights of step 0 are kept");
    assertThat(training.weights().latest().step()).isZero();
    assertThat(largest(training.weights().latest().weights())).isLessThan(1);
  }

  /** A second passes between any two looks at the clock. */
  private void useSlowClock() {
    service.close();
    AtomicLong nanos = new AtomicLong();
    service =
        new TrainingService(
            new TrainingSurroundings(
                "test", path -> disk, Judges.NONE, () -> nanos.addAndGet(1_000_000_000L)));
  }

  private static float largest(Tensors weights) {
    float largest = 0;
    for (float value : weights.get("mean").values()) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  @Test
  void aDivergedTrainingLeavesTheCheckpointOfItsLastGoodEpoch() throws IOException {
    Path model = folder.resolve("model");
    assertThat(service.start(Tasks.stored(new MeanImageFamily(), 1, model), log).ended())
        .succeedsWithin(LONG);
    byte[] before = Files.readAllBytes(model.resolve("weights.safetensors"));
    Training diverged =
        service.start(
            Tasks.task(new MeanImageFamily(), 3, 1e30, Optional.of(model), Optional.empty()), log);
    assertThat(diverged.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.FAILED);

    assertThat(Files.readAllBytes(model.resolve("weights.safetensors"))).isEqualTo(before);
  }

  @Test
  void anAttendedTrainingPausesOnAFullDiskAndWritesAgainOnResume() throws InterruptedException {
    useFailingDisk();
    disk.full = true;
    Training training = service.start(stored(), log, StartMode.ATTENDED);
    StateChanged pause = log.awaitState(TrainingState.PAUSED);
    assertThat(pause.message()).startsWith("disk full").contains("resume to write it again");
    assertThat(log.shortly()).containsExactly("RUNNING", "s1", "s2", "s3", "e1", "PAUSED");

    disk.full = false;
    training.resume();
    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.COMPLETED);
    assertThat(disk.written.orElseThrow().record().steps()).isEqualTo(6);
    assertThat(disk.writes).hasValue(2);
  }

  @Test
  void aDiskThatStaysFullPausesAgain() throws InterruptedException {
    useFailingDisk();
    disk.full = true;
    Training training = service.start(stored(), log, StartMode.ATTENDED);
    log.awaitState(TrainingState.PAUSED);
    training.resume();
    log.await(event -> log.all(StateChanged.class).size() >= 4);
    training.stop();

    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.STOPPED);
    assertThat(log.shortly())
        .containsExactly(
            "RUNNING", "s1", "s2", "s3", "e1", "PAUSED", "RUNNING", "PAUSED", "STOPPED");
    assertThat(training.failure().orElseThrow()).hasMessage("disk full");
    assertThat(training.result()).isPresent();
  }

  @Test
  void anUnattendedTrainingFailsOnAFullDiskAndKeepsItsWeights() {
    useFailingDisk();
    disk.full = true;
    Training training = service.start(stored(), log);

    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.FAILED);
    assertThat(training.failure().orElseThrow()).hasMessage("disk full");
    assertThat(training.weights().latest().step()).isEqualTo(3);
    assertThat(training.result()).isPresent();
  }

  @Test
  void aCheckpointThatCannotBeReplacedLeavesTheOneBeforeWhole() throws Exception {
    Path model = folder.resolve("model");
    Path hidden = folder.resolve("hidden");
    TrainingListener swapping =
        event -> {
          if (event instanceof StepCompleted step && step.step() == 4) {
            swapForAFile(model, hidden);
          }
          log.onEvent(event);
        };
    Training training = service.start(stored(), swapping, StartMode.ATTENDED);
    log.awaitState(TrainingState.PAUSED);
    assertThat(TrainingPlace.read(hidden).record().steps()).isEqualTo(3);
    assertThat(namesIn(folder)).containsExactlyInAnyOrder("model", "hidden");

    Files.delete(model);
    training.resume();
    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.COMPLETED);
    assertThat(TrainingPlace.read(model).record().steps()).isEqualTo(6);
  }

  @Test
  void aFolderThatCannotBeWrittenIsFoundBeforeTheFirstStep() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Training training =
        service.start(Tasks.stored(new MeanImageFamily(), 1, file.resolve("model")), log);

    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.FAILED);
    assertThat(training.failure().orElseThrow()).hasMessageContaining(file.toString());
    assertThat(log.shortly()).containsExactly("FAILED");
    assertThat(log.all(EpochCompleted.class)).isEmpty();
  }

  private static void swapForAFile(Path model, Path hidden) {
    try {
      Files.move(model, hidden);
      Files.writeString(model, "in the way");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** A disk that can be full. */
  private static final class FailingStore implements CheckpointStore {

    volatile boolean full;
    final AtomicInteger writes = new AtomicInteger();
    volatile Optional<Checkpoint> written = Optional.empty();

    @Override
    public void checkWritable() {}

    @Override
    public void write(Checkpoint checkpoint, String description) {
      if (full) {
        throw new OperationFailedException("disk full");
      }
      writes.incrementAndGet();
      written = Optional.of(checkpoint);
    }

    @Override
    public Checkpoint read(ModelFamily<?> family) {
      return written.orElseThrow();
    }
  }
}
