package latentlab.ui.training;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import latentlab.models.description.ModelDescription;
import latentlab.models.storage.ModelCard;
import latentlab.storage.Precision;
import latentlab.storage.Tensors;
import latentlab.training.TrainingCurves;
import latentlab.ui.text.Failures;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Stores a trained model with its losses in a folder without holding up the window. For the JavaFX
 * thread.
 */
final class ModelSaving {

  private final TrainingServices.Writer writer;
  private final Executor background;
  private final Executor foreground;
  private final Messages messages;

  ModelSaving(
      TrainingServices.Writer writer, Executor background, Executor foreground, Messages messages) {
    this.writer = writer;
    this.background = background;
    this.foreground = foreground;
    this.messages = messages;
  }

  /**
   * Writes the model as it is now.
   *
   * @param model asked for its weights on the thread of its replica
   * @param folder where to
   * @param outcome is told on the JavaFX thread, in one line, whether it was done
   */
  void save(TrainedModel model, Path folder, Consumer<Outcome> outcome) {
    ModelCard card = model.card();
    TrainingCurves curves = model.curves();
    CompletableFuture<?> unused =
        model
            .replica()
            .ask(live -> new Asked(live.weights(), model.description(folder, card, live)))
            .thenAcceptAsync(
                asked ->
                    writer.write(
                        folder,
                        card,
                        asked.weights(),
                        curves.files(),
                        asked
                            .description()
                            .withWeights(asked.weights(), Precision.SINGLE)
                            .toMarkdown()),
                background)
            .whenCompleteAsync(
                (done, problem) -> outcome.accept(outcomeOf(folder, problem)), foreground);
  }

  /** What the thread of the model answers. */
  private record Asked(Tensors weights, ModelDescription description) {}

  private Outcome outcomeOf(Path folder, @Nullable Throwable problem) {
    return problem == null
        ? new Outcome(true, messages.text("training.saved", folder))
        : new Outcome(false, Failures.oneLine(problem));
  }

  /**
   * How saving ended.
   *
   * @param done whether the model is stored
   * @param message one line for the user
   */
  record Outcome(boolean done, String message) {}
}
