package latentlab.ui.classes;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.data.ImageBatch;
import latentlab.progress.Cancellation;
import latentlab.ui.classes.ClassControls.Hand;
import latentlab.ui.text.Failures;
import org.jspecify.annotations.Nullable;

/**
 * One image written in every class by the same hand. Of several images only the latest is written.
 * For the JavaFX thread; needs no toolkit.
 */
final class HandViewModel {

  /** No class is known yet. */
  static final int UNKNOWN = -1;

  private final Judge judge;
  private final Executor foreground;
  private final Consumer<Throwable> failed;
  private final ReadOnlyObjectWrapper<@Nullable ClassModel> model = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ImageBatch> input = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper label = new ReadOnlyIntegerWrapper(UNKNOWN);
  private final ReadOnlyObjectWrapper<LabelOrigin> origin =
      new ReadOnlyObjectWrapper<>(LabelOrigin.UNKNOWN);
  private final ReadOnlyObjectWrapper<@Nullable ImageBatch> written = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Verdict>> verdicts =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();

  /** Ends what was asked for last; null where nothing is on its way. */
  private @Nullable Cancellation asked;

  private boolean again;

  /** Where the class of the image comes from. */
  enum LabelOrigin {
    UNKNOWN,
    /** It came with the image. */
    GIVEN,
    /** The classifier has said so. */
    JUDGED,
    /** The user has said so. */
    CHOSEN
  }

  HandViewModel(Judge judge, Executor foreground, Consumer<Throwable> failed) {
    this.judge = judge;
    this.foreground = foreground;
    this.failed = failed;
  }

  /** The model that writes, or null if the present one cannot. */
  ReadOnlyObjectProperty<@Nullable ClassModel> model() {
    return model.getReadOnlyProperty();
  }

  /** The image whose hand is kept, [1, height, width, channels], or null. */
  ReadOnlyObjectProperty<@Nullable ImageBatch> input() {
    return input.getReadOnlyProperty();
  }

  /** The class that the image is taken for, or {@link #UNKNOWN}. */
  ReadOnlyIntegerProperty label() {
    return label.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<LabelOrigin> origin() {
    return origin.getReadOnlyProperty();
  }

  /** The image in every class, [classes, height, width, channels], or null. */
  ReadOnlyObjectProperty<@Nullable ImageBatch> written() {
    return written.getReadOnlyProperty();
  }

  /** What the classifier takes them for; empty until it is known. */
  ReadOnlyObjectProperty<List<Verdict>> verdicts() {
    return verdicts.getReadOnlyProperty();
  }

  /** Whether a code is being searched for, which takes seconds. */
  ReadOnlyBooleanProperty searching() {
    return searching.getReadOnlyProperty();
  }

  /** Takes over a model. The image stays if it has the size of the model's. */
  void explore(@Nullable ClassModel next) {
    ClassModel writer = next != null && next.controls().hand() != Hand.NONE ? next : null;
    ImageBatch present = input.get();
    cancel();
    model.set(writer);
    clearWritten();
    if (writer != null && present != null && !present.shape().equals(writer.images().shape())) {
      clear();
    }
    write();
  }

  /**
   * Takes over an image.
   *
   * @param image [1, height, width, channels]
   * @param known its class, if that came with it; otherwise the classifier is asked
   */
  void show(ImageBatch image, OptionalInt known) {
    input.set(image);
    if (known.isPresent()) {
      label.set(known.getAsInt());
      origin.set(LabelOrigin.GIVEN);
      write();
    } else {
      label.set(UNKNOWN);
      origin.set(LabelOrigin.UNKNOWN);
      recognise(image);
    }
  }

  /** Takes the image away. */
  void clear() {
    input.set(null);
    label.set(UNKNOWN);
    origin.set(LabelOrigin.UNKNOWN);
    clearWritten();
  }

  /** Says what the image shows. */
  void chooseLabel(int chosen) {
    label.set(chosen);
    origin.set(LabelOrigin.CHOSEN);
    write();
  }

  /**
   * Writes the same again: the model has changed. What takes seconds is not repeated for each
   * change.
   */
  void refresh() {
    ClassModel writer = model.get();
    if (writer != null && writer.controls().hand() == Hand.ENCODED) {
      write();
    }
  }

  /** Gives up what is being searched for. */
  private void cancel() {
    again = false;
    if (asked != null) {
      asked.cancel();
    }
  }

  private void recognise(ImageBatch image) {
    ClassModel present = model.get();
    if (present == null) {
      return;
    }
    CompletableFuture<?> unused =
        judge
            .judge(present.dataset(), image)
            .whenComplete(
                (found, failure) ->
                    foreground.execute(
                        () -> {
                          if (failure != null) {
                            failed.accept(failure);
                          } else if (image.equals(input.get())
                              && origin.get() == LabelOrigin.UNKNOWN
                              && !found.isEmpty()) {
                            label.set(found.get(0).label());
                            origin.set(LabelOrigin.JUDGED);
                            write();
                          }
                        }));
  }

  private void write() {
    ClassModel writer = model.get();
    ImageBatch image = input.get();
    if (writer == null || image == null) {
      return;
    }
    if (label.get() == UNKNOWN) {
      recognise(image);
      return;
    }
    if (asked != null) {
      again = true;
      asked.cancel();
      return;
    }
    Cancellation cancellation = new Cancellation();
    asked = cancellation;
    again = false;
    searching.set(writer.controls().hand() == Hand.SEARCHED);
    CompletableFuture<?> unused =
        writer
            .questions()
            .rewrite(image, label.get(), cancellation)
            .whenComplete(
                (images, failure) -> foreground.execute(() -> answered(writer, images, failure)));
  }

  private void answered(
      ClassModel writer, @Nullable ImageBatch images, @Nullable Throwable failure) {
    asked = null;
    searching.set(false);
    if (writer.equals(model.get())) {
      if (images != null) {
        written.set(images);
        judgeWritten(writer, images);
      } else if (failure != null && !(Failures.cause(failure) instanceof CancellationException)) {
        failed.accept(failure);
      }
    }
    if (again || !writer.equals(model.get())) {
      again = false;
      write();
    }
  }

  private void judgeWritten(ClassModel writer, ImageBatch images) {
    verdicts.set(List.of());
    CompletableFuture<?> unused =
        judge
            .judge(writer.dataset(), images)
            .whenComplete(
                (found, failure) ->
                    foreground.execute(
                        () -> {
                          if (found != null && images != null && images.equals(written.get())) {
                            verdicts.set(found);
                          }
                        }));
  }

  private void clearWritten() {
    written.set(null);
    verdicts.set(List.of());
  }
}
