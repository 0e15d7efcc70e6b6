package latentlab.ui.training;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import latentlab.data.Dataset;
import latentlab.models.AdversarialTrainer;
import latentlab.models.AdversarialTrainer.Player;
import latentlab.progress.Cancellation;
import latentlab.training.ModelReplica;
import latentlab.training.Training;
import latentlab.training.TrainingEvent.EpochCompleted;
import latentlab.training.TrainingEvent.SamplesSurveyed;
import latentlab.training.TrainingEvent.StateChanged;
import latentlab.training.TrainingEvent.StepCompleted;
import latentlab.training.TrainingPlan;
import latentlab.training.TrainingState;
import latentlab.training.TrainingTask;
import latentlab.training.watch.TrainingWarning;
import latentlab.ui.bridge.LatestProgress;
import latentlab.ui.bridge.PulseScheduler;
import latentlab.ui.bridge.TrainingEventBridge;
import latentlab.ui.bridge.TrainingNews;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ModelTitle;
import latentlab.ui.text.Failures;
import latentlab.ui.text.Messages;
import latentlab.ui.training.chart.LossHistory;
import latentlab.ui.training.chart.LossRuns;
import org.jspecify.annotations.Nullable;

/**
 * Starts, steers and follows one training after another. While one runs, the session's model is its
 * live replica. Methods and properties belong to the JavaFX thread; needs no toolkit.
 */
public final class TrainingRunViewModel {

  private final TrainingServices services;
  private final ExplorationSession session;
  private final Executor background;
  private final Executor foreground;
  private final PulseScheduler pulses;
  private final LongSupplier nanoClock;
  private final Messages messages;

  private final ReadOnlyObjectWrapper<RunPhase> phase = new ReadOnlyObjectWrapper<>(RunPhase.IDLE);
  private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<RunStatistics> statistics =
      new ReadOnlyObjectWrapper<>(RunStatistics.NONE);
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
  private final EpochReplay replay;
  private final ReadOnlyLongWrapper historyRevision = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper adversarial = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<SamplesSurveyed>> surveys =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ObservableValue<List<SamplesSurveyed>> shownSurveys;
  private final ReadOnlyObjectWrapper<Set<TrainingWarning>> warnings =
      new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<@Nullable TrainedModel> trained =
      new ReadOnlyObjectWrapper<>();
  private final LossRuns runs = new LossRuns(new LossHistory());

  private Cancellation preparation = new Cancellation();
  private @Nullable Training training;
  private @Nullable TrainingEventBridge bridge;
  private int epochsDone;
  private int epochsInAll;
  private int runsBegun;

  /**
   * Creates the view-model of a tab in which nothing runs yet.
   *
   * @param services what others do
   * @param session is given the model that trains
   * @param background runs what may block
   * @param foreground runs work on the JavaFX thread
   * @param pulses runs work on the JavaFX thread after a delay
   * @param nanoClock the time in nanoseconds
   * @param messages the words
   */
  public TrainingRunViewModel(
      TrainingServices services,
      ExplorationSession session,
      Executor background,
      Executor foreground,
      PulseScheduler pulses,
      LongSupplier nanoClock,
      Messages messages) {
    this.services = services;
    this.session = session;
    this.background = background;
    this.foreground = foreground;
    this.pulses = pulses;
    this.nanoClock = nanoClock;
    this.messages = messages;
    replay = new EpochReplay(pulses);
    shownSurveys =
        Bindings.createObjectBinding(
            this::surveysUpToEpoch, surveys, replay.following(), replay.epoch());
    phase.addListener((property, old, now) -> active.set(now.isActive()));
  }

  /**
   * Whether a training is being prepared, runs, pauses or stops.
   *
   * @return false when the window may close without a question
   */
  public ReadOnlyBooleanProperty active() {
    return active.getReadOnlyProperty();
  }

  /**
   * What is happening.
   *
   * @return one line for the user
   */
  public ReadOnlyStringProperty message() {
    return message.getReadOnlyProperty();
  }

