package latentlab.ui.diffusion;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import latentlab.models.GenerativeModel;
import latentlab.models.denoising.ImageDiffusion;
import latentlab.models.denoising.StepwiseSampler;
import latentlab.random.Seed;
import latentlab.training.ModelReplica;
import latentlab.ui.diffusion.DiffusionViewModel.Stage;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.ModelFollower;

/** Makes the view-model follow the model that the session explores. For the JavaFX thread. */
final class DiffusionLink
    implements ModelFollower.Listener<Optional<DiffusionModel>>, AutoCloseable {

  private final DiffusionViewModel viewModel;
  private final ModelFollower<Optional<DiffusionModel>> follower;

  DiffusionLink(ExplorationSession session, DiffusionViewModel viewModel, Executor foreground) {
    this.viewModel = viewModel;
    follower = new ModelFollower<>(session, DiffusionLink::modelOf, this, foreground);
  }

  /** Does something once the view-model explores the session's model; the latest counts. */
  void whenExplored(Runnable action) {
    follower.whenKnown(action);
  }

  @Override
  public void close() {
    follower.close();
  }

  @Override
  public void modelChanged(Optional<ExploredModel> now) {
    viewModel.explore(null, Stage.WAITING);
  }

  @Override
  public void known(Optional<DiffusionModel> found) {
    viewModel.explore(
        found.orElse(null), found.isPresent() ? Stage.READY : Stage.WITHOUT_DIFFUSION);
  }

  @Override
  public void failed(Throwable failure) {
    viewModel.explore(null, Stage.WAITING);
    viewModel.fail(failure);
  }

  /** What can be sampled step by step. On the model's thread. */
  private static Optional<DiffusionModel> modelOf(GenerativeModel model, ExploredModel explored) {
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
            new ReplicaQuestions(explored.replica())));
  }

  /** Reaches the diffusion on the replica's thread. */
  private record ReplicaQuestions(ModelReplica replica) implements DiffusionModel.Questions {

    @Override
    public <T> CompletableFuture<T> ask(Function<ImageDiffusion, T> question) {
      return replica.ask(model -> question.apply(((StepwiseSampler) model).diffusion()));
    }
  }
}
