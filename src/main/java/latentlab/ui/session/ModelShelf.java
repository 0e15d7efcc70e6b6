package latentlab.ui.session;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import latentlab.training.ModelReplica;

/**
 * The stored models that the window knows: those that come with the program and those that the user
 * has opened or saved. Tabs that show several models beside each other ask them here; the one that
 * all tabs explore is a live model of its own, which the session owns. For the JavaFX thread; needs
 * no toolkit.
 */
public final class ModelShelf implements AutoCloseable {

  private final ObservableList<ShelvedModel> models = FXCollections.observableArrayList();
  private final ObservableList<ShelvedModel> view =
      FXCollections.unmodifiableObservableList(models);
  private final Map<String, ModelReplica> opened = new HashMap<>();
  private final Executor background;

  /**
   * An empty shelf.
   *
   * @param background runs what may block, such as waiting for the end of a replica's thread
   */
  public ModelShelf(Executor background) {
    this.background = background;
  }

  /**
   * The models.
   *
   * @return unmodifiable; changes when a model is added
   */
  public ObservableList<ShelvedModel> models() {
    return view;
  }

  /**
   * Where the models lie that did not come with the program.
   *
   * @return absolute, in the order in which they were put here
   */
  public List<Path> folders() {
    return models.stream().flatMap(model -> model.folder().stream()).toList();
  }

  /**
   * The model of an id.
   *
   * @param id as {@link ShelvedModel#id()} gives it
   * @return empty if there is none
   */
  public Optional<ShelvedModel> model(String id) {
    return models.stream().filter(model -> model.id().equals(id)).findFirst();
  }

  /**
   * Puts a model on the shelf, in the place of one of the same id.
   *
   * @param model can be opened from now on
   */
  public void add(ShelvedModel model) {
    for (int i = 0; i < models.size(); i++) {
      if (models.get(i).id().equals(model.id())) {
        closeReplica(model.id());
        models.set(i, model);
        return;
      }
    }
    models.add(model);
  }

  /**
   * The live model that stands for a shelved one beside others. It is opened at the first call and
   * stays open.
   *
   * @param model one of {@link #models()}
   * @return belongs to the shelf; what its opener throws is the answer to every question
   */
  public ModelReplica replica(ShelvedModel model) {
    return opened.computeIfAbsent(
        model.id(), id -> new ModelReplica("shelved-model", model.opener()));
  }

  /** Closes the models that are open, in the background; afterwards the shelf is empty. */
  @Override
  public void close() {
    models.clear();
    opened.keySet().stream().toList().forEach(this::closeReplica);
  }

  private void closeReplica(String id) {
    ModelReplica replica = opened.remove(id);
    if (replica != null) {
      background.execute(replica::close);
    }
  }
}
