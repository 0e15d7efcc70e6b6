package latentlab.ui.diffusion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import latentlab.data.ImageBatch;
import latentlab.models.denoising.ImageDiffusion;
import latentlab.models.denoising.ImageEditing;
import latentlab.models.denoising.Inpainting;
import latentlab.models.denoising.SamplingControl;
import latentlab.models.denoising.SamplingRequest;
import latentlab.models.denoising.Trajectory;
import latentlab.models.denoising.TrajectoryStep;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.ui.bridge.PulseScheduler;
import latentlab.ui.text.Failures;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Makes images step by step and shows any step of the way. Positions count the steps from 0, the
 * noisiest, and the position after the last step is the finished image. Methods and properties
 * belong to the JavaFX thread; needs no toolkit.
 */
final class DiffusionViewModel implements AutoCloseable {

  /** Between two steps of a film. */
  private static final Duration FRAME = Duration.ofMillis(80);

  private static final int RESAMPLINGS = 5;

  /** Whether there is something to explore. */
  enum Stage {
    /** No model yet. */
    WAITING,
    /** The model makes images in another way. */
    WITHOUT_DIFFUSION,
    /** A model that makes images step by step. */
    READY
  }

  private final Executor foreground;
  private final PulseScheduler pulses;
  private final Messages messages;

  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.WAITING);
  private final ReadOnlyObjectWrapper<@Nullable DiffusionModel> model =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable SamplingChoices> choices =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<StartingPoint> start =
      new ReadOnlyObjectWrapper<>(StartingPoint.NOISE);
  private final ReadOnlyIntegerWrapper startStep = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper length = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyObjectWrapper<@Nullable Frame> frame = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Trajectory> finished =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable SamplingChoices> madeWith =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Trajectory> compared =
      new ReadOnlyObjectWrapper<>();

  private final List<TrajectoryStep> steps = new ArrayList<>();
  private Cancellation cancellation = new Cancellation();
  private boolean following;
  private boolean shown;
  private boolean fresh;
  private int expectedSteps;

  DiffusionViewModel(Executor foreground, PulseScheduler pulses, Messages messages) {
    this.foreground = foreground;
    this.pulses = pulses;
    this.messages = messages;
  }

  ReadOnlyObjectProperty<Stage> stage() {
    return stage.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable DiffusionModel> model() {
    return model.getReadOnlyProperty();
  }

  /** What is chosen for the next images; null without a model. */
  ReadOnlyObjectProperty<@Nullable SamplingChoices> choices() {
    return choices.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<StartingPoint> start() {
    return start.getReadOnlyProperty();
  }

  /** The step up to which one's own image is given noise. */
  ReadOnlyIntegerProperty startStep() {
    return startStep.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty playing() {
    return playing.getReadOnlyProperty();
  }

  /** What went wrong last, as one line; empty if nothing did. */
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /** The number of positions there will be, with that of the finished image. */
  ReadOnlyIntegerProperty length() {
    return length.getReadOnlyProperty();
  }

  /** The position that is shown; -1 if there is none. */
  ReadOnlyIntegerProperty position() {
    return position.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Frame> frame() {
    return frame.getReadOnlyProperty();
  }

  /** The whole way, once it is done. */
  ReadOnlyObjectProperty<@Nullable Trajectory> finished() {
    return finished.getReadOnlyProperty();
  }

  /** What was chosen when {@link #finished()} was begun; null if that was not from noise alone. */
  ReadOnlyObjectProperty<@Nullable SamplingChoices> madeWith() {
    return madeWith.getReadOnlyProperty();
  }

  /** The way from which the present one was branched, or null. */
  ReadOnlyObjectProperty<@Nullable Trajectory> compared() {
    return compared.getReadOnlyProperty();
  }

  /** Takes over a model, or none. What was made by the one before is forgotten. */
  void explore(@Nullable DiffusionModel next, Stage now) {
    cancel();
    forget();
    model.set(next);
    if (next == null) {
      choices.set(null);
    } else {
      choices.set(SamplingChoices.of(next.defaults()));
      startStep.set(next.schedule().steps() / 2);
    }
    // Last: what comes before is no step of the user's.
    stage.set(now);
    fresh = next != null;
    sampleFirst();
  }

  /** Says whether somebody looks. The first images of a model are made when somebody does. */
  void setShown(boolean now) {
    shown = now;
    sampleFirst();
  }

  private void sampleFirst() {
    SamplingChoices chosen = choices.get();
    if (shown && fresh && chosen != null) {
      fresh = false;
      sampleNoise(chosen);
    }
  }

  private void sampleNoise(SamplingChoices chosen) {
    SamplingRequest request = chosen.request();
    run(List.of(), (diffusion, control) -> diffusion.sample(request, control));
    madeWith.set(chosen);
  }

  /** Makes the images again that were made from noise with some choices. */
  void repeat(SamplingChoices made) {
    if (choices.get() != null) {
      fresh = false;
      start.set(StartingPoint.NOISE);
      choices.set(made);
      compared.set(null);
      sampleNoise(made);
    }
  }

  /** Goes back to what was chosen before; what was made stays. */
  void restore(SamplingState state) {
    if (state.choices() != null && choices.get() != null) {
      choices.set(state.choices());
      start.set(state.start());
      chooseStartStep(state.startStep());
    }
  }

  /** Changes what is chosen for the next images. */
  void choose(Function<SamplingChoices, SamplingChoices> change) {
    SamplingChoices present = choices.get();
    if (present != null) {
      choices.set(change.apply(present));
    }
  }

  void chooseStart(StartingPoint next) {
    start.set(next);
  }

  /** Chooses the step up to which one's own image is given noise; what is out of range is cut. */
  void chooseStartStep(int t) {
    DiffusionModel present = model.get();
    if (present != null) {
      startStep.set(Math.max(1, Math.min(present.schedule().steps(), t)));
    }
  }

  /** Makes images as chosen; what is being made is given up. */
  void sample(InpaintingDrawing drawing) {
    SamplingChoices chosen = choices.get();
    DiffusionModel present = model.get();
    if (chosen == null || present == null) {
      return;
    }
    SamplingRequest request = chosen.request();
    StartingPoint from = start.get();
    compared.set(null);
    if (from != StartingPoint.NOISE && drawing.isEmpty()) {
      problem.set(messages.text("diffusion.problem.drawing"));
      return;
    }
    if (from == StartingPoint.FORWARD) {
      begin();
      show(NoisingWay.of(drawing.images(1), present.schedule(), chosen.request(1)));
      return;
    }
    if (from == StartingPoint.PART_OF_IMAGE && !drawing.isRubbed()) {
      problem.set(messages.text("diffusion.problem.part"));
      return;
    }
    if (from == StartingPoint.NOISE) {
      sampleNoise(chosen);
    } else {
      run(List.of(), question(from, request, drawing, startStep.get()));
    }
  }

  private static Question question(
      StartingPoint from, SamplingRequest request, InpaintingDrawing drawing, int startStep) {
    return switch (from) {
      case NOISE, FORWARD -> (diffusion, control) -> diffusion.sample(request, control);
      case NOISED_IMAGE -> {
        ImageBatch images = drawing.images(request.count());
        yield (diffusion, control) ->
            new ImageEditing(diffusion).denoiseFrom(images, startStep, request, control);
      }
      case PART_OF_IMAGE -> {
        Inpainting inpainting =
            new Inpainting(drawing.images(request.count()), drawing.mask(), RESAMPLINGS);
        yield (diffusion, control) -> diffusion.inpaint(inpainting, request, control);
      }
    };
  }

  /** Makes the rest of the way anew from the position shown on, as chosen now. */
  void branch() {
    Trajectory parent = finished.get();
    SamplingChoices chosen = choices.get();
    int index = position.get();
    if (parent == null || chosen == null || index < 0 || index >= parent.steps().size()) {
      return;
    }
    SamplingRequest request = chosen.request(parent.request().count());
    compared.set(parent);
    run(
        parent.steps().subList(0, index),
        (diffusion, control) -> diffusion.branch(parent, index, request, control));
  }

  /** Gives up what is being made; what is there stays. */
  void cancel() {
    cancellation.cancel();
    running.set(false);
  }

  private void run(List<TrajectoryStep> shared, Question question) {
    DiffusionModel present = model.get();
    if (present == null) {
      return;
    }
    begin();
    steps.addAll(shared);
    running.set(true);
    following = true;
    Cancellation token = cancellation;
    StepCollector collector =
        new StepCollector(
            pulses,
            some -> {
              if (token == cancellation && !token.isRequested()) {
                grow(some);
              }
            });
    SamplingControl control = new SamplingControl(Progress.NONE, token, collector);
    CompletableFuture<?> unused =
        present
            .questions()
            .ask(diffusion -> question.answer(diffusion, control))
            .whenComplete((whole, failure) -> foreground.execute(() -> end(token, whole, failure)));
  }

  private void begin() {
    cancellation.cancel();
    cancellation = new Cancellation();
    playing.set(false);
    problem.set("");
    madeWith.set(null);
    forgetSteps();
    SamplingChoices chosen = choices.get();
    expectedSteps = chosen == null ? 0 : chosen.steps();
  }

  private void grow(List<TrajectoryStep> some) {
    steps.addAll(some);
    length.set(Math.max(expectedSteps, steps.size()) + 1);
    if (following) {
      showPosition(steps.size() - 1);
    }
  }

  private void end(Cancellation token, @Nullable Trajectory whole, @Nullable Throwable failure) {
    if (token != cancellation) {
      return;
    }
    running.set(false);
    // Steps that are still on their way are in the whole.
    cancellation = new Cancellation();
    if (whole != null && !token.isRequested()) {
      boolean stay = !following;
      int stayed = position.get();
      show(whole);
      if (stay) {
        showPosition(stayed);
      }
    } else if (failure != null && !isCancellation(failure)) {
      problem.set(Failures.oneLine(failure));
    }
  }

  private static boolean isCancellation(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof CancellationException;
  }

  private void show(Trajectory whole) {
    steps.clear();
    steps.addAll(whole.steps());
    finished.set(whole);
    length.set(steps.size() + 1);
    showPosition(steps.size());
  }

  /** Goes to a position; one that is not there yet is the last that is. */
  void goTo(int wanted) {
    following = running.get() && wanted >= steps.size() - 1;
    playing.set(false);
    showPosition(wanted);
  }

  void stepForward() {
    goTo(position.get() + 1);
  }

  void stepBack() {
    goTo(position.get() - 1);
  }

  /** Plays the way from the position shown on, from the beginning if that is the end; or pauses. */
  void playOrPause() {
    if (playing.get()) {
      playing.set(false);
      return;
    }
    if (steps.isEmpty() || running.get()) {
      return;
    }
    if (position.get() >= last()) {
      showPosition(0);
    }
    playing.set(true);
    pulses.schedule(this::playOn, FRAME);
  }

  private void playOn() {
    if (!playing.get()) {
      return;
    }
    showPosition(position.get() + 1);
    if (position.get() >= last()) {
      playing.set(false);
    } else {
      pulses.schedule(this::playOn, FRAME);
    }
  }

  private int last() {
    return finished.get() == null ? steps.size() - 1 : steps.size();
  }

  private void showPosition(int wanted) {
    int shown = Math.max(0, Math.min(last(), wanted));
    boolean same = shown == position.get() && frame.get() != null;
    if (steps.isEmpty() || (same && shown < steps.size())) {
      return;
    }
    Trajectory whole = finished.get();
    frame.set(
        shown < steps.size() || whole == null
            ? Frame.of(steps.get(Math.min(shown, steps.size() - 1)))
            : Frame.of(whole));
    position.set(shown);
  }

  private void forget() {
    playing.set(false);
    problem.set("");
    compared.set(null);
    forgetSteps();
  }

  private void forgetSteps() {
    steps.clear();
    finished.set(null);
    frame.set(null);
    position.set(-1);
    length.set(0);
  }

  /** Tells the user something, in one line. */
  void tell(String line) {
    problem.set(line);
  }

  void fail(Throwable failure) {
    problem.set(Failures.oneLine(failure));
  }

  @Override
  public void close() {
    playing.set(false);
    cancel();
  }

  /** What is asked of the model. */
  @FunctionalInterface
  private interface Question {

    Trajectory answer(ImageDiffusion diffusion, SamplingControl control);
  }
}
