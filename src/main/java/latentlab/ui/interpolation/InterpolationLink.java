package latentlab.ui.interpolation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import latentlab.models.storage.ModelCard;
import latentlab.training.ModelReplica;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.ModelOpening;
import latentlab.ui.session.ModelShelf;
import latentlab.ui.session.ModelWatch;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.session.TestImages;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Makes a lane for the model that the session explores, and for those of the shelf that the user
 * wants beside it. For the JavaFX thread.
 */
final class InterpolationLink implements ModelWatch.Listener, AutoCloseable {

  private final ExplorationSession session;
  private final ModelShelf shelf;
  private final TestImages examples;
  private final InterpolationViewModel viewModel;
  private final Executor foreground;
  private final Messages messages;
  private final Map<String, PathLane> beside = new HashMap<>();
  private final ModelWatch watch;

  InterpolationLink(
      ModelOpening opening,
      TestImages examples,
      InterpolationViewModel viewModel,
      Executor foreground,
      Messages messages) {
    this.session = opening.session();
    this.shelf = opening.shelf();
    this.examples = examples;
    this.viewModel = viewModel;
    this.foreground = foreground;
    this.messages = messages;
    watch = new ModelWatch(session, this);
  }

  @Override
  public void close() {
    watch.close();
  }

  /** Does something once the space of the session's model is known, if it has one. */
  void whenExplored(Consumer<PathSpace> action) {
    if (viewModel.lanes().isEmpty()) {
      return;
    }
    ReadOnlyObjectProperty<@Nullable PathSpace> space = viewModel.lanes().get(0).space();
    PathSpace known = space.get();
    if (known != null) {
      action.accept(known);
      return;
    }
    space.addListener(
        new ChangeListener<>() {
          @Override
          public void changed(
              ObservableValue<? extends @Nullable PathSpace> property,
              @Nullable PathSpace before,
              @Nullable PathSpace now) {
            if (now != null) {
              space.removeListener(this);
              action.accept(now);
            }
          }
        });
  }

  /** Those that the user wants beside the explored model can be these: of images of its shape. */
  boolean fits(ShelvedModel model) {
    return session
        .current()
        .filter(now -> now.card().images().shape().equals(model.card().images().shape()))
        .isPresent();
  }

  boolean isShown(ShelvedModel model) {
    return beside.containsKey(model.id());
  }

  /** Shows a model beneath the others, or takes it away. */
  void show(ShelvedModel model, boolean wanted) {
    if (!wanted) {
      Optional.ofNullable(beside.remove(model.id())).ifPresent(viewModel::removeLane);
    } else if (!isShown(model)
        && fits(model)
        && viewModel.lanes().size() < InterpolationViewModel.MOST_LANES) {
      PathLane lane = lane(model.title(), model.card(), shelf.replica(model));
      beside.put(model.id(), lane);
      viewModel.addLane(lane);
    }
  }

  @Override
  public void modelChanged(Optional<ExploredModel> now) {
    if (now.isEmpty()) {
      beside.clear();
      viewModel.explore(null);
      return;
    }
    ExploredModel model = now.get();
    List.copyOf(shelf.models()).stream()
        .filter(other -> isShown(other) && !fits(other))
        .forEach(other -> show(other, false));
    viewModel.explore(lane(model.title(), model.card(), model.replica()));
  }

  @Override
  public void weightsChanged() {
    viewModel.weightsChanged();
  }

  private PathLane lane(String title, ModelCard card, ModelReplica replica) {
    return new PathLane(
        title, card.provenance().dataset(), replica, examples, foreground, messages);
  }
}
