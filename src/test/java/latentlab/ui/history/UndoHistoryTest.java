package latentlab.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;

class UndoHistoryTest {

  private static final long SECOND = 1_000_000_000;

  private String state = "a";
  private long now;
  private final UndoHistory<String> history =
      new UndoHistory<>(() -> state, this::restore, () -> now);

  /** As a view-model does, which tells of every change. */
  private void restore(String wanted) {
    change(wanted);
  }

  private void change(String next) {
    state = next;
    history.changed();
  }

  private void changeLater(String next) {
    now += SECOND;
    change(next);
  }

  @Test
  void whatComesFirstByItselfIsWhereStepsBegin() {
    StringProperty followed = new SimpleStringProperty();
    history.followFromFirst(followed);
    state = "came by itself";
    followed.set("first");
    assertThat(history.undoable().get()).isFalse();

    for (String next : new String[] {null, "second"}) {
      now += SECOND;
      state = "with " + next;
      followed.set(next);
    }
    history.undo();
    assertThat(state).isEqualTo("with null");
    history.undo();
    assertThat(state).isEqualTo("came by itself");
    assertThat(history.undoable().get()).isFalse();
  }

  @Test
  void goesBackAndForthStepByStep() {
    changeLater("b");
    changeLater("c");

    history.undo();
    assertThat(state).isEqualTo("b");
    history.undo();
    assertThat(state).isEqualTo("a");
    assertThat(history.undoable().get()).isFalse();
    history.undo();
    assertThat(state).isEqualTo("a");
    history.redo();
    history.redo();
    assertThat(state).isEqualTo("c");
    assertThat(history.redoable().get()).isFalse();
    assertThat(history.undoable().get()).isTrue();
  }

  @Test
  void forgetsWhatWasUndoneOnceSomethingElseIsDone() {
    changeLater("b");
    history.undo();
    changeLater("c");

    assertThat(history.redoable().get()).isFalse();
    history.undo();
    assertThat(state).isEqualTo("a");
  }

  @Test
  void takesADragAsOneStepHoweverLongItLasts() {
    history.beginGesture();
    changeLater("b");
    changeLater("c");
    history.beginGesture();
    changeLater("d");
    history.endGesture();

    history.undo();
    assertThat(state).isEqualTo("a");
    history.redo();
    assertThat(state).isEqualTo("d");
  }

  @Test
  void takesTwoClicksAsTwoStepsHoweverCloseTheyAre() {
    for (String next : new String[] {"b", "c"}) {
      history.beginGesture();
      change(next);
      history.endGesture();
    }

    history.undo();
    assertThat(state).isEqualTo("b");
  }

  @Test
  void takesCloseTurnsOfAWheelAsOneStep() {
    change("b");
    now += SECOND / 4;
    change("c");
    changeLater("d");

    history.undo();
    assertThat(state).isEqualTo("c");
    history.undo();
    assertThat(state).isEqualTo("a");
  }

  @Test
  void takesADragThatEndsWhereItBeganAsNoStep() {
    history.beginGesture();
    change("b");
    change("a");
    history.endGesture();
    assertThat(history.undoable().get()).isFalse();

    history.beginGesture();
    change("b");
    change("a");
    change("c");
    history.endGesture();
    history.undo();
    assertThat(state).isEqualTo("a");
    assertThat(history.undoable().get()).isFalse();
  }

  @Test
  void doesNotTakeANewsWithoutAChangeAsAStep() {
    history.changed();
    assertThat(history.undoable().get()).isFalse();
  }

  @Test
  void keepsAHundredSteps() {
    for (int i = 0; i < 150; i++) {
      changeLater("state " + i);
    }
    int steps = 0;
    while (history.undoable().get()) {
      history.undo();
      steps++;
    }

    assertThat(steps).isEqualTo(100);
    assertThat(state).isEqualTo("state 49");
  }

  @Test
  void beginsAnewWhenItIsCleared() {
    changeLater("b");
    state = "elsewhere";
    history.clear();

    assertThat(history.undoable().get()).isFalse();
    changeLater("c");
    history.undo();
    assertThat(state).isEqualTo("elsewhere");
  }

  @Test
  void goesOnFromWhatCouldBeRestored() {
    UndoHistory<String> stubborn = new UndoHistory<>(() -> state, wanted -> {}, () -> now);
    state = "b";
    stubborn.changed();
    stubborn.undo();
    now += SECOND;
    state = "c";
    stubborn.changed();

    assertThat(stubborn.undoable().get()).isTrue();
    assertThat(stubborn.redoable().get()).isFalse();
  }
}
