package latentlab.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import latentlab.data.Dataset;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.failure.UserException;
import latentlab.models.AdversarialTrainer.Player;
import latentlab.models.GenerativeModel;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamily;
import latentlab.models.storage.StoredModel;
import org.jspecify.annotations.Nullable;

/** One training from the making of its model to its closing. {@link #run} is the whole of it. */
final class TrainingRun implements Training, Runnable {

  private final TrainingTask task;
  private final TrainingSurroundings surroundings;
  private final StartMode mode;
  private final TrainingControl control = new TrainingControl();
  private final TrainingReporter reporter;
  private final WeightsFeed weights = new WeightsFeed();
  private final CompletableFuture<TrainingState> ended = new CompletableFuture<>();
  private volatile @Nullable StoredModel result;
  private volatile @Nullable UserException failure;

  TrainingRun(
      TrainingTask task,
      TrainingListener listener,
      StartMode mode,
      TrainingSurroundings surroundings) {
    this.task = task;
    this.mode = mode;
    this.surroundings = surroundings;
    this.reporter = new TrainingReporter(listener);
    if (mode == StartMode.ATTENDED_PAUSED) {
      control.pause();
    }
  }

  /** Trains. Whatever happens, the model is closed and the end is told. */
  @Override
  @SuppressWarnings("CatchingUnchecked") // Nothing may be thrown past the end of a training.
  public void run() {
    TrainingOutcome outcome;
    try {
      outcome =
          control.isStopRequested()
              ? TrainingOutcome.of(TrainingState.STOPPED, "stopped before it began")
              : train();
    } catch (UserException e) {
      outcome = TrainingOutcome.of(TrainingState.FAILED, e);
    } catch (RuntimeException | Error e) {
      outcome =
          TrainingOutcome.of(
              TrainingState.FAILED,
              new OperationFailedException("the training failed unexpectedly: " + e, e));
    }
    end(outcome);
  }

  private void end(TrainingOutcome outcome) {
    WeightsFeed.Snapshot last = weights.present();
    if (!last.isEmpty()) {
      result =
          new StoredModel(
              TrainingCard.of(task, reporter.record(), surroundings.programVersion()),
              last.weights());
    }
    failure = outcome.failure().orElse(null);
    reporter.changeState(outcome.state(), outcome.message());
    ended.complete(outcome.state());
  }

  private TrainingOutcome train() {
    requireImages(task.dataset());
    Optional<Checkpoint> resumed = task.resumeFrom().map(this::readCheckpoint);
    Optional<CheckpointStore> store = task.plan().checkpointFolder().map(surroundings::store);
    store.ifPresent(CheckpointStore::checkWritable);
    try (GenerativeModel model = create(task.family(), task.config())) {
      resumed.ifPresent(checkpoint -> restore(model, checkpoint));
      TrainingRecord start = resumed.map(Checkpoint::record).orElse(TrainingRecord.START);
      reporter.changeRecord(start);
      reporter.changeState(TrainingState.RUNNING, resumed.isPresent() ? goingOn(start) : "");
      return loop(model, start, store);
    }
  }

  private TrainingOutcome loop(
      GenerativeModel model, TrainingRecord start, Optional<CheckpointStore> store) {
    CheckpointWriter checkpoints =
        new CheckpointWriter(
            task,
            store,
            mode != StartMode.UNATTENDED,
            surroundings.programVersion(),
            model,
            weights,
            start);
    try (WatchedTraining watch =
        WatchedTraining.of(model, task.dataset(), surroundings.judges(), reporter)) {
      return new TrainingLoop(
              task,
              model,
              start,
              control,
              reporter,
              watch,
              new WeightsKeeper(model, weights, surroundings.nanoClock()),
              checkpoints,
              surroundings.nanoClock())
          .run();
    }
  }

  private static void requireImages(Dataset dataset) {
    if (dataset.train().size() == 0 || dataset.validation().size() == 0) {
      throw new InvalidInputException(
          String.format(
              "data set %s has %d training and %d validation images; expected at least 1 of each",
              dataset.name(), dataset.train().size(), dataset.validation().size()));
    }
  }

  private <C extends Record & ModelConfig> GenerativeModel create(
      ModelFamily<C> family, ModelConfig config) {
    return family.create(
        family.configType().cast(config),
        TrainingCard.images(task),
        task.plan().seed().derive("initial-weights"));
  }

  private Checkpoint readCheckpoint(Path folder) {
    Checkpoint checkpoint = surroundings.store(folder).read(task.family());
    new ResumeCheck(folder, task).require(checkpoint);
    return checkpoint;
  }

  private void restore(GenerativeModel model, Checkpoint checkpoint) {
    try {
      model.setWeights(checkpoint.weights());
      model.trainer().setOptimizerState(checkpoint.optimizer());
    } catch (InvalidInputException e) {
      throw new InvalidInputException(task.resumeFrom().orElseThrow() + ": " + e.getMessage(), e);
    }
  }

  private static String goingOn(TrainingRecord start) {
    return String.format(
        "going on after %d steps, %d epochs done", start.steps(), start.history().size());
  }

  @Override
  public TrainingState state() {
    return reporter.state();
  }

  @Override
  public void pause() {
    control.pause();
  }

  @Override
  public void resume() {
    control.resume();
  }

  @Override
  public void singleStep() {
    control.singleStep(Optional.empty());
  }

  @Override
  public void singleStep(Player player) {
    control.singleStep(Optional.of(player));
  }

  @Override
  public void stop() {
    control.stop();
  }

  @Override
  public WeightsFeed weights() {
    return weights;
  }

  @Override
  public TrainingHistory history() {
    return reporter.record().history();
  }

  @Override
  public Optional<Duration> time() {
    return reporter.record().time();
  }

  @Override
  public Optional<StoredModel> result() {
    return Optional.ofNullable(result);
  }

  @Override
  public Optional<UserException> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public CompletableFuture<TrainingState> ended() {
    return ended.copy();
  }
}
