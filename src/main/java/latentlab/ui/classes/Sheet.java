package latentlab.ui.classes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import latentlab.data.ImageBatch;
import latentlab.progress.Cancellation;
import latentlab.ui.text.Failures;
import org.jspecify.annotations.Nullable;

/**
 * The images of one model. Parts are asked for one after the other; of several wishes only the
 * latest is drawn, and what came for an earlier one is dropped. For the JavaFX thread; needs no
 * toolkit.
 */
final class Sheet {

  private final ClassModel model;
  private final Judge judge;
  private final Executor foreground;
  private final ReadOnlyObjectWrapper<@Nullable SheetContent> content =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper pictures = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper judged = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  private final Deque<SheetPart> waiting = new ArrayDeque<>();
  private Cancellation cancellation = new Cancellation();
  private @Nullable ClassChoices next;
  private boolean asked;

  Sheet(ClassModel model, Judge judge, Executor foreground) {
    this.model = model;
    this.judge = judge;
    this.foreground = foreground;
  }

  ClassModel model() {
    return model;
  }

  /** What was drawn last, or is being drawn; null before the first time. */
  ReadOnlyObjectProperty<@Nullable SheetContent> content() {
    return content.getReadOnlyProperty();
  }

  /** How many images of the content have come. */
  ReadOnlyIntegerProperty pictures() {
    return pictures.getReadOnlyProperty();
  }

  /** How many of them have been judged. */
  ReadOnlyIntegerProperty judged() {
    return judged.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /** What went wrong last, as one line; empty if nothing did. */
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /** Draws what is wanted now; what is being drawn is given up. */
  void draw(ClassChoices choices) {
    cancellation.cancel();
    waiting.clear();
    next = choices;
    running.set(true);
    begin();
  }

  /** Draws the same anew when what is being drawn is done: the model has changed. */
  void refresh(ClassChoices choices) {
    if (running.get()) {
      next = choices;
    } else {
      draw(choices);
    }
  }

  /** Gives up what is being drawn; what has come stays. */
  void cancel() {
    cancellation.cancel();
    waiting.clear();
    next = null;
    running.set(false);
  }

  private void begin() {
    ClassChoices choices = next;
    if (asked || choices == null) {
      return;
    }
    next = null;
    cancellation = new Cancellation();
    problem.set("");
    pictures.set(0);
    judged.set(0);
    content.set(new SheetContent(model.images().shape(), choices));
    waiting.addAll(SheetPart.of(choices, model.controls().stepwise()));
    askNext();
  }

  private void askNext() {
    SheetContent target = content.get();
    SheetPart part = waiting.poll();
    if (target == null || part == null) {
      running.set(next != null);
      begin();
      return;
    }
    asked = true;
    Cancellation token = cancellation;
    CompletableFuture<?> unused =
        model
            .questions()
            .draw(target.choices(), part, token)
            .whenComplete(
                (images, failure) ->
                    foreground.execute(() -> answered(target, part, token, images, failure)));
  }

  private void answered(
      SheetContent target,
      SheetPart part,
      Cancellation token,
      @Nullable ImageBatch images,
      @Nullable Throwable failure) {
    asked = false;
    if (token.isRequested()) {
      begin();
      return;
    }
    if (images != null) {
      target.add(part, images);
      pictures.set(pictures.get() + part.count());
      judge(target, part, images);
    } else if (failure != null) {
      waiting.clear();
      if (!(Failures.cause(failure) instanceof CancellationException)) {
        problem.set(Failures.oneLine(failure));
      }
    }
    askNext();
  }

  private void judge(SheetContent target, SheetPart part, ImageBatch images) {
    CompletableFuture<?> unused =
        judge
            .judge(model.dataset(), images)
            .whenComplete(
                (verdicts, failure) ->
                    foreground.execute(() -> judged(target, part, verdicts, failure)));
  }

  private void judged(
      SheetContent target,
      SheetPart part,
      @Nullable List<Verdict> verdicts,
      @Nullable Throwable failure) {
    if (content.get() != target) {
      return;
    }
    if (verdicts != null) {
      target.add(part, verdicts);
      judged.set(judged.get() + verdicts.size());
    } else if (failure != null && !(Failures.cause(failure) instanceof CancellationException)) {
      problem.set(Failures.oneLine(failure));
    }
  }
}
