package latentlab.ui.interpolation;

import java.time.Duration;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import latentlab.ui.bridge.PulseScheduler;

/**
 * Where on the way the large picture is, and the film that moves it. For the JavaFX thread; needs
 * no toolkit.
 */
final class Film {

  private static final Duration FRAME = Duration.ofMillis(33);

  /** Seconds from the first anchor to the last one, at speed 1. */
  private static final double SECONDS = 4;

  private final PulseScheduler pulses;
  private final DoubleConsumer moved;
  private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper();
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(1);
  private final ReadOnlyBooleanWrapper toAndFro = new ReadOnlyBooleanWrapper(true);
  private boolean backwards;

  /**
   * At the beginning, and still.
   *
   * @param pulses runs frames
   * @param moved is told each position
   */
  Film(PulseScheduler pulses, DoubleConsumer moved) {
    this.pulses = pulses;
    this.moved = moved;
  }

  /** Where on the way it is, from 0 to 1. */
  ReadOnlyDoubleProperty position() {
    return position.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty playing() {
    return playing.getReadOnlyProperty();
  }

  /** How fast it runs; at 1 it takes four seconds. */
  ReadOnlyDoubleProperty speed() {
    return speed.getReadOnlyProperty();
  }

  /** Whether it goes back where it ends. */
  ReadOnlyBooleanProperty toAndFro() {
    return toAndFro.getReadOnlyProperty();
  }

  void chooseSpeed(double next) {
    speed.set(next);
  }

  void chooseToAndFro(boolean now) {
    toAndFro.set(now);
    backwards = backwards && now;
  }

  /** Goes to a position of the way and stays there. */
  void goTo(double next) {
    stop();
    move(next);
  }

  void stop() {
    playing.set(false);
  }

  private void move(double next) {
    position.set(Math.max(0, Math.min(1, next)));
    moved.accept(position.get());
  }

  /** Plays from the present position on, from the beginning if that is the end. */
  void playOrPause() {
    if (playing.get()) {
      stop();
      return;
    }
    if (position.get() >= 1) {
      if (toAndFro.get()) {
        backwards = true;
      } else {
        move(0);
      }
    }
    playing.set(true);
    pulses.schedule(this::playOn, FRAME);
  }

  private void playOn() {
    if (!playing.get()) {
      return;
    }
    double step = speed.get() * FRAME.toMillis() / 1_000 / SECONDS;
    double next = position.get() + (backwards ? -step : step);
    if (next >= 1 && !toAndFro.get()) {
      move(1);
      stop();
      return;
    }
    if (next >= 1) {
      backwards = true;
    } else if (next <= 0) {
      backwards = false;
    }
    move(next);
    pulses.schedule(this::playOn, FRAME);
  }
}
