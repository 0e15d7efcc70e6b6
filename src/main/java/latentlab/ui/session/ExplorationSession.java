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
 * background, when another one takes its place; that of the latest training stays open beside it,
 * so that one can look at other models meanwhile and come back.
 */
public final class ExplorationSession implements AutoCloseable {

  private final ReadOnlyObjectWrapper<@Nullable ExploredModel> model =
      new ReadOnlyObjectWrapper<>(this, "model");
  private final ReadOnlyObjectWrapper<@Nullable ExploredModel> trained =
      new ReadOnlyObjectWrapper<>(this, "trained");
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
   * The model of the latest training, running or ended.
   *
   * @return holds null until there is one
   */
  public ReadOnlyObjectProperty<@Nullable ExploredModel> trained() {
    return trained.getReadOnlyProperty();
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
   * the new one has the same, or it is that of the latest training.
   *
   * @param next the model to explore from now on
   */
  public void explore(ExploredModel next) {
    replace(next);
  }

  /**
   * Explores the model of a training. It stays open until that of another training comes, whatever
   * is explored meanwhile.
   *
   * @param next the model that trains
   */
  public void exploreTraining(ExploredModel next) {
    replaceTrained(next);
    replace(next);
  }

  /**
   * A training has ended. If its model is explored, then at rest from now on.
   *
   * @param atRest the model, with the replica of {@link #trained()}
   */
  public void trainingEnded(ExploredModel atRest) {
    ExploredModel present = model.get();
    trained.set(atRest);
    if (present != null && present.replica() == atRest.replica()) {
      replace(atRest);
    }
  }

  /** Tells the tabs that the weights of the model in training have changed. */
  public void weightsChanged() {
    ExploredModel present = model.get();
    ExploredModel training = trained.get();
    if (present == null || training == null || present.replica() == training.replica()) {
      nextRevision();
    }
  }

  /** Closes the replicas; afterwards there is no model. */
  @Override
  public void close() {
    replaceTrained(null);
    replace(null);
  }

  private void nextRevision() {
    revision.set(revision.get() + 1);
  }

  private void replaceTrained(@Nullable ExploredModel next) {
    ExploredModel previous = trained.get();
    trained.set(next);
    closeUnlessUsed(previous);
  }

  private void replace(@Nullable ExploredModel next) {
    ExploredModel previous = model.get();
    model.set(next);
    nextRevision();
    closeUnlessUsed(previous);
  }

  private void closeUnlessUsed(@Nullable ExploredModel left) {
    if (left != null && !isReplicaOf(model.get(), left) && !isReplicaOf(trained.get(), left)) {
      ModelReplica replica = left.replica();
      background.execute(replica::close);
    }
  }

  private static boolean isReplicaOf(@Nullable ExploredModel used, ExploredModel left) {
    return used != null && used.replica() == left.replica();
  }
}
