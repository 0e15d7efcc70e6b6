package latentlab.training;

import java.util.Optional;
import java.util.function.LongSupplier;
import latentlab.data.ImageBatch;
import latentlab.data.Permutation;
import latentlab.failure.OperationFailedException;
import latentlab.failure.UserException;
import latentlab.models.AdversarialTrainer;
import latentlab.models.AdversarialTrainer.Player;
import latentlab.models.GenerativeModel;
import latentlab.models.LossTerms;
import latentlab.models.ModelTrainer;
import latentlab.models.TrainingPoint;
import latentlab.random.Seed;
import latentlab.training.TrainingControl.Kind;
import latentlab.training.TrainingControl.Turn;
import latentlab.training.TrainingEvent.EpochCompleted;
import latentlab.training.TrainingEvent.EpochPictures;
import latentlab.training.TrainingEvent.StepCompleted;

/**
 * Makes the steps of one training, from a place on. Everything random in a step depends on the
 * training's seed and the step's number alone. For the training thread.
 */
final class TrainingLoop {

  private final TrainingTask task;
  private final GenerativeModel model;
  private final ModelTrainer trainer;
  private final TrainingControl control;
  private final TrainingReporter reporter;
  private final WatchedTraining watch;
  private final WeightsKeeper weights;
  private final CheckpointWriter checkpoints;
  private final LongSupplier nanoClock;

  private final Seed seed;
  private final EpochSteps epochSteps;
  private final long stepsInAll;
  private final BatchReader batches;
  private final ValidationLoss validation;
  private final FixedInputs fixedInputs;
  private final TrainingPace pace = new TrainingPace();
  private TrainingRecord record;

  TrainingLoop(
      TrainingTask task,
      GenerativeModel model,
      TrainingRecord start,
      TrainingControl control,
      TrainingReporter reporter,
      WatchedTraining watch,
      WeightsKeeper weights,
      CheckpointWriter checkpoints,
      LongSupplier nanoClock) {
    this.task = task;
    this.model = model;
    this.trainer = model.trainer();
    this.record = start;
    this.control = control;
    this.reporter = reporter;
    this.watch = watch;
    this.weights = weights;
    this.checkpoints = checkpoints;
    this.nanoClock = nanoClock;
    seed = task.plan().seed();
    epochSteps = EpochSteps.of(task);
    stepsInAll = task.plan().epochs() * epochSteps.perEpoch();
    batches = new BatchReader(task.dataset().train());
    validation = new ValidationLoss(task.dataset().validation(), seed);
    fixedInputs = new FixedInputs(task.dataset().validation());
  }

  /**
   * Trains to the end.
   *
   * @return completed or stopped
   * @throws UserException if the training diverged, or a checkpoint could not be written and nobody
   *     is there to help
   */
  TrainingOutcome run() {
    takeWeights();
    while (record.history().size() < task.plan().epochs()) {
      if (!makeSteps() || !endEpoch()) {
        return stopped();
      }
    }
    return TrainingOutcome.of(TrainingState.COMPLETED, "");
  }

  /** Makes the steps that the present epoch still lacks; false if asked to stop. */
  private boolean makeSteps() {
    int epoch = record.history().size();
    int[] order = Permutation.of(epochSteps.images(), seed.derive("epoch-order", epoch));
    long firstStep = epoch * epochSteps.perEpoch();
    while (record.steps() < firstStep + epochSteps.perEpoch()) {
      Turn turn = nextTurn("");
      if (turn.kind() == Kind.STOP) {
        return false;
      }
      makeStep(order, record.steps() - firstStep, turn.player());
    }
    return true;
  }

  private void makeStep(int[] order, long stepOfEpoch, Optional<Player> player) {
    long begin = nanoClock.getAsLong();
    int from = epochSteps.imagesIn(stepOfEpoch);
    int to = epochSteps.imagesIn(stepOfEpoch + 1);
    LossTerms loss = step(batches.read(order, from, to), player);
    requireFinite("loss", loss, record.steps() + 1);
    weights.confirm();
    record = record.withStep(loss, to - from);
    if (weights.isDue(record.steps())) {
      takeWeights();
    }
    long nanos = nanoClock.getAsLong() - begin;
    record = record.after(nanos);
    pace.stepMade(to - from, nanos);
    reporter.send(
        new StepCompleted(
            record.steps(),
            stepsInAll,
            loss,
            pace.imagesPerSecond(),
            pace.timeLeft(
                stepsInAll - record.steps(), task.plan().epochs() - record.history().size())));
    watch.observe(loss);
  }

