package latentlab.ui.latent;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import latentlab.evaluation.projection.PrincipalComponents;
import org.jspecify.annotations.Nullable;

/**
 * The sliders of the explored space: whether they move its dimensions or the principal directions
 * of encoded images, and which of them are locked. A lock belongs to one of both. Moves no point.
 * Needs no toolkit; for the JavaFX thread.
 */
final class CodeSliders {

  /** In a space of fewer dimensions there is nothing to choose from. */
  private static final int FEWEST_DIMENSIONS = 3;

  private final ReadOnlyObjectWrapper<SliderAxes> axes =
      new ReadOnlyObjectWrapper<>(this, "axes", SliderAxes.dimensions(1, 1));
  private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper(this, "offered");
  private final BooleanProperty principal = new SimpleBooleanProperty(this, "principal");
  private final ObservableSet<Integer> lockedDimensions = FXCollections.observableSet();
  private final ObservableSet<Integer> lockedDirections = FXCollections.observableSet();
  private @Nullable PrincipalComponents components;
  private int size = 1;
  private double extent = 1;
  private boolean encoded;

  /** Sliders of a space of one dimension. */
  CodeSliders() {
    principal.addListener((observable, before, now) -> update());
  }

  /** What the sliders move. */
  ReadOnlyObjectProperty<SliderAxes> axes() {
    return axes.getReadOnlyProperty();
  }

  /** Whether principal directions can be asked for. */
  ReadOnlyBooleanProperty offered() {
    return offered.getReadOnlyProperty();
  }

  /**
   * Whether the sliders are to move principal directions, which they do once these are known; may
   * be changed.
   */
  BooleanProperty principal() {
    return principal;
  }

  /** Whether principal directions are asked for and not known yet. */
  boolean areAwaited() {
    return principal.get() && offered.get() && !axes.get().isPrincipal();
  }

  /** The numbers of the locked sliders, from 0; may be changed. */
  ObservableSet<Integer> locked() {
    return axes.get().isPrincipal() ? lockedDirections : lockedDimensions;
  }

  /** Takes up the sliders of a space. */
  void open(ExploredSpace space) {
    size = space.size();
    extent = space.extent();
    update();
  }

  /** Says whether images can be encoded to the space. */
  void setEncoded(boolean possible) {
    encoded = possible;
    update();
  }

  /** Tells the directions of encoded images, or that they are not known any more. */
  void offer(@Nullable PrincipalComponents found) {
    components = found;
    update();
  }

  void unlockAll() {
    lockedDimensions.clear();
    lockedDirections.clear();
  }

  /** The next point where the locked sliders stand as they do for the present one. */
  LatentPoint keep(LatentPoint present, LatentPoint next) {
    LatentPoint kept = next;
    for (int axis : locked()) {
      kept = axes.get().moved(kept, axis, axes.get().value(present, axis));
    }
    return kept;
  }

  private void update() {
    PrincipalComponents known = components;
    offered.set(encoded && size >= FEWEST_DIMENSIONS);
    boolean wanted = offered.get() && principal.get();
    if (wanted && known != null && known.size() == size) {
      axes.set(SliderAxes.of(known));
    } else if (axes.get().isPrincipal()
        || axes.get().size() != size
        || axes.get().extent() != extent) {
      axes.set(SliderAxes.dimensions(size, extent));
    }
  }
}
