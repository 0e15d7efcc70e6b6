package latentlab.ui.diffusion;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.value.ChangeListener;
import latentlab.models.GenerativeModel;
import latentlab.models.denoising.ImageDiffusion;
import latentlab.models.denoising.StepwiseSampler;
import latentlab.random.Seed;
import latentlab.training.ModelReplica;
import latentlab.ui.diffusion.DiffusionViewModel.Stage;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import org.jspecify.annotations.Nullable;

/** Makes the view-model follow the model that the session explores. For the JavaFX thread. */
final class DiffusionLink implements AutoCloseable {

  private final ExplorationSession session;
  private final DiffusionViewModel viewModel;
  private final Executor foreground;
  private @Nullable ModelReplica shown;
  private Runnable afterNext = () -> {};
  private final ChangeListener<@Nullable ExploredModel> modelChanged =
      (observable, before, now) -> follow(Optional.ofNullable(before), Optional.ofNullable(now));

  DiffusionLink(ExplorationSession session, DiffusionViewModel viewModel, Executor foreground) {
    this.session = session;
    this.viewModel = viewModel;
    this.foreground = foreground;
    session.model().addListener(modelChanged);
    follow(Optional.empty(), session.current());
  }

  /** Does something once the view-model explores the session's model; the latest counts. */
  void whenExplored(Runnable action) {
    if (session.current().filter(model -> model.replica() == shown).isPresent()) {
      action.run();
    } else {
      afterNext = action;
    }
  }

  @Override
  public void close() {
    session.model().removeListener(modelChanged);
  }

  private void follow(Optional<ExploredModel> before, Optional<ExploredModel> now) {
    if (now.isEmpty()) {
      shown = null;
      viewModel.explore(null, Stage.WAITING);
      return;
    }
    ModelReplica replica = now.get().replica();
    if (before.isPresent() && before.get().replica() == replica) {
      return;
    }
    shown = null;
    viewModel.explore(null, Stage.WAITING);
    CompletableFuture<?> unused =
        replica
            .ask(model -> modelOf(model, replica))
            .whenComplete(
                (found, failure) -> {
                  Runnable news = failure == null ? () -> show(found) : () -> fail(failure);
                  foreground.execute(
                      () ->
                          runIfExplored(
                              replica,
                              () -> {
                                news.run();
                                shown = replica;
                                Runnable waiting = afterNext;
                                afterNext = () -> {};
                                waiting.run();
                              }));
                });
  }

  private void runIfExplored(ModelReplica replica, Runnable news) {
    if (session.current().filter(model -> model.replica() == replica).isPresent()) {
      news.run();
    }
  }

  private void show(Optional<DiffusionModel> found) {
    viewModel.explore(
        found.orElse(null), found.isPresent() ? Stage.READY : Stage.WITHOUT_DIFFUSION);
  }

  private void fail(Throwable failure) {
    viewModel.explore(null, Stage.WAITING);
    viewModel.fail(failure);
  }

  /** What can be sampled step by step. On the model's thread. */
  private static Optional<DiffusionModel> modelOf(GenerativeModel model, ModelReplica replica) {
    if (!(model instanceof StepwiseSampler sampler)) {
      return Optional.empty();
    }
    ImageDiffusion diffusion = sampler.diffusion();
    List<String> classes =
        diffusion.classes() == 0
            ? List.of()
            : model.images().classNames().subList(0, diffusion.classes());
    return Optional.of(
        new DiffusionModel(
            diffusion.shape(),
            diffusion.schedule(),
            classes,
            sampler.request(1, new Seed(1)),
            new ReplicaQuestions(replica)));
  }

  /** Reaches the diffusion on the replica's thread. */
  private record ReplicaQuestions(ModelReplica replica) implements DiffusionModel.Questions {

    @Override
    public <T> CompletableFuture<T> ask(Function<ImageDiffusion, T> question) {
      return replica.ask(model -> question.apply(((StepwiseSampler) model).diffusion()));
    }
  }
}
