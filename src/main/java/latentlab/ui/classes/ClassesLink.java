package latentlab.ui.classes;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.value.ChangeListener;
import latentlab.training.ModelReplica;
import latentlab.ui.classes.ClassesViewModel.Stage;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import org.jspecify.annotations.Nullable;

/** Makes the view-model follow the model that the session explores. For the JavaFX thread. */
final class ClassesLink implements AutoCloseable {

  /** Tells the explored model from those of the shelf, which have other ids. */
  static final String EXPLORED = "\u0000explored";

  private final ExplorationSession session;
  private final ClassesViewModel viewModel;
  private final Executor foreground;
  private final ChangeListener<@Nullable ExploredModel> modelChanged =
      (observable, before, now) -> follow(Optional.ofNullable(before), Optional.ofNullable(now));
  private final ChangeListener<Number> weightsChanged;

  ClassesLink(ExplorationSession session, ClassesViewModel viewModel, Executor foreground) {
    this.session = session;
    this.viewModel = viewModel;
    this.foreground = foreground;
    weightsChanged = (observable, before, now) -> viewModel.weightsChanged();
    session.model().addListener(modelChanged);
    session.revision().addListener(weightsChanged);
    follow(Optional.empty(), session.current());
  }

  @Override
  public void close() {
    session.model().removeListener(modelChanged);
    session.revision().removeListener(weightsChanged);
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
            .ask(ClassDrawing::controls)
            .whenComplete(
                (found, failure) -> {
                  Runnable news = failure == null ? () -> show(next, found) : () -> fail(failure);
                  foreground.execute(() -> runIfExplored(next.replica(), news));
                });
  }

  private void runIfExplored(ModelReplica replica, Runnable news) {
    if (session.current().filter(model -> model.replica() == replica).isPresent()) {
      news.run();
    }
  }

  private void show(ExploredModel explored, Optional<ClassControls> found) {
    Optional<ClassModel> model =
        found.map(
            controls ->
                new ClassModel(
                    EXPLORED,
                    explored.title(),
                    explored.card().images(),
                    explored.card().provenance().dataset(),
                    controls,
                    new ReplicaQuestions(explored::replica)));
    viewModel.explore(model.orElse(null), model.isPresent() ? Stage.READY : Stage.WITHOUT_CLASSES);
  }

  private void fail(Throwable failure) {
    viewModel.explore(null, Stage.WAITING);
    viewModel.fail(failure);
  }
}
