package latentlab.ui.compare;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.data.ImageBatch;
import latentlab.models.GenerativeModel;
import latentlab.progress.Cancellation;
import latentlab.random.Seed;
import latentlab.training.ModelReplica;
import latentlab.ui.text.Failures;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * One model among others. The latest input wins: while an answer is on its way at most one further
 * question waits. For the JavaFX thread; needs no toolkit.
 */
final class ComparedModelViewModel {

  private final String title;
  private final ModelReplica replica;
  private final Executor foreground;
  private final Messages messages;
  private final ReadOnlyObjectWrapper<ModelPictures> pictures =
      new ReadOnlyObjectWrapper<>(this, "pictures", ModelPictures.NOTHING);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyBooleanWrapper comparable =
      new ReadOnlyBooleanWrapper(this, "comparable", true);
  private @Nullable ImageBatch waiting;
  private boolean asked;
  private int questions;
  private Cancellation search = new Cancellation();

  ComparedModelViewModel(
      String title, ModelReplica replica, Executor foreground, Messages messages) {
    this.title = title;
    this.replica = replica;
    this.foreground = foreground;
    this.messages = messages;
  }

  /** The model's name for people. */
  String title() {
    return title;
  }

  ReadOnlyObjectProperty<ModelPictures> pictures() {
    return pictures.getReadOnlyProperty();
  }

  /** Whether an answer is on its way. */
  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Whether the model has anything to show beside others; true until it has said. */
  ReadOnlyBooleanProperty comparable() {
    return comparable.getReadOnlyProperty();
  }

  /** Asks the model whether it has anything to show. */
  void askWhetherComparable() {
    CompletableFuture<?> unused = ask(ModelQuestions::isComparable, comparable::set);
  }

  /** Shows the model's view of an image, or that there is none. */
  void see(@Nullable ImageBatch image) {
    search.cancel();
    if (image == null) {
      waiting = null;
      pictures.set(pictures.get().withoutReconstruction(false, ""));
      return;
    }
    waiting = image;
    askNext();
  }

  /** Shows new images. */
  void draw(int count, Seed seed) {
    CompletableFuture<?> unused =
        ask(
            model -> ModelQuestions.sample(model, count, seed),
            drawn -> pictures.set(pictures.get().withSamples(drawn)));
  }

  /** Looks for the code of an image in a model without an encoder. */
  void search(ImageBatch image, Seed seed) {
    search.cancel();
    Cancellation mine = new Cancellation();
    search = mine;
    CompletableFuture<?> unused =
        ask(
            model -> ModelQuestions.search(model, image, seed, mine),
            found -> {
              if (!mine.isRequested()) {
                found.ifPresent(
                    seen -> pictures.set(pictures.get().withReconstruction(image, seen)));
              }
            });
  }

  private void askNext() {
    ImageBatch image = waiting;
    if (image == null || asked) {
      return;
    }
    waiting = null;
    asked = true;
    CompletableFuture<?> unused =
        ask(
                model -> answer(model, image),
                answer -> {
                  if (waiting == null) {
                    show(image, answer);
                  }
                })
            .whenComplete(
                (done, failure) ->
                    foreground.execute(
                        () -> {
                          asked = false;
                          askNext();
                        }));
  }

  private static Answer answer(GenerativeModel model, ImageBatch image) {
    return model.images().shape().equals(image.shape())
        ? new Answer(
            ModelQuestions.reconstruct(model, image), ModelQuestions.isSearchable(model), true)
        : new Answer(Optional.empty(), false, false);
  }

  private void show(ImageBatch image, Answer answer) {
    ModelPictures before = pictures.get();
    pictures.set(
        answer
            .seen()
            .map(seen -> before.withReconstruction(image, seen))
            .orElseGet(() -> before.withoutReconstruction(answer.searchable(), why(answer))));
  }

  private String why(Answer answer) {
    String key =
        !answer.fits()
            ? "compare.other-size"
            : answer.searchable() ? "compare.search.hint" : "compare.no-encoder";
    return messages.text(key);
  }

  private <T> CompletableFuture<?> ask(Function<GenerativeModel, T> question, Consumer<T> use) {
    questions++;
    busy.set(true);
    return replica
        .ask(question)
        .whenComplete(
            (answer, failure) ->
                foreground.execute(
                    () -> {
                      questions--;
                      busy.set(questions > 0);
                      if (failure == null) {
                        use.accept(answer);
                      } else if (!(Failures.cause(failure) instanceof CancellationException)) {
                        pictures.set(pictures.get().failed(Failures.oneLine(failure)));
                      }
                    }));
  }

  /** What a model said of an image. */
  private record Answer(Optional<ImageBatch> seen, boolean searchable, boolean fits) {}
}
