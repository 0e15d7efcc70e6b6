package latentlab.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import latentlab.failure.OperationFailedException;
import latentlab.random.Seed;
import latentlab.training.TrainingEvent.StateChanged;
import latentlab.training.TrainingState;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.text.Messages;
import org.junit.jupiter.api.Test;

class TrainingRunViewModelTest {

  private final Deque<Runnable> background = new ArrayDeque<>();
  private final FakeTraining training = new FakeTraining();
  private final ExplorationSession session = new ExplorationSession(background::add);
  private final TrainingRunViewModel run = runWith(training);

  @Test
  void preparesInTheBackgroundAndThenRuns() {
    run.train(request());
    assertThat(run.phase().get()).isEqualTo(RunPhase.PREPARING);
    assertThat(run.active().get()).isTrue();

    work();

    assertThat(run.phase().get()).isEqualTo(RunPhase.RUNNING);
    assertThat(training.task())
        .hasValueSatisfying(
            task -> {
              assertThat(task.dataset().name()).isEqualTo("synthetic");
              assertThat(task.plan().epochs()).isEqualTo(4);
              assertThat(task.plan().batchSize()).isEqualTo(32);
            });
  }

  @Test
  void explorationFollowsTheTrainingAndStaysAfterIt() {
    start();
    assertThat(session.current()).hasValueSatisfying(now -> assertThat(now.live()).isTrue());
    ExploredModel live = session.current().orElseThrow();
    long revision = session.revision().get();

    new SyntheticEvents(4, 10).tell(1, training::tell);
    assertThat(session.revision().get()).isGreaterThan(revision);

    training.end(TrainingState.COMPLETED, "");
    work();

    assertThat(session.current())
        .hasValueSatisfying(
            now -> {
              assertThat(now.live()).isFalse();
              assertThat(now.replica()).isSameAs(live.replica());
              assertThat(now.card().provenance().epochs()).isEqualTo(1);
              assertThat(now.card().provenance().metrics()).containsKey("validation_kl");
            });
    assertThat(run.active().get()).isFalse();
  }

  @Test
  void keepsEveryLossAndShowsTheLatestFigures() {
    start();
    new SyntheticEvents(4, 10).tell(2, training::tell);

    assertThat(run.history().training("total").size()).isEqualTo(20);
    assertThat(run.history().validation("kl").size()).isEqualTo(2);
    assertThat(run.fraction().get()).isEqualTo(0.5);
    assertThat(run.statistics().get().steps()).contains("step 20 of 40");
    assertThat(run.statistics().get().throughput()).isEqualTo("5,480 images/s");
    assertThat(run.replay().pictures().get()).isNotNull();
  }

  @Test
  void steersTheTraining() {
    start();
    run.pauseOrResume();
    training.tell(new StateChanged(TrainingState.PAUSED, ""));
    assertThat(run.phase().get()).isEqualTo(RunPhase.PAUSED);
    run.singleStep();
    run.pauseOrResume();
    training.tell(new StateChanged(TrainingState.RUNNING, ""));
    run.singleStep();
    run.stop();
    assertThat(run.phase().get()).isEqualTo(RunPhase.STOPPING);

    assertThat(training.commands).containsExactly("pause", "step", "resume", "stop");
    training.end(TrainingState.STOPPED, "");
    assertThat(run.phase().get()).isEqualTo(RunPhase.ENDED);
  }

  @Test
  void tellsWhyATrainingFailed() {
    start();
    training.end(TrainingState.FAILED, "the loss became NaN in step 7");

    assertThat(run.failure().get()).isEqualTo("the loss became NaN in step 7");
    assertThat(run.message().get()).isEqualTo("the loss became NaN in step 7");
    assertThat(run.active().get()).isFalse();
  }

  @Test
  void comesBackFromAStartThatFails() {
    TrainingRunViewModel failing =
        runWith(
            (task, listener) -> {
              throw new OperationFailedException("no memory for the networks");
            });
    failing.train(request());
    work();

    assertThat(failing.phase().get()).isEqualTo(RunPhase.IDLE);
    assertThat(failing.failure().get()).isEqualTo("no memory for the networks");
  }

  @Test
  void stoppingWhileItPreparesStartsNothing() {
    run.train(request());
    run.stop();
    work();

    assertThat(training.task()).isEmpty();
    assertThat(run.active().get()).isFalse();
    assertThat(run.failure().get()).isEmpty();
  }

  @Test
  void ignoresASecondStartWhileOneIsActive() {
    start();
    run.train(request());

    assertThat(background).isEmpty();
  }

  @Test
  void forgetsTheLastRunWhenAnotherStarts() {
    start();
    new SyntheticEvents(4, 10).tell(1, training::tell);
    training.end(TrainingState.FAILED, "the loss became NaN");
    work();

    run.train(request());

    assertThat(run.history().terms()).isEmpty();
    assertThat(run.replay().pictures().get()).isNull();
    assertThat(run.failure().get()).isEmpty();
  }

  private TrainingRunViewModel runWith(TrainingServices.Starter starter) {
    return new TrainingRunViewModel(
        new TrainingServices(
            new FakeDatasets(),
            starter,
            (task, started) -> TrainingTabFixture.replica(),
            (folder, card, weights, losses, description) -> {},
            "test"),
        session,
        background::add,
        Runnable::run,
        (work, delay) -> work.run(),
        () -> 0,
        Messages.load());
  }

  private void start() {
    run.train(request());
    work();
  }

  private void work() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  private static TrainingRequest request() {
    SampleFamily family = new SampleFamily();
    return new TrainingRequest("synthetic", family, family.defaultConfig(), 4, 32, new Seed(1));
  }
}
