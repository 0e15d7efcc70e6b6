package latentlab.ui.classes;

import java.util.Optional;
import java.util.concurrent.Executor;
import latentlab.models.GenerativeModel;
import latentlab.ui.classes.ClassesViewModel.Stage;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.ModelFollower;

/** Makes the view-model follow the model that the session explores. For the JavaFX thread. */
final class ClassesLink implements ModelFollower.Listener<Optional<ClassModel>>, AutoCloseable {

  /** Tells the explored model from those of the shelf, which have other ids. */
  static final String EXPLORED = "\u0000explored";

  private final ClassesViewModel viewModel;
  private final ModelFollower<Optional<ClassModel>> follower;

  ClassesLink(ExplorationSession session, ClassesViewModel viewModel, Executor foreground) {
    this.viewModel = viewModel;
    follower = new ModelFollower<>(session, ClassesLink::modelOf, this, foreground);
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
  public void weightsChanged() {
    viewModel.weightsChanged();
  }

  @Override
  public void known(Optional<ClassModel> model) {
    viewModel.explore(model.orElse(null), model.isPresent() ? Stage.READY : Stage.WITHOUT_CLASSES);
  }

  @Override
  public void failed(Throwable failure) {
    viewModel.explore(null, Stage.WAITING);
    viewModel.fail(failure);
  }

  /** On the model's thread. */
  private static Optional<ClassModel> modelOf(GenerativeModel model, ExploredModel explored) {
    return ClassDrawing.controls(model)
        .map(
            controls ->
                new ClassModel(
                    EXPLORED,
                    explored.title(),
                    explored.card().images(),
                    explored.card().provenance().dataset(),
                    controls,
                    new ReplicaQuestions(explored::replica)));
  }
}
