package latentlab.ui.session;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import latentlab.ui.text.Failures;

/**
 * Chooses which model the tabs explore: one of the shelf, that of the latest training, or one from
 * a folder. For the JavaFX thread; needs no toolkit.
 */
public final class ModelOpening {

  private final ExplorationSession session;
  private final ModelShelf shelf;
  private final Reader reader;
  private final Executor background;
  private final Executor foreground;
  private final Consumer<String> announcements;

  /**
   * Chooses nothing yet.
   *
   * @param session is given the model
   * @param shelf has the models, and is given those from folders
   * @param reader reads folders
   * @param background runs what may block
   * @param foreground runs work on the JavaFX thread
   * @param announcements is told, in one line, what could not be read
   */
  public ModelOpening(
      ExplorationSession session,
      ModelShelf shelf,
      Reader reader,
      Executor background,
      Executor foreground,
      Consumer<String> announcements) {
    this.session = session;
    this.shelf = shelf;
    this.reader = reader;
    this.background = background;
    this.foreground = foreground;
    this.announcements = announcements;
  }

  /**
   * The session whose model is chosen.
   *
   * @return the same at each call
   */
  public ExplorationSession session() {
    return session;
  }

  /**
   * The models to choose from.
   *
   * @return the same at each call
   */
  public ModelShelf shelf() {
    return shelf;
  }

  /**
   * Explores a model of the shelf.
   *
   * @param model one of {@link ModelShelf#models()}
   */
  public void explore(ShelvedModel model) {
    session.explore(model.explored());
  }

  /** Explores the model of the latest training, if there is one. */
  public void exploreTrained() {
    ExploredModel trained = session.trained().get();
    if (trained != null) {
      session.explore(trained);
    }
  }

  /**
   * Reads a model's folder, puts the model on the shelf and explores it. What is wrong with the
   * folder is announced.
   *
   * @param folder where a model was saved
   */
  public void openFolder(Path folder) {
    read(
        folder,
        model -> {
          shelf.add(model);
          explore(model);
        });
  }

  /**
   * Reads a model's folder and puts the model on the shelf. What is wrong with the folder is
   * announced.
   *
   * @param folder where a model was saved
   */
  public void shelve(Path folder) {
    read(folder, shelf::add);
  }

  private void read(Path folder, Consumer<ShelvedModel> receiver) {
    background.execute(
        () -> {
          try {
            ShelvedModel model = reader.read(folder);
            foreground.execute(() -> receiver.accept(model));
          } catch (RuntimeException | LinkageError problem) {
            String reason = Failures.oneLine(problem);
            foreground.execute(() -> announcements.accept(reason));
          }
        });
  }

  /** Reads what is known about a stored model. */
  @FunctionalInterface
  public interface Reader {

    /**
     * Reads the card of a model.
     *
     * @param folder where it was saved
     * @return the model, not yet open
     * @throws latentlab.failure.UserException if the folder holds no sound model
     */
    ShelvedModel read(Path folder);
  }
}
