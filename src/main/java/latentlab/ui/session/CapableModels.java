package latentlab.ui.session;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import latentlab.failure.UserException;
import latentlab.models.GenerativeModel;

/**
 * The models of the shelf that can do what a tab needs. What a model is able to do is only known of
 * one that is live, so each is opened once for a moment, in the background, one after the other.
 * For the JavaFX thread; needs no toolkit.
 *
 * @param <T> what the tab keeps of such a model
 */
public final class CapableModels<T> implements AutoCloseable {

  private final ModelShelf shelf;
  private final BiFunction<ShelvedModel, GenerativeModel, Optional<T>> test;
  private final Executor background;
  private final Executor foreground;
  private final Map<ShelvedModel, T> able = new LinkedHashMap<>();
  private final Set<ShelvedModel> seen = new LinkedHashSet<>();
  private final ObservableList<T> found = FXCollections.observableArrayList();

  /** Held here, as the list holds its views only weakly. */
  private final ObservableList<T> view = FXCollections.unmodifiableObservableList(found);

  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(this, "looking");
  private final ListChangeListener<ShelvedModel> shelfChanged = change -> look();
  private boolean wanted;

  /**
   * Looks at nothing yet.
   *
   * @param shelf whose models are looked at
   * @param test says whether a live model is able; it is closed afterwards. In the background.
   * @param background opens models
   * @param foreground runs on the JavaFX thread
   */
  public CapableModels(
      ModelShelf shelf,
      BiFunction<ShelvedModel, GenerativeModel, Optional<T>> test,
      Executor background,
      Executor foreground) {
    this.shelf = shelf;
    this.test = test;
    this.background = background;
    this.foreground = foreground;
    shelf.models().addListener(shelfChanged);
  }

  /**
   * What was found so far.
   *
   * @return unmodifiable, in the order in which they were found
   */
  public ObservableList<T> found() {
    return view;
  }

  /**
   * Whether a model is being looked at.
   *
   * @return true while more may be found
   */
  public ReadOnlyBooleanProperty looking() {
    return looking.getReadOnlyProperty();
  }

  /** Begins to look, and goes on whenever the shelf changes. A second call changes nothing. */
  public void want() {
    wanted = true;
    look();
  }

  private void look() {
    if (able.keySet().removeIf(model -> !shelf.models().contains(model))) {
      found.setAll(able.values());
    }
    if (!wanted || looking.get()) {
      return;
    }
    shelf.models().stream()
        .filter(model -> !seen.contains(model))
        .findFirst()
        .ifPresent(this::open);
  }

  private void open(ShelvedModel model) {
    looking.set(true);
    seen.add(model);
    background.execute(
        () -> {
          Optional<T> result = test(model);
          foreground.execute(() -> add(model, result));
        });
  }

  private void add(ShelvedModel model, Optional<T> result) {
    if (shelf.models().contains(model)) {
      result.ifPresent(
          some -> {
            able.put(model, some);
            found.add(some);
          });
    }
    looking.set(false);
    look();
  }

  /** A model that cannot be opened is not offered; who opens it himself is told why. */
  private Optional<T> test(ShelvedModel shelved) {
    try (GenerativeModel model = shelved.opener().get()) {
      return test.apply(shelved, model);
    } catch (UserException unsound) {
      return Optional.empty();
    }
  }

  /** Looks at no more models. */
  @Override
  public void close() {
    wanted = false;
    shelf.models().removeListener(shelfChanged);
  }
}
