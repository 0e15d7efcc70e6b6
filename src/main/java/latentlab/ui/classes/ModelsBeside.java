package latentlab.ui.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/**
 * Which models draw the same beside the explored one. What is chosen stays chosen while it cannot
 * be shown: because the model is the explored one for a while, or is being replaced on the shelf.
 * For the JavaFX thread; needs no toolkit.
 */
final class ModelsBeside {

  private final FilteredList<ClassModel> offered;
  private final ReadOnlyObjectWrapper<List<String>> chosen =
      new ReadOnlyObjectWrapper<>(this, "chosen", List.of());
  private final ReadOnlyObjectWrapper<List<ClassModel>> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", List.of());
  private boolean exploring;

  /** {@code known} are all models that there are; their ids differ. The list is followed. */
  ModelsBeside(ObservableList<ClassModel> known) {
    offered = new FilteredList<>(known);
    offered.addListener((InvalidationListener) observable -> show());
  }

  /** Those that can be chosen: all but the explored one. Unmodifiable. */
  ObservableList<ClassModel> offered() {
    return offered;
  }

  /** The ids of those that are chosen, in the order in which they were; some may not be offered. */
  ReadOnlyObjectProperty<List<String>> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** Those that are chosen and offered, in the order of choice; none without an explored model. */
  ReadOnlyObjectProperty<List<ClassModel>> shown() {
    return shown.getReadOnlyProperty();
  }

  /** Takes over the explored model, or none. On the shelf it has another id, but the same title. */
  void explore(@Nullable ClassModel explored) {
    exploring = explored != null;
    offered.setPredicate(model -> explored == null || !model.title().equals(explored.title()));
    show();
  }

  /** Chooses a model, or no longer. */
  void choose(String id, boolean wanted) {
    if (wanted != chosen.get().contains(id)) {
      List<String> next = new ArrayList<>(chosen.get());
      if (wanted) {
        next.add(id);
      } else {
        next.remove(id);
      }
      set(next);
    }
  }

  /** Goes back to what was chosen. What is not offered now is left as it is. */
  void restore(List<String> past) {
    List<String> next = new ArrayList<>(past.stream().filter(this::isOffered).toList());
    chosen.get().stream().filter(id -> !isOffered(id)).forEach(next::add);
    set(next);
  }

  private boolean isOffered(String id) {
    return offeredModel(id).isPresent();
  }

  private Optional<ClassModel> offeredModel(String id) {
    return offered.stream().filter(model -> model.id().equals(id)).findFirst();
  }

  private void set(List<String> next) {
    chosen.set(List.copyOf(next));
    show();
  }

  private void show() {
    shown.set(
        exploring
            ? chosen.get().stream().map(this::offeredModel).flatMap(Optional::stream).toList()
            : List.of());
  }
}
