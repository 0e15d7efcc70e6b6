package latentlab.ui.latent;

import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** The dimensions that resets and random samples leave as they are. For the JavaFX thread. */
final class DimensionLocks {

  private final ObservableSet<Integer> dimensions = FXCollections.observableSet();

  /** The locked dimensions, from 0; may be changed. */
  ObservableSet<Integer> dimensions() {
    return dimensions;
  }

  /** The next point with the coordinates of the present one in the locked dimensions. */
  LatentPoint keep(LatentPoint present, LatentPoint next) {
    LatentPoint kept = next;
    for (int dimension : dimensions) {
      kept = kept.with(dimension, present.coordinate(dimension));
    }
    return kept;
  }
}
