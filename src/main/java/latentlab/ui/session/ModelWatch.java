package latentlab.ui.session;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * Tells a tab when the session explores another model, and when the model that it explores has
 * learnt. For the JavaFX thread; needs no toolkit.
 */
public final class ModelWatch implements AutoCloseable {

  private final ExplorationSession session;
  private final Listener listener;
  private final ChangeListener<@Nullable ExploredModel> modelChanged =
      (property, before, now) -> compare(Optional.ofNullable(before), Optional.ofNullable(now));
  private final ChangeListener<Number> weightsChanged;

  /**
   * Begins by telling the session's present model.
   *
   * @param session is watched until this is closed
   * @param listener is told
   */
  public ModelWatch(ExplorationSession session, Listener listener) {
    this.session = session;
    this.listener = listener;
    weightsChanged = (property, before, now) -> listener.weightsChanged();
    session.model().addListener(modelChanged);
    session.revision().addListener(weightsChanged);
    listener.modelChanged(session.current());
  }

  /** Watches the session no longer. */
  @Override
  public void close() {
    session.model().removeListener(modelChanged);
    session.revision().removeListener(weightsChanged);
  }

  /** Models with the same replica are one, of which more is known by now. */
  private void compare(Optional<ExploredModel> before, Optional<ExploredModel> now) {
    if (!now.map(ExploredModel::replica).equals(before.map(ExploredModel::replica))) {
      listener.modelChanged(now);
    } else if (before.filter(ExploredModel::live).isPresent()
        && now.filter(ExploredModel::live).isEmpty()) {
      listener.cameToRest();
    }
  }

  /** What is told. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Another model is explored from now on.
     *
     * @param now the model; empty if there is none
     */
    void modelChanged(Optional<ExploredModel> now);

    /** The training of the explored model has ended. */
    default void cameToRest() {}

    /**
     * What was asked of the model may have another answer now: it has learnt, or it is another
     * model, of which {@link #modelChanged} has told already.
     */
    default void weightsChanged() {}
  }
}
