package latentlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import latentlab.models.ModelFamilies;
import latentlab.models.storage.ModelFolder;
import latentlab.training.TrainingEvent.EpochCompleted;
import latentlab.training.TrainingEvent.StateChanged;
import latentlab.training.TrainingEvent.StepCompleted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock goes ten seconds in each step, and otherwise only where a test turns it. */
class TrainingClockTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration STEP = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private final AtomicLong now = new AtomicLong(-5);
  private final MeanImageFamily family = new MeanImageFamily(step -> turn(STEP));
  private final TrainingService service =
      new TrainingService(
          new TrainingSurroundings("test", CheckpointFolder::new, Judges.NONE, now::get));

  @AfterEach
  void close() {
    service.close();
  }

  private void turn(Duration by) {
    now.addAndGet(by.toNanos());
  }

  private Path checkpoint() {
    return folder.resolve("model");
  }

  private Training ended(TrainingTask task, TrainingListener listener) {
    Training training = service.start(task, listener);
    assertThat(training.ended()).succeedsWithin(LONG);
    assertThat(training.failure()).isEmpty();
    return training;
  }

  private static Optional<Duration> ofCard(Training training) {
    return training.result().orElseThrow().card().provenance().time();
  }

  @Test
  void countsTheStepsAndIsInTheCard() {
    Training training = ended(Tasks.inMemory(family, 2), event -> {});

    assertThat(training.time()).contains(STEP.multipliedBy(6));
    assertThat(ofCard(training)).contains(STEP.multipliedBy(6));
  }

  @Test
  void doesNotCountWhatHappensBetweenSteps() {
    Training training =
        ended(
            Tasks.inMemory(family, 2),
            event -> {
              if (event instanceof StateChanged || event instanceof StepCompleted) {
                turn(Duration.ofHours(1));
              }
            });

    assertThat(training.time()).contains(STEP.multipliedBy(6));
  }

  @Test
  void goesOnCountingAfterAResume() {
    ended(Tasks.stored(family, 2, checkpoint()), event -> {});
    turn(Duration.ofDays(3));
    Training resumed = ended(Tasks.resumed(family, 5, checkpoint()), event -> {});

    assertThat(ofCard(resumed)).contains(STEP.multipliedBy(15));
    assertThat(
            new ModelFolder(checkpoint())
                .readCard(ModelFamilies.of(List.of(family)))
                .provenance()
                .time())
        .contains(STEP.multipliedBy(15));
  }

  @Test
  void countsTheStepsOfAnEpochThatWasStopped() throws InterruptedException {
    EventLog log = new EventLog();
    Training running =
        service.start(Tasks.stored(family, 3, checkpoint()), log, StartMode.ATTENDED_PAUSED);
    for (long step = 1; step <= 4; step++) {
      running.singleStep();
      log.awaitStep(step);
    }
    running.stop();
    assertThat(running.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.STOPPED);

    assertThat(ofCard(running)).contains(STEP.multipliedBy(4));
    assertThat(TrainingPlace.read(checkpoint()).record().time()).contains(STEP.multipliedBy(4));
  }

  @Test
  void isUnknownAfterAResumeFromACheckpointThatDoesNotTellIt() throws IOException {
    ended(Tasks.stored(family, 1, checkpoint()), event -> {});
    Path json = checkpoint().resolve("training.json");
    String text = Files.readString(json);
    Files.writeString(json, text.replaceFirst("\"nanoseconds\":[0-9]+,", ""));
    Training resumed = ended(Tasks.resumed(family, 2, checkpoint()), event -> {});

    assertThat(ofCard(resumed)).isEmpty();
    assertThat(resumed.history().size()).isEqualTo(2);
  }

  @Test
  void anEpochThatIsToldIsCounted() {
    Training[] running = new Training[1];
    Duration[] told = new Duration[1];
    EventLog log = new EventLog();
    running[0] =
        service.start(
            Tasks.inMemory(family, 1),
            event -> {
              log.onEvent(event);
              if (event instanceof EpochCompleted) {
                told[0] = running[0].time().orElseThrow();
              }
            },
            StartMode.ATTENDED_PAUSED);
    running[0].resume();
    assertThat(running[0].ended()).succeedsWithin(LONG);

    assertThat(told[0]).isEqualTo(STEP.multipliedBy(3));
  }
}
