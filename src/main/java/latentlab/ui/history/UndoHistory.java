package latentlab.ui.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/**
 * The states that something had, to go back and forth between. What changes within one gesture,
 * from the press of a button or key to its release, is one step; so is what follows each other
 * closely without one, as turns of a wheel do. For one thread; needs no toolkit.
 *
 * @param <S> a state: immutable, equal if nothing differs
 */
public final class UndoHistory<S> {

  private static final int MOST_STEPS = 100;

  /** Changes without a gesture that are closer than this are one step. */
  private static final long CLOSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Supplier<S> present;
  private final Consumer<S> restore;
  private final LongSupplier nanoTime;
  private final Deque<S> before = new ArrayDeque<>();
  private final Deque<S> after = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");

  private S last;
  private boolean gesture;

  /** Whether the newest step is still open: further changes belong to it. */
  private boolean stepIsOpen;

  private long changedAt;
  private boolean restoring;

  /**
   * A history that begins with the present state.
   *
   * @param present tells the state
   * @param restore brings a state back
   * @param nanoTime tells the time
   */
  public UndoHistory(Supplier<S> present, Consumer<S> restore, LongSupplier nanoTime) {
    this.present = present;
    this.restore = restore;
    this.nanoTime = nanoTime;
    last = present.get();
  }

  /**
   * Whether there is a state to go back to.
   *
   * @return changes with each step
   */
  public ReadOnlyBooleanProperty undoable() {
    return undoable.getReadOnlyProperty();
  }

  /**
   * Whether there is a state to go forth to.
   *
   * @return changes with each step
   */
  public ReadOnlyBooleanProperty redoable() {
    return redoable.getReadOnlyProperty();
  }

  /** A button or key was pressed; a further press before the release changes nothing. */
  public void beginGesture() {
    if (!gesture) {
      gesture = true;
      stepIsOpen = false;
    }
  }

  /** The button or key was released. */
  public void endGesture() {
    gesture = false;
    stepIsOpen = false;
  }

  /** The state may have changed. */
  public void changed() {
    S now = present.get();
    if (restoring || now.equals(last)) {
      return;
    }
    long time = nanoTime.getAsLong();
    boolean joins = stepIsOpen && (gesture || time - changedAt < CLOSE_NANOS);
    changedAt = time;
    if (!joins) {
      before.push(last);
      if (before.size() > MOST_STEPS) {
        before.removeLast();
      }
    }
    stepIsOpen = true;
    last = now;
    after.clear();
    if (joins && now.equals(before.peek())) {
      // A drag that ends where it began is no step.
      before.pop();
      stepIsOpen = false;
    }
    tell();
  }

  /**
   * Takes a step whenever something changes; its first value, which comes by itself, is where steps
   * begin.
   *
   * @param value holds null until it has its first value
   */
  public void followFromFirst(ObservableValue<?> value) {
    value.addListener(
        new ChangeListener<Object>() {
          private boolean begun;

          @Override
          public void changed(ObservableValue<?> property, Object before, Object now) {
            if (before == null && !begun) {
              clear();
            } else {
              UndoHistory.this.changed();
            }
            begun = true;
          }
        });
  }

  /** Goes one step back, if there is one. */
  public void undo() {
    move(before, after);
  }

  /** Goes one step forth, if there is one. */
  public void redo() {
    move(after, before);
  }

  /** Forgets all steps; the present state is the first. */
  public void clear() {
    before.clear();
    after.clear();
    last = present.get();
    stepIsOpen = false;
    tell();
  }

  private void move(Deque<S> from, Deque<S> to) {
    if (from.isEmpty()) {
      return;
    }
    S target = from.pop();
    to.push(last);
    restoring = true;
    try {
      restore.accept(target);
    } finally {
      restoring = false;
    }
    last = present.get();
    stepIsOpen = false;
    tell();
  }

  private void tell() {
    undoable.set(!before.isEmpty());
    redoable.set(!after.isEmpty());
  }
}
