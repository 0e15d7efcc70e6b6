package latentlab.ui.interpolation;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import latentlab.ui.session.ModelShelf;
import latentlab.ui.session.ShelvedModel;

/**
 * The models of the shelf that have a latent space. That is not written on a model's card: each is
 * opened and asked, once. For the JavaFX thread; needs no toolkit.
 */
final class LatentModels {

  private final ModelShelf shelf;
  private final Executor foreground;
  private final ObservableList<ShelvedModel> found = FXCollections.observableArrayList();
  private final Set<ShelvedModel> asked = new HashSet<>();

  LatentModels(ModelShelf shelf, Executor foreground) {
    this.shelf = shelf;
    this.foreground = foreground;
  }

  /** Those that are known to have one, in the order of the answers. */
  ObservableList<ShelvedModel> models() {
    return found;
  }

  /** Asks those that were not asked yet, in the background. */
  void look() {
    for (ShelvedModel model : shelf.models()) {
      if (asked.add(model)) {
        var replica = shelf.replica(model);
        CompletableFuture<?> unused =
            replica
                .ask(live -> PathSpace.of(live, replica).isPresent())
                .whenComplete(
                    (has, failure) ->
                        foreground.execute(
                            () -> {
                              // One that cannot be opened tells so where the user opens it.
                              if (failure == null && has && shelf.models().contains(model)) {
                                found.removeIf(other -> other.id().equals(model.id()));
                                found.add(model);
                              }
                            }));
      }
    }
  }
}