  private LossTerms step(ImageBatch batch, Optional<Player> player) {
    TrainingPoint point = new TrainingPoint(record.steps(), stepsInAll);
    Seed stepSeed = seed.derive("step", record.steps());
    return player.isPresent() && trainer instanceof AdversarialTrainer adversarial
        ? adversarial.step(batch, point, stepSeed, player.get())
        : trainer.step(batch, point, stepSeed);
  }

  /** Measures, shows and stores what the epoch brought; false if asked to stop. */
  private boolean endEpoch() {
    long begin = nanoClock.getAsLong();
    takeWeights();
    Optional<LossTerms> measured =
        validation.measure(
            trainer, new TrainingPoint(record.steps() - 1, stepsInAll), control::isStopRequested);
    if (measured.isEmpty()) {
      return false;
    }
    requireFinite("validation loss", measured.get(), record.steps());
    weights.confirm();
    EpochPictures pictures = fixedInputs.shownBy(model);
    record = record.withEpochDone(measured.get()).after(nanoClock.getAsLong() - begin);
    reportEpoch(pictures);
    watch.endEpoch(record.history().size());
    Optional<UserException> problem = checkpoints.tryWrite(record);
    pace.epochEnded(nanoClock.getAsLong() - begin);
    return problem.isEmpty() || writeAgain(problem.get());
  }

  private void reportEpoch(EpochPictures pictures) {
    TrainingHistory history = record.history();
    reporter.changeRecord(record);
    TrainingHistory.Epoch last = history.last().orElseThrow();
    reporter.send(
        new EpochCompleted(
            history.size(),
            task.plan().epochs(),
            record.steps(),
            last.training(),
            last.validation(),
            pictures));
  }

  /** Pauses and writes again until the checkpoint is there; false if asked to stop. */
  private boolean writeAgain(UserException first) {
    Optional<UserException> problem = Optional.of(first);
    while (problem.isPresent()) {
      if (!checkpoints.isAttended()) {
        throw problem.get();
      }
      control.pause();
      String reason = problem.get().getMessage() + "; paused: resume to write it again";
      if (nextTurn(reason).kind() == Kind.STOP) {
        return false;
      }
      problem = checkpoints.tryWrite(record);
    }
    return true;
  }

  /** Waits while paused. */
  private Turn nextTurn(String reasonToPause) {
    Turn turn = control.take();
    if (turn.kind() == Kind.WAIT) {
      takeWeights();
      if (reporter.state() != TrainingState.PAUSED || !reasonToPause.isEmpty()) {
        reporter.changeState(TrainingState.PAUSED, reasonToPause);
      }
      turn = control.await();
    }
    if (turn.kind() == Kind.RUN && reporter.state() == TrainingState.PAUSED) {
      reporter.changeState(TrainingState.RUNNING, "");
    }
    return turn;
  }

  private TrainingOutcome stopped() {
    takeWeights();
    reporter.changeRecord(record);
    return checkpoints
        .tryWrite(record)
        .map(problem -> TrainingOutcome.of(TrainingState.STOPPED, problem))
        .orElseGet(() -> TrainingOutcome.of(TrainingState.STOPPED, ""));
  }

  private void takeWeights() {
    if (!weights.take(record.steps())) {
      throw diverged("a weight became NaN or infinite", record.steps());
    }
  }

  private void requireFinite(String what, LossTerms loss, long step) {
    if (!loss.isFinite()) {
      throw diverged(
          "the " + what + " became " + (Double.isNaN(loss.total()) ? "NaN" : "infinite"), step);
    }
  }

  private OperationFailedException diverged(String what, long step) {
    long kept = weights.fallBack();
    return new OperationFailedException(
        String.format(
            "%s at step %d (epoch %d); %s%s",
            what,
            step,
            record.history().size() + 1,
            kept < 0 ? "no weights are kept" : "the weights of step " + kept + " are kept",
            LearningRateAdvice.of(task)));
  }
}
