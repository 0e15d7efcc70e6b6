package latentlab.ui.history;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The pictures that were pinned, the newest first. For the JavaFX thread; needs no toolkit. */
public final class PinList {

  /** The most pictures that are kept; the oldest give way. */
  public static final int MOST_PINS = 60;

  private final ObservableList<Pin> pins = FXCollections.observableArrayList();
  private final ObservableList<Pin> view = FXCollections.unmodifiableObservableList(pins);
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");

  /**
   * The pictures.
   *
   * @return unmodifiable, the newest first
   */
  public ObservableList<Pin> pins() {
    return view;
  }

  /**
   * Whether the strip with the pictures is open.
   *
   * @return may be set
   */
  public BooleanProperty shown() {
    return shown;
  }

  /**
   * Keeps a picture, once however often it is pinned. The first one opens the strip, so that one
   * sees where it went.
   *
   * @param pin becomes the newest
   */
  public void add(Pin pin) {
    if (pins.isEmpty()) {
      shown.set(true);
    }
    pins.remove(pin);
    pins.add(0, pin);
    if (pins.size() > MOST_PINS) {
      pins.remove(MOST_PINS, pins.size());
    }
  }

  /**
   * Lets go of a picture.
   *
   * @param pin one of {@link #pins()}
   */
  public void remove(Pin pin) {
    pins.remove(pin);
  }

  /** Lets go of all pictures. */
  public void clear() {
    pins.clear();
  }

  /**
   * Takes pictures of an earlier time, behind those that are there. The strip stays as it is.
   *
   * @param older the newest first; those for which there is no room are left out
   */
  void bringBack(List<Pin> older) {
    pins.addAll(older.stream().limit(Math.max(0, MOST_PINS - pins.size())).toList());
  }
}