  /**
   * What went wrong last.
   *
   * @return one line for the user; empty if nothing did
   */
  public ReadOnlyStringProperty failure() {
    return failure.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<RunPhase> phase() {
    return phase.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<RunStatistics> statistics() {
    return statistics.getReadOnlyProperty();
  }

  /**
   * How much of the training is done.
   *
   * @return from 0 to 1, or -1 while that is not known
   */
  public ReadOnlyDoubleProperty fraction() {
    return fraction.getReadOnlyProperty();
  }

  /** The pictures of all epochs of the last training. */
  EpochReplay replay() {
    return replay;
  }

  /** All losses of the last training. */
  LossHistory history() {
    return runs.present().get().history();
  }

  /** The last training and those before it, whose curves can be laid over each other. */
  LossRuns runs() {
    return runs;
  }

  /** Changes whenever the history has. */
  ReadOnlyLongProperty historyRevision() {
    return historyRevision.getReadOnlyProperty();
  }

  /** Whether two players are trained, of which each can be moved alone. */
  ReadOnlyBooleanProperty adversarial() {
    return adversarial.getReadOnlyProperty();
  }

  /** What samples were like after each epoch of the last training, up to the one looked at. */
  ObservableValue<List<SamplesSurveyed>> shownSurveys() {
    return shownSurveys;
  }

  /** What goes wrong in the last training. */
  ReadOnlyObjectProperty<Set<TrainingWarning>> warnings() {
    return warnings.getReadOnlyProperty();
  }

  /** The model of the last training, to be saved; null before the first. */
  ReadOnlyObjectProperty<@Nullable TrainedModel> trained() {
    return trained.getReadOnlyProperty();
  }

  /** Starts a training; does nothing while one is active. */
  void train(TrainingRequest request) {
    if (phase.get().isActive()) {
      return;
    }
    forgetLastRun();
    runsBegun++;
    runs.begin(
        messages.text("runs.name", runsBegun),
        RunDetails.of(request.family(), request.config(), request.dataset()));
    phase.set(RunPhase.PREPARING);
    message.set(messages.text("training.preparing", request.dataset()));
    fraction.set(-1);
    Cancellation token = new Cancellation();
    preparation = token;
    epochsInAll = request.epochs();
    TrainingEventBridge events = new TrainingEventBridge(this::show, pulses, nanoClock);
    bridge = events;
    background.execute(() -> prepare(request, token, events));
  }

  /** Pauses what runs, or goes on with what pauses. */
  void pauseOrResume() {
    Training current = training;
    if (current == null) {
      return;
    }
    if (phase.get() == RunPhase.RUNNING) {
      current.pause();
    } else if (phase.get() == RunPhase.PAUSED) {
      current.resume();
    }
  }

  /** Makes one step and waits again. */
  void singleStep() {
    Training current = training;
    if (current != null && phase.get() == RunPhase.PAUSED) {
      current.singleStep();
    }
  }

  /** Moves one player by one step and waits again. */
  void singleStep(Player player) {
    Training current = training;
    if (current != null && phase.get() == RunPhase.PAUSED) {
      current.singleStep(player);
    }
  }

  /** Ends after the present step, or ends the preparation; returns at once. */
  public void stop() {
    if (!phase.get().isActive()) {
      return;
    }
    preparation.cancel();
    phase.set(RunPhase.STOPPING);
    message.set(messages.text("training.stopping"));
    Training current = training;
    if (current != null) {
      current.stop();
    }
  }

  private void forgetLastRun() {
    TrainingEventBridge old = bridge;
    if (old != null) {
      old.close();
    }
    training = null;
    replay.clear();
    adversarial.set(false);
    surveys.set(List.of());
    warnings.set(Set.of());
    statistics.set(RunStatistics.NONE);
    failure.set("");
    epochsDone = 0;
  }

  private void prepare(TrainingRequest request, Cancellation token, TrainingEventBridge events) {
    try {
      Dataset dataset =
          services
              .datasets()
              .load(
                  request.dataset(),
                  request.seed(),
                  new LatestProgress(pulses, this::showPreparation),
                  token);
      token.throwIfRequested();
      TrainingTask task =
          new TrainingTask(
              request.family(),
              request.config(),
              dataset,
              new TrainingPlan(
                  request.epochs(), request.batchSize(), request.seed(), Optional.empty()),
              Optional.empty());
      Training started = services.starter().start(task, events);
      foreground.execute(() -> follow(task, started));
    } catch (CancellationException cancelled) {
      foreground.execute(() -> abandon("", messages.text("training.cancelled")));
    } catch (RuntimeException | LinkageError problem) {
      String reason = Failures.oneLine(problem);
      foreground.execute(() -> abandon(reason, reason));
    }
  }

  private void follow(TrainingTask task, Training started) {
    training = started;
    CompletableFuture<?> unused =
        started
            .ended()
            .whenComplete((state, problem) -> foreground.execute(() -> finish(started, state)));
    if (phase.get() == RunPhase.STOPPING) {
      started.stop();
      return;
    }
    phase.set(phaseOf(started.state()));
    fraction.set(0);
    message.set(messages.text("training.running", task.dataset().name()));
    LossHistory losses = history();
    background.execute(() -> explore(task, started, losses));
  }

  private void explore(TrainingTask task, Training started, LossHistory losses) {
    try {
      ModelReplica replica = services.replicas().following(task, started);
      TrainedModel model =
          new TrainedModel(
              task, titleOf(task), services.programVersion(), replica, started, losses);
      foreground.execute(() -> show(model, started));
    } catch (RuntimeException | LinkageError problem) {
      String reason = messages.text("training.replica.failed", Failures.oneLine(problem));
      foreground.execute(() -> failure.set(reason));
    }
  }

  private void show(TrainedModel model, Training started) {
    if (training != started) {
      background.execute(model.replica()::close);
      return;
    }
    trained.set(model);
    askForPlayers(model);
    session.exploreTraining(
        model.explored(messages.text("training.live", model.title()), !started.state().isEnded()));
  }

  private void askForPlayers(TrainedModel asked) {
    CompletableFuture<?> unused =
        asked
            .replica()
            .ask(model -> model.trainer() instanceof AdversarialTrainer)
            .thenAccept(answer -> foreground.execute(() -> showPlayers(asked, answer)));
  }

  private void showPlayers(TrainedModel asked, boolean twoPlayers) {
    if (trained.get() == asked) {
      adversarial.set(twoPlayers);
    }
  }

  private void showPreparation(LatestProgress.Report report) {
    if (phase.get() == RunPhase.PREPARING) {
      fraction.set(report.fraction());
      message.set(report.what());
    }
  }

  private void show(TrainingNews news) {
    LossHistory history = history();
    for (StepCompleted step : news.steps()) {
      history.expect(step.stepsInAll() / Math.max(1, epochsInAll));
      history.add(step);
    }
    news.epochs().forEach(history::add);
    for (EpochCompleted epoch : news.epochs()) {
      epochsDone = epoch.epoch();
      epochsInAll = epoch.epochs();
      TrainedModel model = trained.get();
      if (model != null) {
        model.measured(epoch);
      }
    }
    news.pictures().ifPresent(pictures -> replay.add(epochsDone, pictures));
    news.warnings().ifPresent(changed -> warnings.set(changed.present()));
    if (!news.surveys().isEmpty()) {
      surveys.set(Stream.concat(surveys.get().stream(), news.surveys().stream()).toList());
    }
    if (!news.steps().isEmpty()) {
      showFigures(news.steps().get(news.steps().size() - 1));
    }
    if (!news.steps().isEmpty() || !news.epochs().isEmpty()) {
      historyRevision.set(historyRevision.get() + 1);
      session.weightsChanged();
    }
    news.state().ifPresent(this::show);
  }

  private List<SamplesSurveyed> surveysUpToEpoch() {
    return replay.following().get()
        ? surveys.get()
        : surveys.get().stream().filter(survey -> survey.epoch() <= replay.epoch().get()).toList();
  }

  private void showFigures(StepCompleted step) {
    int epoch = Math.min(epochsDone + 1, epochsInAll);
    statistics.set(RunStatistics.of(step, epoch, epochsInAll, messages));
    fraction.set(statistics.get().fraction());
  }

  private void show(StateChanged change) {
    if (phase.get() != RunPhase.STOPPING || change.state().isEnded()) {
      phase.set(phaseOf(change.state()));
      String told = change.message();
      message.set(told.isEmpty() ? messages.text("training.state." + change.state()) : told);
    }
    if (change.state() == TrainingState.FAILED) {
      failure.set(change.message());
    }
  }

  /** The training thread has let go of the model; its events may still be on their way. */
  private void finish(Training ended, @Nullable TrainingState state) {
    if (training != ended) {
      return;
    }
    phase.set(RunPhase.ENDED);
    if (state != null && failure.get().isEmpty()) {
      message.set(messages.text("training.state." + state));
    }
    TrainedModel model = trained.get();
    if (model != null) {
      session.trainingEnded(model.explored(model.title(), false));
    }
  }

  private void abandon(String reason, String told) {
    phase.set(trained.get() == null ? RunPhase.IDLE : RunPhase.ENDED);
    fraction.set(0);
    failure.set(reason);
    message.set(told);
  }

  private static RunPhase phaseOf(TrainingState state) {
    return switch (state) {
      case RUNNING -> RunPhase.RUNNING;
      case PAUSED -> RunPhase.PAUSED;
      case COMPLETED, STOPPED, FAILED -> RunPhase.ENDED;
    };
  }

  private String titleOf(TrainingTask task) {
    return ModelTitle.of(task.family(), task.config(), task.dataset().name(), messages);
  }
}
