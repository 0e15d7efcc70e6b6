package latentlab.ui.startup;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import latentlab.failure.UserException;
import latentlab.models.ModelFamilies;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.ModelShelf;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.text.Failures;
import latentlab.ui.text.Messages;

/** Tells how far the start has come. All methods and properties belong to the JavaFX thread. */
public final class StartupViewModel {

  private final StartupSteps steps;
  private final ExplorationSession session;
  private final ModelShelf shelf;
  private final Consumer<ModelFamilies> familiesFound;
  private final Executor background;
  private final Executor foreground;
  private final Messages messages;

  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private boolean abandoned;

  /**
   * Prepares the start without beginning it.
   *
   * @param steps what is to be done
   * @param session is given the first model
   * @param shelf is given the stored models
   * @param familiesFound is told the families as soon as they are known
   * @param background runs the steps
   * @param foreground runs work on the JavaFX thread
   * @param messages the words
   */
  public StartupViewModel(
      StartupSteps steps,
      ExplorationSession session,
      ModelShelf shelf,
      Consumer<ModelFamilies> familiesFound,
      Executor background,
      Executor foreground,
      Messages messages) {
    this.steps = steps;
    this.session = session;
    this.shelf = shelf;
    this.familiesFound = familiesFound;
    this.background = background;
    this.foreground = foreground;
    this.messages = messages;
  }

  /** Begins with the first step and returns at once. */
  public void start() {
    busy.set(true);
    message.set(messages.text("startup.engine"));
    background.execute(this::run);
  }

  /** Forgets what is still to come: a model that is opened later is closed again. */
  public void abandon() {
    abandoned = true;
  }

  /**
   * What is being done, or how the start ended.
   *
   * @return one line for the user
   */
  public ReadOnlyStringProperty message() {
    return message.getReadOnlyProperty();
  }

  /**
   * What went wrong.
   *
   * @return one line for the user; empty if nothing did
   */
  public ReadOnlyStringProperty failure() {
    return failure.getReadOnlyProperty();
  }

  /**
   * Whether the start is under way.
   *
   * @return true until the last step has ended
   */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** A native library that cannot be loaded ends in a LinkageError, which is an answer here. */
  private void run() {
    ModelFamilies families;
    try {
      steps.engine().run();
      foreground.execute(() -> message.set(messages.text("startup.families")));
      families = steps.families().get();
    } catch (RuntimeException | LinkageError problem) {
      fail(messages.text("startup.engine.failed", Failures.oneLine(problem)));
      return;
    }
    foreground.execute(
        () -> {
          familiesFound.accept(families);
          message.set(messages.text("startup.model"));
        });
    findStoredModels(families);
    openFirstModel(families);
  }

  private void findStoredModels(ModelFamilies families) {
    try {
      List<ShelvedModel> found = steps.storedModels().apply(families);
      foreground.execute(
          () -> {
            if (!abandoned) {
              found.forEach(shelf::add);
            }
          });
    } catch (UserException problem) {
      foreground.execute(() -> failure.set(problem.getMessage()));
    }
  }

  private void openFirstModel(ModelFamilies families) {
    try {
      Optional<ExploredModel> model = steps.firstModel().apply(families);
      foreground.execute(() -> finish(model));
    } catch (UserException expected) {
      fail(expected.getMessage());
    } catch (RuntimeException | LinkageError problem) {
      fail(messages.text("startup.model.failed", Failures.oneLine(problem)));
    }
  }

  private void finish(Optional<ExploredModel> model) {
    busy.set(false);
    if (abandoned) {
      model.ifPresent(opened -> background.execute(opened.replica()::close));
      return;
    }
    message.set(
        model
            .map(opened -> messages.text("startup.done", opened.title()))
            .orElseGet(() -> messages.text("startup.done.empty")));
    // A training that was started meanwhile has brought its own model.
    model.ifPresent(this::offer);
  }

  private void offer(ExploredModel opened) {
    if (session.current().isEmpty()) {
      session.explore(opened);
    } else {
      background.execute(opened.replica()::close);
    }
  }

  private void fail(String reason) {
    foreground.execute(
        () -> {
          busy.set(false);
          failure.set(reason);
          message.set(reason);
        });
  }
}
