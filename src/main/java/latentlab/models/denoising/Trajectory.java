package latentlab.models.denoising;

import java.util.List;
import java.util.Optional;
import latentlab.data.ImageBatch;

/**
 * The whole way of some images from noise, every step of which can be looked at without computing
 * anything anew. Immutable; any thread may read it.
 *
 * @param request what was asked for; where the trajectory was branched, what holds after the branch
 * @param inpainting the pixels that were given; empty if none were
 * @param steps from the noisiest on
 * @param result the images at the end, 0 to 1
 */
public record Trajectory(
    SamplingRequest request,
    Optional<Inpainting> inpainting,
    List<TrajectoryStep> steps,
    ImageBatch result) {

  /** Copies the list. */
  public Trajectory {
    steps = List.copyOf(steps);
  }
}
