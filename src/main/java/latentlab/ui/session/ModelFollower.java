package latentlab.ui.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import latentlab.models.GenerativeModel;
import latentlab.training.ModelReplica;
import org.jspecify.annotations.Nullable;

/**
 * Tells a tab what it must know of the model that the session explores: it is asked for each model
 * anew, and an answer that comes too late is dropped. For the JavaFX thread; needs no toolkit.
 *
 * @param <T> what the tab must know
 */
public final class ModelFollower<T> implements AutoCloseable {

  private final ExplorationSession session;
  private final BiFunction<GenerativeModel, ExploredModel, T> question;
  private final Listener<T> listener;
  private final Executor foreground;
  private final ModelWatch watch;
  private @Nullable ModelReplica known;
  private Runnable afterNext = () -> {};

  /**
   * Begins with the session's present model.
   *
   * @param session is followed until this is closed
   * @param question is asked on the model's thread
   * @param listener is told of the model and the answers
   * @param foreground runs work on the JavaFX thread
   */
  public ModelFollower(
      ExplorationSession session,
      BiFunction<GenerativeModel, ExploredModel, T> question,
      Listener<T> listener,
      Executor foreground) {
    this.session = session;
    this.question = question;
    this.listener = listener;
    this.foreground = foreground;
    watch = new ModelWatch(session, new Asking());
  }

  /**
   * Does something once the session's model is known to the listener; of several such the latest
   * counts.
   *
   * @param action what to do; at once if the model is known already
   */
  public void whenKnown(Runnable action) {
    if (session.current().filter(model -> model.replica() == known).isPresent()) {
      action.run();
    } else {
      afterNext = action;
    }
  }

  /** Follows the session no longer. */
  @Override
  public void close() {
    watch.close();
  }

  private void ask(ExploredModel model) {
    CompletableFuture<?> unused =
        model
            .replica()
            .ask(live -> question.apply(live, model))
            .whenComplete(
                (answer, failure) ->
                    foreground.execute(
                        () ->
                            tell(
                                model,
                                failure == null
                                    ? () -> listener.known(answer)
                                    : () -> listener.failed(failure))));
  }

  /** What waits for a model comes after the news of it. */
  private void tell(ExploredModel explored, Runnable news) {
    if (session.current().filter(model -> model.replica() == explored.replica()).isEmpty()) {
      return;
    }
    news.run();
    known = explored.replica();
    Runnable waiting = afterNext;
    afterNext = () -> {};
    waiting.run();
  }

  /**
   * What wants to know. A model that it is told of is not known yet.
   *
   * @param <T> what it must know
   */
  public interface Listener<T> extends ModelWatch.Listener {

    /**
     * The session's model is known.
     *
     * @param answer the answer to the question
     */
    void known(T answer);

    /**
     * The model could not be asked.
     *
     * @param failure why
     */
    void failed(Throwable failure);
  }

  /** Asks each model, and hands on what needs no question. */
  private final class Asking implements ModelWatch.Listener {

    @Override
    public void modelChanged(Optional<ExploredModel> now) {
      known = null;
      listener.modelChanged(now);
      now.ifPresent(ModelFollower.this::ask);
    }

    @Override
    public void cameToRest() {
      listener.cameToRest();
    }

    @Override
    public void weightsChanged() {
      listener.weightsChanged();
    }
  }
}
