package latentlab.ui.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import latentlab.failure.UserException;
import latentlab.models.AdversarialTrainer.Player;
import latentlab.models.storage.StoredModel;
import latentlab.storage.Tensors;
import latentlab.training.Training;
import latentlab.training.TrainingEvent;
import latentlab.training.TrainingHistory;
import latentlab.training.TrainingListener;
import latentlab.training.TrainingState;
import latentlab.training.TrainingTask;
import latentlab.training.WeightsFeed;
import org.jspecify.annotations.Nullable;

/** A training that does what a test tells it. */
final class FakeTraining implements Training, TrainingServices.Starter {

  final List<String> commands = new ArrayList<>();
  private final CompletableFuture<TrainingState> ended = new CompletableFuture<>();
  private TrainingState state = TrainingState.RUNNING;
  private @Nullable TrainingTask task;
  private @Nullable TrainingListener listener;

  @Override
  public Training start(TrainingTask started, TrainingListener to) {
    task = started;
    listener = to;
    return this;
  }

  Optional<TrainingTask> task() {
    return Optional.ofNullable(task);
  }

  void tell(TrainingEvent event) {
    if (event instanceof TrainingEvent.StateChanged change) {
      state = change.state();
    }
    TrainingListener to = listener;
    if (to == null) {
      throw new IllegalStateException("not started");
    }
    to.onEvent(event);
  }

  void end(TrainingState last, String message) {
    tell(new TrainingEvent.StateChanged(last, message));
    ended.complete(last);
  }

  @Override
  public TrainingState state() {
    return state;
  }

  @Override
  public void pause() {
    commands.add("pause");
  }

  @Override
  public void resume() {
    commands.add("resume");
  }

  @Override
  public void singleStep() {
    commands.add("step");
  }

  @Override
  public void singleStep(Player player) {
    commands.add("step " + player);
  }

  @Override
  public void stop() {
    commands.add("stop");
  }

  @Override
  public Optional<UserException> failure() {
    return Optional.empty();
  }

  @Override
  public TrainingHistory history() {
    return TrainingHistory.empty();
  }

  @Override
  public Optional<Duration> time() {
    return Optional.of(Duration.ofSeconds(90));
  }

  @Override
  public Optional<StoredModel> result() {
    return Optional.empty();
  }

  @Override
  public WeightsFeed weights() {
    return new WeightsFeed(new Tensors(Map.of()));
  }

  @Override
  public CompletableFuture<TrainingState> ended() {
    return ended;
  }
}
