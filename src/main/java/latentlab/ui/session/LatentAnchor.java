package latentlab.ui.session;

import java.util.List;

/**
 * A point of the explored model's latent space that ways can lead through. Immutable.
 *
 * @param code its coordinates, at least one, all finite
 * @param label the class in whose space it lies; 0 where the model is not told the class
 */
public record LatentAnchor(List<Float> code, int label) {

  /** Copies the coordinates. */
  public LatentAnchor {
    code = List.copyOf(code);
  }
}
