package latentlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import latentlab.random.Seed;
import latentlab.training.TrainingEvent.StateChanged;
import latentlab.training.TrainingEvent.StepCompleted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingControlsTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final int MANY_EPOCHS = 100_000;

  private final TrainingService service = new TrainingService(Judges.NONE);
  private final EventLog log = new EventLog();
  private final Gate gate = new Gate();
  private final MeanImageFamily gated = new MeanImageFamily(gate);

  @AfterEach
  void close() {
    gate.letPass(1_000_000);
    service.close();
  }

  @Test
  void pauseTakesEffectAfterThePresentStepAndResumeGoesOn() throws InterruptedException {
    Training training = service.start(Tasks.inMemory(gated, 1), log);
    gate.awaitArrival();
    training.pause();
    gate.letPass(1);
    log.awaitState(TrainingState.PAUSED);
    assertThat(training.state()).isEqualTo(TrainingState.PAUSED);
    assertThat(log.shortly()).containsExactly("RUNNING", "s1", "PAUSED");

    gate.letPass(2);
    training.resume();
    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.COMPLETED);
    assertThat(log.shortly())
        .containsExactly("RUNNING", "s1", "PAUSED", "RUNNING", "s2", "s3", "e1", "COMPLETED");
  }

  @Test
  void beginsPausedIfAskedToAndMakesSingleSteps() throws InterruptedException {
    Training training =
        service.start(
            Tasks.inMemory(new MeanImageFamily(), MANY_EPOCHS), log, StartMode.ATTENDED_PAUSED);
    log.awaitState(TrainingState.PAUSED);
    training.singleStep();
    log.awaitStep(1);
    training.singleStep();
    training.singleStep();
    log.awaitStep(3);
    assertThat(training.state()).isEqualTo(TrainingState.PAUSED);
    training.stop();

    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.STOPPED);
    assertThat(log.shortly()).startsWith("RUNNING", "PAUSED", "s1", "s2", "s3");
    assertThat(log.all(StepCompleted.class)).hasSize(3);
  }

  @Test
  void aPauseForgetsSingleStepsThatHaveNotBegun() throws InterruptedException {
    Training training =
        service.start(Tasks.inMemory(gated, MANY_EPOCHS), log, StartMode.ATTENDED_PAUSED);
    training.singleStep();
    gate.awaitArrival();
    training.singleStep();
    training.pause();
    gate.letPass(1);
    log.awaitStep(1);
    training.singleStep();
    gate.awaitArrival();
    gate.letPass(1);
    log.awaitStep(2);
    training.stop();

    assertThat(training.ended()).succeedsWithin(LONG);
    assertThat(log.all(StepCompleted.class)).hasSize(2);
  }

  @Test
  void aSingleStepOfARunningTrainingIsItsLastBeforeAPause() throws InterruptedException {
    Training training = service.start(Tasks.inMemory(gated, MANY_EPOCHS), log);
    gate.awaitArrival();
    training.singleStep();
    gate.letPass(100);
    log.awaitState(TrainingState.PAUSED);

    assertThat(log.shortly()).containsExactly("RUNNING", "s1", "s2", "PAUSED");
  }

  @Test
  void stopsDuringAPause() throws InterruptedException {
    Training training =
        service.start(Tasks.inMemory(gated, MANY_EPOCHS), log, StartMode.ATTENDED_PAUSED);
    log.awaitState(TrainingState.PAUSED);
    training.stop();

    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.STOPPED);
    assertThat(log.shortly()).containsExactly("RUNNING", "PAUSED", "STOPPED");
    assertThat(gated.made.get(0).closed).isTrue();
  }

  @Test
  void stopEndsAfterThePresentStepAndKeepsWhatWasLearnt() {
    Training training = service.start(Tasks.inMemory(gated, MANY_EPOCHS), log);
    gate.awaitArrival();
    gate.letPass(1);
    gate.awaitArrival();
    training.stop();
    gate.letPass(1);

    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.STOPPED);
    assertThat(log.shortly()).containsExactly("RUNNING", "s1", "s2", "STOPPED");
    assertThat(training.weights().latest().step()).isEqualTo(2);
    assertThat(training.result()).isPresent();
  }

  @Test
  void aTrainingStoppedBeforeItsTurnMakesNoModel() {
    Training first = service.start(Tasks.inMemory(gated, MANY_EPOCHS), log);
    MeanImageFamily unused = new MeanImageFamily();
    Training second = service.start(Tasks.inMemory(unused, 1), event -> {});
    gate.awaitArrival();
    second.stop();
    first.stop();
    gate.letPass(1);

    assertThat(second.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.STOPPED);
    assertThat(unused.made).isEmpty();
    assertThat(second.result()).isEmpty();
  }

  @Test
  void commandsAfterTheEndChangeNothing() {
    Training training = service.start(Tasks.inMemory(new MeanImageFamily(), 1), log);
    assertThat(training.ended()).succeedsWithin(LONG);
    List<String> before = log.shortly();
    training.pause();
    training.singleStep();
    training.resume();
    training.stop();
    training.stop();

    assertThat(training.state()).isEqualTo(TrainingState.COMPLETED);
    assertThat(log.shortly()).isEqualTo(before);
  }

  @Test
  void cancellingTheFutureOfTheEndDoesNotTouchTheTraining() {
    Training training = service.start(Tasks.inMemory(gated, 1), log);
    gate.awaitArrival();
    training.ended().cancel(true);
    gate.letPass(3);

    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.COMPLETED);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyOrderOfCommandsLeavesAWholeTraining(long seed) {
    Training training = service.start(Tasks.inMemory(new MeanImageFamily(), 300), log);
    RandomGenerator random = new Seed(seed).generator();
    for (int i = 0; i < 300; i++) {
      switch (random.nextInt(4)) {
        case 0 -> training.pause();
        case 1 -> training.resume();
        case 2 -> training.singleStep();
        default -> Thread.yield();
      }
    }
    training.resume();

    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.COMPLETED);
    assertThat(log.all(StepCompleted.class).stream().map(StepCompleted::step))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 900).boxed().toList());
    List<TrainingState> states =
        log.all(StateChanged.class).stream().map(StateChanged::state).toList();
    for (int i = 1; i < states.size(); i++) {
      assertThat(states.get(i)).isNotEqualTo(states.get(i - 1));
    }
  }

  @Test
  void whilePausedTheFeedHoldsThePresentWeights() throws InterruptedException {
    Training training = service.start(Tasks.inMemory(gated, MANY_EPOCHS), log);
    gate.awaitArrival();
    gate.letPass(1);
    gate.awaitArrival();
    training.pause();
    gate.letPass(1);
    log.awaitState(TrainingState.PAUSED);

    assertThat(training.weights().latest().step()).isEqualTo(2);
  }

  @Test
  void closingWhileItTrainsStopsItAndLeavesNoThread() {
    Training training = service.start(Tasks.inMemory(gated, MANY_EPOCHS), log);
    Training next = service.start(Tasks.inMemory(new MeanImageFamily(), 1), log);
    gate.awaitArrival();
    assertThat(threads()).contains(TrainingService.THREAD_NAME);
    gate.letPass(1_000_000);
    service.close();

    assertThat(training.ended()).isCompletedWithValue(TrainingState.STOPPED);
    assertThat(next.ended()).isCompletedWithValue(TrainingState.STOPPED);
    assertThat(gated.made.get(0).closed).isTrue();
    assertThat(gated.made.get(0).owner.isAlive()).isFalse();
  }

  @Test
  void closingWhilePausedEndsToo() throws InterruptedException {
    Training training =
        service.start(Tasks.inMemory(gated, MANY_EPOCHS), log, StartMode.ATTENDED_PAUSED);
    log.awaitState(TrainingState.PAUSED);
    service.close();
    service.close();

    assertThat(training.ended()).isCompletedWithValue(TrainingState.STOPPED);
    assertThat(gated.made.get(0).owner.isAlive()).isFalse();
  }

  @Test
  void aListenerMayCloseTheService() {
    Training training =
        service.start(
            Tasks.inMemory(new MeanImageFamily(), MANY_EPOCHS),
            event -> {
              if (event instanceof StepCompleted) {
                service.close();
              }
            });

    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.STOPPED);
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
  }
}
