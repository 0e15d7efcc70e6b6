package latentlab.ui.training;

import java.time.Duration;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.training.TrainingEvent.EpochPictures;
import latentlab.ui.bridge.PulseScheduler;
import org.jspecify.annotations.Nullable;

/**
 * Which epoch's pictures are looked at. It follows the newest, unless somebody goes back; at the
 * end it follows again. For the JavaFX thread; needs no toolkit.
 */
final class EpochReplay {

  /** Some 20 MB of pictures. */
  private static final int MOST_KEPT = 200;

  private static final long WHOLE_MILLIS = 6_000;
  private static final long SHORTEST_MILLIS = 60;
  private static final long LONGEST_MILLIS = 400;

  private final PulseScheduler pulses;
  private final EpochAlbum album = new EpochAlbum(MOST_KEPT);
  private final ReadOnlyObjectWrapper<@Nullable EpochPictures> pictures =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper epoch = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper newest = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private int showing;

  /**
   * Has no pictures yet.
   *
   * @param pulses times the replay
   */
  EpochReplay(PulseScheduler pulses) {
    this.pulses = pulses;
  }

  /** The pictures that are looked at; holds null before the first epoch. */
  ReadOnlyObjectProperty<@Nullable EpochPictures> pictures() {
    return pictures.getReadOnlyProperty();
  }

  /** The epoch that is looked at, from 1; 0 before the first. */
  ReadOnlyIntegerProperty epoch() {
    return epoch.getReadOnlyProperty();
  }

  /** The newest epoch, from 1; 0 before the first. */
  ReadOnlyIntegerProperty newest() {
    return newest.getReadOnlyProperty();
  }

  /** Which of the kept epochs is looked at, from 0. */
  ReadOnlyIntegerProperty position() {
    return position.getReadOnlyProperty();
  }

  /** How many epochs are kept. */
  ReadOnlyIntegerProperty size() {
    return size.getReadOnlyProperty();
  }

  /** Whether the newest is looked at, whichever that is. */
  ReadOnlyBooleanProperty following() {
    return following.getReadOnlyProperty();
  }

  /** Whether one epoch after the other is shown. */
  ReadOnlyBooleanProperty playing() {
    return playing.getReadOnlyProperty();
  }

  /**
   * Takes the pictures of a new epoch.
   *
   * @param done the number of epochs done, more than before
   * @param made what the model makes
   */
  void add(int done, EpochPictures made) {
    album.add(done, made);
    newest.set(done);
    size.set(album.size());
    if (following.get()) {
      look(album.size() - 1);
    } else {
      position.set(album.indexOf(epoch.get()));
    }
  }

  /** Forgets the pictures, for those of another training. */
  void clear() {
    stop();
    album.clear();
    size.set(0);
    position.set(0);
    epoch.set(0);
    newest.set(0);
    following.set(true);
    pictures.set(null);
  }

  /**
   * Looks at one of the kept epochs, and follows the newest from then on if it is that.
   *
   * @param index from 0; beyond the ends it is the first or the last
   */
  void goTo(int index) {
    stop();
    if (album.size() > 0) {
      look(Math.max(0, Math.min(album.size() - 1, index)));
    }
  }

  /** Shows one epoch after the other, from the first if the last is looked at; or stops that. */
  void playOrPause() {
    if (playing.get()) {
      stop();
    } else if (album.size() > 1) {
      playing.set(true);
      if (position.get() == album.size() - 1) {
        look(0);
      }
      scheduleNext(++showing);
    }
  }

  private void stop() {
    playing.set(false);
    showing++;
  }

  private void scheduleNext(int show) {
    long millis = WHOLE_MILLIS / Math.max(1, album.size());
    millis = Math.max(SHORTEST_MILLIS, Math.min(LONGEST_MILLIS, millis));
    pulses.schedule(() -> next(show), Duration.ofMillis(millis));
  }

  private void next(int show) {
    if (show != showing) {
      return;
    }
    look(Math.min(album.size() - 1, position.get() + 1));
    if (following.get()) {
      stop();
    } else {
      scheduleNext(show);
    }
  }

  private void look(int index) {
    following.set(index == album.size() - 1);
    position.set(index);
    epoch.set(album.get(index).epoch());
    pictures.set(album.get(index).pictures());
  }
}
