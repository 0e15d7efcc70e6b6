package latentlab.ui.codes;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import latentlab.data.ImageBatch;
import latentlab.models.CodeGrid;
import latentlab.models.CodeMaps;
import latentlab.models.CodePriorSampler;
import latentlab.models.GenerativeModel;
import latentlab.random.Seed;
import latentlab.training.ModelReplica;
import latentlab.ui.codes.CodesViewModel.Stage;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.ModelFollower;

/** Makes the view-model follow the model that the session explores. For the JavaFX thread. */
final class CodesLink implements ModelFollower.Listener<Optional<CodeModel>>, AutoCloseable {

  private final CodesViewModel viewModel;
  private final ModelFollower<Optional<CodeModel>> follower;

  CodesLink(ExplorationSession session, CodesViewModel viewModel, Executor foreground) {
    this.viewModel = viewModel;
    follower = new ModelFollower<>(session, CodesLink::modelOf, this, foreground);
  }

  /** Does something once the view-model explores the session's model; the latest counts. */
  void whenExplored(Runnable action) {
    follower.whenKnown(action);
  }

  @Override
  public void close() {
    follower.close();
    viewModel.explore(null, Stage.WAITING);
  }

  @Override
  public void modelChanged(Optional<ExploredModel> now) {
    viewModel.explore(null, Stage.WAITING);
  }

  @Override
  public void weightsChanged() {
    viewModel.weightsChanged();
  }

  @Override
  public void known(Optional<CodeModel> found) {
    viewModel.explore(found.orElse(null), found.isPresent() ? Stage.READY : Stage.WITHOUT_CODES);
  }

  @Override
  public void failed(Throwable failure) {
    viewModel.explore(null, Stage.WAITING);
    viewModel.fail(failure);
  }

  /** On the model's thread. */
  private static Optional<CodeModel> modelOf(GenerativeModel model, ExploredModel explored) {
    return model instanceof CodeGrid grid
        ? Optional.of(
            new CodeModel(
                model.images(),
                explored.card().provenance().dataset(),
                grid.codeRows(),
                grid.codeColumns(),
                grid.codebookSize(),
                model instanceof CodePriorSampler sampler
                    ? OptionalDouble.of(sampler.temperature())
                    : OptionalDouble.empty(),
                new ReplicaQuestions(explored.replica())))
        : Optional.empty();
  }

  /** Reaches the codes on the replica's thread. */
  private record ReplicaQuestions(ModelReplica replica) implements CodeModel.Questions {

    @Override
    public CompletableFuture<CodeMaps> encode(ImageBatch images) {
      return replica.ask(model -> ((CodeGrid) model).encodeToCodes(images));
    }

    @Override
    public CompletableFuture<ImageBatch> decode(CodeMaps codes) {
      return replica.ask(model -> ((CodeGrid) model).decodeCodes(codes));
    }

    @Override
    public CompletableFuture<CodeMaps> draw(PriorDraw draw) {
      return replica.ask(
          model ->
              ((CodePriorSampler) model)
                  .sampleCodes(1, new int[0], draw.temperature(), new Seed(draw.seed())));
    }
  }
}
