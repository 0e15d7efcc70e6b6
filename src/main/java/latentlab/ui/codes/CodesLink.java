package latentlab.ui.codes;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.value.ChangeListener;
import latentlab.data.ImageBatch;
import latentlab.models.CodeGrid;
import latentlab.models.CodeMaps;
import latentlab.models.GenerativeModel;
import latentlab.training.ModelReplica;
import latentlab.ui.codes.CodesViewModel.Stage;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import org.jspecify.annotations.Nullable;

/** Makes the view-model follow the model that the session explores. For the JavaFX thread. */
final class CodesLink implements AutoCloseable {

  private final ExplorationSession session;
  private final CodesViewModel viewModel;
  private final Executor foreground;
  private final ChangeListener<@Nullable ExploredModel> modelChanged =
      (observable, before, now) -> follow(Optional.ofNullable(before), Optional.ofNullable(now));

  CodesLink(ExplorationSession session, CodesViewModel viewModel, Executor foreground) {
    this.session = session;
    this.viewModel = viewModel;
    this.foreground = foreground;
    session.model().addListener(modelChanged);
    follow(Optional.empty(), session.current());
  }

  @Override
  public void close() {
    session.model().removeListener(modelChanged);
    viewModel.explore(null, Stage.WAITING);
  }

  private void follow(Optional<ExploredModel> before, Optional<ExploredModel> now) {
    if (now.isEmpty()) {
      viewModel.explore(null, Stage.WAITING);
      return;
    }
    ExploredModel next = now.get();
    if (before.isPresent() && before.get().replica() == next.replica()) {
      return;
    }
    viewModel.explore(null, Stage.WAITING);
    CompletableFuture<?> unused =
        next.replica()
            .ask(model -> modelOf(model, next))
            .whenComplete(
                (found, failure) -> {
                  Runnable news = failure == null ? () -> show(found) : () -> fail(failure);
                  foreground.execute(() -> runIfExplored(next.replica(), news));
                });
  }

  private void runIfExplored(ModelReplica replica, Runnable news) {
    if (session.current().filter(model -> model.replica() == replica).isPresent()) {
      news.run();
    }
  }

  private void show(Optional<CodeModel> found) {
    viewModel.explore(found.orElse(null), found.isPresent() ? Stage.READY : Stage.WITHOUT_CODES);
  }

  private void fail(Throwable failure) {
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
  }
}
