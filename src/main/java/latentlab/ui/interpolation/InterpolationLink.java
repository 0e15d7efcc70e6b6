package latentlab.ui.interpolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
  private final List<Beside> lanes = new ArrayList<>();
  private final ReadOnlyObjectWrapper<List<String>> beside =
      new ReadOnlyObjectWrapper<>(this, "beside", List.of());
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

  /** The ids of the models beneath the explored one, from top to bottom. */
  ReadOnlyObjectProperty<List<String>> beside() {
    return beside.getReadOnlyProperty();
  }

  boolean isShown(ShelvedModel model) {
    return placeOf(model.id()) >= 0;
  }

  /** Shows a model beneath the others, or takes it away. */
  void show(ShelvedModel model, boolean wanted) {
    if (!wanted) {
      removeIf(lane -> lane.model().id().equals(model.id()));
    } else if (!isShown(model)) {
      add(lanes.size(), model);
    }
    tell();
  }

  /** Goes back to what was shown, as far as it is still on the shelf and fits. */
  void restore(List<String> past) {
    removeIf(lane -> !past.contains(lane.model().id()));
    int next = 0;
    for (String id : past) {
      int place = next;
      shelf.model(id).filter(model -> !isShown(model)).ifPresent(model -> add(place, model));
      next = Math.max(next, placeOf(id) + 1);
    }
    tell();
  }

  /** From 0; -1 if the model is not shown. */
  private int placeOf(String id) {
    return lanes.stream().map(lane -> lane.model().id()).toList().indexOf(id);
  }

  /** Does nothing with a model of other images, or where there are as many as can be. */
  private void add(int place, ShelvedModel model) {
    if (fits(model) && viewModel.lanes().size() < InterpolationViewModel.MOST_LANES) {
      PathLane lane = lane(model.title(), model.card(), shelf.replica(model));
      lanes.add(place, new Beside(model, lane));
      viewModel.addLane(place + 1, lane);
    }
  }

  /** Whether there were such. */
  private boolean removeIf(Predicate<Beside> unwanted) {
    List<Beside> gone = lanes.stream().filter(unwanted).toList();
    gone.forEach(lane -> viewModel.removeLane(lane.lane()));
    return lanes.removeAll(gone);
  }

  private void tell() {
    beside.set(lanes.stream().map(lane -> lane.model().id()).toList());
  }

  @Override
  public void modelChanged(Optional<ExploredModel> now) {
    boolean lost = removeIf(lane -> !fits(lane.model()));
    viewModel.explore(
        now.map(model -> lane(model.title(), model.card(), model.replica())).orElse(null));
    if (lost) {
      tell();
      viewModel.beginAnew();
    }
  }

  @Override
  public void weightsChanged() {
    viewModel.weightsChanged();
  }

  private PathLane lane(String title, ModelCard card, ModelReplica replica) {
    return new PathLane(
        title, card.provenance().dataset(), replica, examples, foreground, messages);
  }

  /** A model of the shelf and its lane. */
  private record Beside(ShelvedModel model, PathLane lane) {}
}
