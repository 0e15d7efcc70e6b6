package latentlab.ui.session;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.training.ModelReplica;
import org.jspecify.annotations.Nullable;

/**
 * The model that is explored at present, shared by all tabs. Read and changed on the JavaFX thread
 * only; needs no toolkit. The session owns the replica of the explored model and closes it, in the
 * background, when another one takes its place.
 */
public final class ExplorationSession implements AutoCloseable {

  private final ReadOnlyObjectWrapper<@Nullable ExploredModel> model =
      new ReadOnlyObjectWrapper<>(this, "model");
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper(this, "revision");
  private final Executor background;

  /**
   * Creates a session without a model.
   *
   * @param background runs what may block, such as waiting for the end of a replica's thread
   */
  public ExplorationSession(Executor background) {
    this.background = background;
  }

  /**
   * The model to explore.
   *
   * @return holds null until there is a model
   */
  public ReadOnlyObjectProperty<@Nullable ExploredModel> model() {
    return model.getReadOnlyProperty();
  }

  /**
   * The model to explore, as a value.
   *
   * @return empty until there is a model
   */
  public Optional<ExploredModel> current() {
    return Optional.ofNullable(model.get());
  }

  /**
   * Rises whenever the model has changed what it knows: pictures made at an earlier revision are
   * out of date. While a model trains it rises at most some thirty times a second.
   *
   * @return a number without a meaning of its own
   */
  public ReadOnlyLongProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /**
   * Puts a model in the place of the present one. The replica of the present one is closed unless
   * the new one has the same.
   *
   * @param next the model to explore from now on
   */
  public void explore(ExploredModel next) {
    replace(next);
  }

  /** Tells the tabs that the model's weights have changed. */
  public void weightsChanged() {
    revision.set(revision.get() + 1);
  }

  /** Closes the present model's replica; afterwards there is no model. */
  @Override
  public void close() {
    replace(null);
  }

  private void replace(@Nullable ExploredModel next) {
    ExploredModel previous = model.get();
    model.set(next);
    weightsChanged();
    if (previous != null && (next == null || next.replica() != previous.replica())) {
      ModelReplica replica = previous.replica();
      background.execute(replica::close);
    }
  }
}
